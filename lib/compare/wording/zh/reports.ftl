## Around a report.

report-code = 显示代码
report-contents = 目录
report-made = 由 compare-regions { $package } 生成
report-related = 相关页面
report-version = 数据版本
report-stale = data/raw 在此次构建后有改动
report-notebook = 笔记本
report-parameters = 参数
report-none = —
report-home = 首页
report-chart-page = 复制、数据与出处
