## target_path

target-path-apart = 同一年的标记略为错开
