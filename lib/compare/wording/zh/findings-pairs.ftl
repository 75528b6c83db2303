## Every pair of regions.

pairs-of = { $n }对地区中，{ $counts }
pairs-decided = { $n }对可判定
pairs-undetermined = { $n }对高低不能确定
pairs-not-comparable = { $n }对不可比
pairs-missing = { $n }对缺数据
