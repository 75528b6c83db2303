## Files of a chart: names of sheets and parts, speaker notes.

files-sheet-table = 表格
files-sheet-data = 数据
files-sheet-source = 来源
files-part = 项目
files-words = 文字
files-title = 标题
files-subtitle = 副标题
files-note = 注
files-source = 来源
files-picture = 图意
slides-picture = 图意：{ $alt }
slides-figures = 数字编号：{ $figures }
