## Bounds: what a number's comparator says.

bound-exactly = { $value }
bound-at-least = ≥{ $value }
bound-more-than = >{ $value }
bound-at-most = ≤{ $value }
bound-less-than = <{ $value }
bound-about = 约{ $value }

## Units behind a number.

unit-percent = %
unit-coefficient = { "" }
unit-percentage-points = 个百分点
unit-hours = 小时
unit-year = 年
unit-years = 年
unit-megabits = 兆
unit-items = 个
unit-schools = 所
unit-projects = 项
unit-people = 人
unit-person-times = 万人次
unit-single-person-times = 人次
unit-yuan = 元
unit-times = 倍
unit-class-hours = 课时
unit-credits = 学分
unit-count = 个
unit-ten-thousand-people = 万人
unit-ten-thousand-yuan = 万元
unit-hundred-million-yuan = 亿元
unit-ten-thousand-square-metres = 万平方米
unit-ten-thousands = 万

## Units as they stand alone, under an axis or in a subtitle.

unit-name-coefficient = 系数
unit-name-percentage-points = 百分点
unit-name-hours = 小时
unit-name-year = 年
unit-name-megabits = 兆
unit-name-items = 个
unit-name-schools = 所
unit-name-projects = 项
unit-name-people = 人
unit-name-person-times = 万人次
unit-name-ten-thousand-people = 万人
unit-name-single-person-times = 人次
unit-name-yuan = 元
unit-name-ten-thousand-yuan = 万元
unit-name-hundred-million-yuan = 亿元
unit-name-ten-thousand-square-metres = 万平方米
unit-name-times = 倍
unit-name-class-hours = 课时
unit-name-credits = 学分
unit-name-count = 数量
unit-name-ten-thousands = 万

## Phrases.

moment = { $year }年{ $kind }
reference-standing = { $scope }{ $kind }
reference-standing-national-county = 国家县域标准
reference-of-year = { $scope }{ $year }年{ $kind }
reference-best = 最优值
reference-strictest = 要求最严的目标
reference-median = 中位数
reference-mean = 平均数
document-plain = 《{ $title }》
document-latin = 《{ $title }》
document-detailed = { $title }（{ $details }）
comma = ，
list-last = { $names }、{ $last }
list-or = { $names }或{ $last }

source-line = 来源：{ $documents }。

## Counts.

count-indicators = { $n }项指标

## Bounds in a sentence.

prose-no-fall = “{ $words }”
bound-no-fall = “{ $words }”
label-in-words = “{ $words }”
prose-in-words = “{ $words }”
prose-exactly = { $value }
prose-at-least = { $value }以上
prose-more-than = 超过{ $value }
prose-at-most = 不超过{ $value }
prose-less-than = 小于{ $value }
prose-about = 约{ $value }
prose-and-more = { $number }{ $unit }
year-not-by = 到{ $year }年底未实现（推断）
every-year = 每年{ $value }

## What a target is to reach.

reach-no-fall = “{ $words }”
reach-in-words = “{ $words }”
reach-exactly = 达到{ $value }
reach-plain = { IS($value) }
reach-at-least = 达到{ $value }以上
reach-more-than = 超过{ $value }
reach-at-most = 不超过{ $value }
reach-less-than = 低于{ $value }
reach-about = 达到约{ $value }
reach-lowered = 降至{ $value }
reach-keep = { $kept }
reach-keep-in-text = { IS($value) }（原文要求保持）
reach-every-year = 达到{ $value }

## What a target keeps.

kept-exactly = 保持{ $value }
kept-at-least = 保持在{ $value }以上
kept-more-than = 保持超过{ $value }
kept-at-most = 保持不超过{ $value }
kept-less-than = 保持低于{ $value }
kept-about = 保持在{ $value }左右
kept-in-words = 保持“{ $words }”

## References in a sentence.

reference-in-words-national-actual = 全国
reference-in-words-national-actual-several = 全国
reference-in-words-national-target = 全国{ $year }年目标
reference-in-words-national-standard = 国家评估标准
reference-in-words-national-standard-county = 国家县域标准
reference-in-words-provincial-actual = { $province }
reference-in-words-provincial-target = { $province }{ $year }年目标
reference-in-words-provincial-standard = { $province }标准
in-year = { $year }年
year-range = { $first }—{ $last }
span-range = { $start }—{ $year }年
span-each = { $start }—{ $year }年每年
span-summed = 到{ $year }年底累计
citation-undated = 日期不详

## The theme of the indicators of a table of one's own.

own-table = 自有数据
