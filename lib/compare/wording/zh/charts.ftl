## Notes below charts of any form.

close-short = 含口径相近（定义或分母略有出入或未写明，理由见各指标图）的数值

## What marks mean, in every legend.

mark-outcome = 现状
mark-target = 目标
mark-bound = “以上”“以内”等所指的区间，箭头表示那一侧没有界限
mark-limits = 估计值的置信区间
mark-reference = 参照
mark-related = 相关指标，不参与比较
mark-worded = 以文字表述，如“全覆盖”
mark-derived = 推算
mark-change = 同一地区各年的数值，连线不是预测
mark-base = 基数（规划起点的现状）
mark-moved = 由基数到最近的现状
mark-planned = 由基数到目标的直线，按此判断进度
mark-before = 原目标
mark-revised = 由原目标到新目标
chart-year = { $year }年
chart-inferred = 全部或部分数值的年份系推定：{ $each }
chart-inferred-year = { $year }年（{ $names }）
chart-years = { $first }—{ $last }年
no-unit = 各自单位
mark-others = 其他地区
chart-each-county-actual = 各县
chart-each-county-target = 每县要求
mark-words-outcome = 实心为{ $meaning }
mark-words-target = 空心为{ $meaning }
mark-words-limits = 横线为{ $meaning }
mark-words-bound = 横线为{ $meaning }
mark-words-reference = 虚线为{ $meaning }
mark-words-worded = 星形为{ $meaning }
mark-words-change = 连线：{ $meaning }
mark-words-base = 小点为{ $meaning }
mark-words-moved = 粗线为{ $meaning }
mark-words-planned = 点线为{ $meaning }
mark-words-before = 浅色空心为{ $meaning }
mark-words-revised = 箭头：{ $meaning }

## What does not fit on a page.

rest-ends = 各指标只绘{ $of }个地区中的前{ $ends }、居中一个和后{ $ends }个，取最近年份的现状，全部数值见数据表
chart-alt-rest = { $told }……其余数值见数据表。
rest-chosen = 图中为{ $of }个地区中的{ $shown }个（含最近一年两端），全部数值见数据表
rest-newest = 现状只列最近一年，此前各年见数据表
rest-grey = { $of }个地区中的{ $shown }个着色（含最近一年两端），其余为灰色
rest-regions = 图中为{ $of }个地区中的前{ $shown }个，全部数值见数据表
rest-indicators = 图中为{ $of }项指标中的前{ $shown }项，全部数值见数据表
rest-targets = 图中为{ $of }项目标中的前{ $shown }项，全部数值见数据表
rest-told-regions = 图中为{ $of }个地区中的{ $shown }个（含标题所述），全部数值见数据表
rest-told-indicators = 图中为{ $of }项指标中的{ $shown }项（含标题所述），全部数值见数据表
rest-told-targets = 图中为{ $of }项目标中的{ $shown }项（含标题所述），全部数值见数据表
rest-ranks = 取两端和居中的{ $shown }个地区（共{ $of }个），全部数值见数据表
rest-gaps = 按差距取两端和居中的{ $shown }个地区（共{ $of }个），全部数值见数据表
rest-gaps-without = 按差距取两端和居中的{ $shown }个地区（共{ $of }个，{ $without }个没有差距），全部数值见数据表
rest-names = { $names }等{ $of }个
