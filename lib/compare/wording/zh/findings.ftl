## What pages open with: a figure, an indicator, a theme, all that there is.

finding-figure = { $region }{ $moment }：{ $label }{ $value }
finding-unaligned = 这个数没有对应的共用指标，不与任何地区比较。
finding-unranked = 没有可比的数值
finding-proxy = 口径仅为近似（{ $why }），不进入差距和名次。
finding-own-rank = { $region }在{ $of }地中列第{ $best }
finding-own-range = { $region }在{ $of }地中列第{ $best }至第{ $worst }，无法判定
finding-overview = { $n }项指标中，两地以上同年印出的现状有{ $actual }项、目标有{ $target }项
finding-overview-contests = ；其中有优劣方向、可论先后的{ $contests }组：{ $outcomes }
finding-contests-decided = { $n }组能判定领先或持平
finding-contests-partly = { $n }组只能定出部分名次
finding-contests-open = { $n }组无法判定
finding-theme = { $n }项指标中，{ $outcomes }
finding-theme-empty = 各地文件都没有印出数值；有数值的是{ $exists }
finding-indicators-decided = { $n }项能判定领先或持平
finding-indicators-partly = { $n }项只能定出部分名次
finding-indicators-open = { $n }项无法判定
finding-indicators-alone = { $n }项无可比对象
finding-other-years = 所选取年方式带入了{ $years }年的数值：不同年份只并列，不作比较。
finding-indicator-nothing = 没有文件载明这项指标的数值
finding-indicator-none = { $indicator }：没有两地同年、同类的数值，不能比较
finding-no-cautions = 这里没有比较，也就没有可引申的结论。
finding-more = 另有{ $n }项，见下表。
finding-stop = ；
finding-join = ，

## A region, and two.

finding-region = { $region }：印出{ $n }项共用指标；{ $contests }项能与他地同年比较，其中{ $decided }项名次可定、{ $open }项无法判定
finding-region-alone = { $region }：印出{ $n }项共用指标，没有一项能与他地同年比较
finding-region-empty = { $region }：没有共用指标的数值
finding-only-targets = 文件里只有目标，没有现状。
finding-only-near = 另有{ $n }项只印出相近的指标，不进入比较。
finding-conflicts = 文件内有{ $n }处数值不一致。
finding-pair = { $a }与{ $b }：同年、同类可比{ $n }项——{ $a }领先{ $ahead }项、落后{ $behind }项、持平{ $level }项，无法判定{ $open }项
finding-pair-none = { $a }与{ $b }：没有可以下判断的比较
finding-part = { $part }是{ $whole }的一部分：两地数值并列，不作比较
finding-refused = 另有{ $n }项两地都有数值而不可比。
finding-missing = { $n }项只有一地有该年数值（见下表）。

## The targets of one year.

finding-targets = 到{ $year }年：有现状可比对的目标{ $n }项，尚有距离{ $going }项，已达或守住底线{ $held }项；另有{ $none }项目标，文中没有现状，算不出步伐
finding-targets-based = 到{ $year }年：有现状可比对的目标{ $n }项，尚有距离{ $going }项，已达或守住底线{ $held }项
finding-targets-without-base = 到{ $year }年：{ $n }项目标，文中没有现状，算不出步伐
finding-targets-none = 到{ $year }年：没有可论远近的目标
finding-must = { $region } · { $indicator }：{ $years }年{ $least }须变动{ $distance }，每年{ $pace }
finding-least = 至少

## A composite.

finding-composite = 综合指数多半反映各地印了什么，只能与名次范围一起使用。
finding-refused-regions = 不予计算：{ $names }。

## School data.

stage-primary = 小学
stage-junior = 初中
finding-balance-lead = { $rule }：{ $met }个县·学段达到差异系数要求，{ $unmet }个未达到
finding-balance = { $stage }：{ $n }项差异系数{ $verdict }
finding-all-met = 均不超过限值
finding-some-unmet = 中{ $k }项超过限值（{ $names }）
finding-mean-met = 的平均值不超过限值
finding-mean-unmet = 的平均值超过限值
finding-made-up = 这是虚构的示例学校，不是任何地区的数据。

## The evidence itself, and a scan.

finding-evidence = { $figures }条数据、{ $observations }条对齐；{ $found }/{ $quotes }条引文在文本中逐字找到，数据检查有{ $problems }个问题
finding-evidence-unquoted = { $figures }条数据、{ $observations }条对齐；数据检查有{ $problems }个问题
finding-evidence-no-texts = { $figures }条数据、{ $observations }条对齐；原文文本不在手边，引文未核对；数据检查有{ $problems }个问题
finding-evidence-conflicts = { $n }组数值互不一致，均已列出。
finding-no-texts = { $documents }份文件的文本不在手边，其{ $n }条引文未核对。
finding-no-text-kept = { $documents }份文件未存文本：其{ $n }条引文只有名称与数值，此处无法核对。
finding-scan = 《{ $title }》：找到{ $n }处数量表述，{ $sure }处把握较大，{ $aligned }处可对到共用指标
finding-scan-nothing = 提议不是数据：未经确认的一条也不会进入构建。
