## Adding a region, walked through.

step-add = 登记地区（已登记的不会重复写入）：
step-scan = 扫描文件，写成文件夹：
step-source = 打开 data/raw/{ $document }/source.yml，对照原件补全空着的项（发文机关 issuer、文号 number、日期 issued；原件没有的文号、日期可以空着）：
step-source-complete = 打开 data/raw/{ $document }/source.yml，对照原件补全空着的项（发文机关 issuer、文号 number、日期 issued；原件没有的文号、日期可以空着）。
step-list = 列出待确认的行，疑点多的在前：
step-settle = 逐条对照原文，每行选一种，换成该行的编号：接受、更正（写明列名和应有的内容）、拒绝：
step-rest = 其余各行也都读过、没有错，可以一次接受：
step-check = 检查；没有问题后构建：
step-show = 重做图表页和全部报告，新地区自动进入：
told-title = 标题：填写参数 source = { "{" }"title": "…"{ "}" }
told-issuer = 发文机关：填写参数 source = { "{" }"issuer": "…"{ "}" }
told-period = 年份：填写参数 period = "…"
told-again = 文本没有载明{ $lines }
    然后从头运行。
