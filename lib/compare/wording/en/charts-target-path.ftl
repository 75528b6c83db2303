## target_path

target-path-apart = marks of one year stand a little apart
target-path-break = The definition may have changed; lines break off before
