## target_path

target-path-apart = 同一年的标记略为错开
target-path-break = 口径是否改变待核实，线在此前断开
