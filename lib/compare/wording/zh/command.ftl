## What the command line says.

command-themes = { $n }个主题
command-regions = { $n }个地区
command-documents = { $n }份文件
command-indicators = { $n }项指标
command-benchmarks = { $n }个参照
command-figures = { $n }条数据
command-observations = { $n }条观测
command-inconsistencies = { $n }处数据不一致
command-rows = { $n }行
command-rows-changed = 改动{ $n }行
command-not-in-raw = 注意：不在 { $raw } 里，check、review 和 build 都不会读它
