## The journey of a figure, line by line.

trace-document = 文件
trace-locator = 位置
trace-words = 原文
trace-figure = 数据
trace-printed = 数值
trace-interval = 区间
trace-year = 年份
trace-scope = 范围
trace-note = 备注
trace-indicator = 指标
trace-aligned = 对齐
trace-beside = 并列
trace-not-aligned = 未对应到共同指标
trace-no-text = “{ $quote }”（文本不在手边）
trace-in-context = …{ $before }【{ $quote }】{ $after }…
