## target_path

target-path-apart = marks of one year stand a little apart
