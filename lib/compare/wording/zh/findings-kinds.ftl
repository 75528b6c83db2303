## What every finding has.

finding-who = { $region }
finding-in-year = { $year }年，
finding-planned-by = { $source }{ $once }提出，到{ $year }年，
finding-by-year = 到{ $year }年，
finding-text = 文件
finding-text-plan = 规划
finding-text-points = 工作要点
finding-text-action-plan = 行动方案
finding-text-bulletin = 公报
finding-text-work-report = 工作报告
finding-text-evaluation = 评估报告
finding-planned = { $source }{ $once }提出，
finding-gone-once = 曾
finding-gone-plan = 曾提出
finding-gone-must = 原须
finding-coming-once = {""}
finding-coming-plan = {""}
finding-coming-must = 要
finding-names-more = { $names }等{ $n }地
finding-label = { $label }
finding-at-least = { $gap }
finding-at-least-way = 至少{ $way }
finding-and = 、
finding-higher = 高
finding-lower = 低
finding-undetermined = 高低不能确定
finding-yearly = ，年均{ $pace }
finding-item = { $topic }{ $value }{ $conditions }
finding-best-of-two-higher = 较高
finding-best-of-two-lower = 较低
finding-best-higher = 最高
finding-best-lower = 最低
finding-worst-higher = 最低
finding-worst-lower = 最高

## Outcomes of several regions, side by side.

finding-group-one = { $names }{ IS($value) }
finding-group-all = { $names }{ ARE($value) }
finding-apart-higher = 高
finding-apart-lower = 低
finding-apart-two = ，{ $names }{ $way }{ $gap }
finding-apart-many = ，高低相差{ $gap }
finding-contrast-gap = { $subject }比{ $others }{ $way }{ $gap }
finding-contrast-order = { $subject }{ $way }于{ $others }

finding-region-ahead = { $topic }{ $values }{ $apart }{ $conditions }
finding-region-ahead-title = { $contrast }
finding-region-ahead-short = { $first }{ $best }
finding-region-level = { $topic }{ $names }{ ARE($first_value) }{ $conditions }
finding-region-level-in-words = { $topic }{ $values }{ $conditions }
finding-region-level-in-words-title = { $names }持平
finding-region-level-in-words-short = { $names }持平
finding-region-level-title = { $names }持平
finding-region-level-short = { $names }持平
finding-region-undetermined = { $topic }{ $values }，高低不能确定{ $conditions }
finding-region-undetermined-title = { $values }
finding-region-undetermined-short = 高低不能确定
finding-region-many = { $topic }可比的{ $number }地中{ $first }{ $best }（{ $first_value }），{ $last }{ $worst }（{ $last_value }）{ $conditions }
finding-region-many-open = { $topic }可比的{ $number }地中，按所报数值{ $first }{ $best }（{ $first_value }），{ $last }{ $worst }（{ $last_value }），但区间重叠，高低不能确定{ $conditions }
finding-region-many-open-title = 按所报数值{ $first }{ $best }，{ $last }{ $worst }，高低不能确定
finding-region-many-open-short = 按所报数值{ $first }{ $best }
finding-region-many-title = { $first }{ $best }，{ $last }{ $worst }
finding-region-many-short = { $first }{ $best }

finding-both-one = { $value }
finding-both-all = { ARE($value) }
finding-beside-above = 比{ $names }（{ $value }）高{ $gap }
finding-beside-below = 比{ $names }（{ $value }）低{ $gap }
finding-beside-level = 与{ $names }相同
finding-beside-ahead = 优于{ $names }（{ $value }）
finding-beside-behind = 不及{ $names }（{ $value }）
finding-beside-undetermined = 与{ $names }（{ $value }）高低不能确定

finding-region-own-ahead = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-ahead-title = { $beside }
finding-region-own-ahead-short = 好于{ $names }
finding-region-own-behind = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-behind-title = { $beside }
finding-region-own-behind-short = 不及{ $names }
finding-region-own-between = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-between-title = { $beside }
finding-region-own-between-short = 居{ $names }之间
finding-region-own-level = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-level-title = { $beside }
finding-region-own-level-short = 与{ $names }持平
finding-region-own-undetermined = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-undetermined-title = { $beside }
finding-region-own-undetermined-short = 与{ $names }高低不能确定
finding-region-own-many = { $who }{ $topic }{ IS($value) }，在可比的{ $number }地中列第{ $rank }，最优为{ $first }（{ $first_value }）{ $conditions }
finding-region-own-many-title = { $number }地中列第{ $rank }
finding-region-own-many-short = { $number }地中列第{ $rank }

## Outcomes beside the nation's.

finding-outcome-outcome-above = { $who }{ $topic }{ IS($value) }，比{ $reference }（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-outcome-above-title = 比{ $reference }{ $way }{ $gap }
finding-outcome-outcome-above-short = { $way }于{ $reference }
finding-outcome-outcome-below = { $who }{ $topic }{ IS($value) }，比{ $reference }（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-outcome-below-title = 比{ $reference }{ $way }{ $gap }
finding-outcome-outcome-below-short = { $way }于{ $reference }
finding-outcome-outcome-level = { $who }{ $topic }{ IS($value) }，与{ $reference }相同{ $conditions }
finding-outcome-outcome-level-title = 与{ $reference }相同
finding-outcome-outcome-level-short = 与{ $reference }相同
finding-outcome-outcome-undetermined = { $who }{ $topic }{ IS($value) }，与{ $reference }（{ $limit }）高低不能确定{ $conditions }
finding-outcome-outcome-undetermined-title = 与{ $reference }高低不能确定
finding-outcome-outcome-undetermined-short = 与{ $reference }高低不能确定

finding-outcome-aim-met = { $who }{ $topic }{ IS($value) }，达到{ $reference }（{ $limit }）{ $conditions }
finding-outcome-aim-met-title = 达到{ $reference }
finding-outcome-aim-met-heading = { IS($value) }，达到{ $reference }
finding-outcome-aim-met-short = 达到{ $reference }
finding-outcome-aim-short = { $who }{ $topic }{ IS($value) }，距{ $reference }（{ $limit }）差{ $gap }{ $conditions }
finding-outcome-aim-short-title = 距{ $reference }差{ $gap }
finding-outcome-aim-short-short = 未达{ $reference }
finding-outcome-aim-not-assured = { $who }{ $topic }{ IS($value) }，是否达到{ $reference }（{ $limit }）不能确定{ $conditions }
finding-outcome-aim-not-assured-title = 是否达到{ $reference }不能确定
finding-outcome-aim-not-assured-short = 是否达到{ $reference }不能确定

finding-outcome-standard-met = { $who }{ $topic }{ IS($value) }，达到{ $reference }（{ $limit }）{ $conditions }
finding-outcome-standard-met-title = 达到{ $reference }
finding-outcome-standard-met-heading = { IS($value) }，达到{ $reference }
finding-outcome-standard-met-short = 达到{ $reference }
finding-outcome-standard-short = { $who }{ $topic }{ IS($value) }，距{ $reference }（{ $limit }）差{ $gap }{ $conditions }
finding-outcome-standard-short-title = 距{ $reference }差{ $gap }
finding-outcome-standard-short-short = 未达{ $reference }
finding-outcome-standard-not-assured-each = { $who }{ $topic }{ IS($value) }；{ $reference }（{ $limit }）要求每项资源都达到，不能据此认定达标{ $conditions }
finding-outcome-standard-not-assured-each-title = 不能据此认定达到{ $reference }
finding-outcome-standard-not-assured-each-heading = 不能据此认定达到{ $reference }
finding-outcome-standard-not-assured-each-short = 不能认定达到{ $reference }
finding-outcome-standard-not-assured = { $who }{ $topic }{ IS($value) }，是否达到{ $reference }（{ $limit }）不能确定{ $conditions }
finding-outcome-standard-not-assured-title = 是否达到{ $reference }不能确定
finding-outcome-standard-not-assured-heading = 是否达到{ $reference }不能确定
finding-outcome-standard-not-assured-short = 是否达到{ $reference }不能确定

## Promises beside the nation's aim and standard.

finding-aim-aim-met = { $topic }{ $reach }，不低于{ $reference }（{ $limit }）的要求{ $conditions }
finding-aim-aim-met-title = 计划{ $year }年{ $reach }，符合{ $reference }
finding-aim-aim-met-short = 目标符合{ $reference }
finding-aim-aim-short = { $topic }{ $reach }，低于{ $reference }（{ $limit }）的要求{ $conditions }
finding-aim-aim-short-title = 目标低于{ $reference }
finding-aim-aim-short-short = 目标低于{ $reference }
finding-aim-aim-not-assured = { $topic }{ $reach }，不足以保证达到{ $reference }（{ $limit }）{ $conditions }
finding-aim-aim-not-assured-title = 目标不足以保证达到{ $reference }
finding-aim-aim-not-assured-short = 目标不足以保证达到{ $reference }

finding-aim-standard-met = { $topic }{ $reach }，符合{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-met-title = 计划{ $year }年{ $reach }，符合{ $reference }
finding-aim-standard-met-short = 目标符合{ $reference }
finding-aim-standard-short = { $topic }{ $reach }，未到{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-short-title = 目标未到{ $reference }
finding-aim-standard-short-short = 目标未到{ $reference }
finding-aim-standard-not-assured-each = { $topic }{ $reach }；{ $reference }（{ $limit }）要求每项资源都达到，不能据此认定达标{ $conditions }
finding-aim-standard-not-assured-each-title = 目标不能据此认定达到{ $reference }
finding-aim-standard-not-assured-each-short = 目标不能认定达到{ $reference }
finding-aim-standard-not-assured = { $topic }{ $reach }，不足以保证达到{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-not-assured-title = 目标不足以保证达到{ $reference }
finding-aim-standard-not-assured-short = 目标不足以保证达到{ $reference }

## What a source wants to change from its own base.

finding-way-raise = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，提高{ $distance }{ $pace }{ $conditions }
finding-way-raise-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-raise-title = 计划{ $year }年{ $reach }
finding-way-raise-short = 计划提高
finding-way-raise-at-least = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，至少提高{ $distance }{ $pace }{ $conditions }
finding-way-raise-at-least-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-raise-at-least-title = 计划{ $year }年{ $reach }
finding-way-raise-at-least-short = 计划提高
finding-way-lower = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，下降{ $distance }{ $pace }{ $conditions }
finding-way-lower-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-lower-title = 计划{ $year }年{ $reach }
finding-way-lower-short = 计划下降
finding-way-lower-at-most = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，至少下降{ $distance }{ $pace }{ $conditions }
finding-way-lower-at-most-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-lower-at-most-title = 计划{ $year }年{ $reach }
finding-way-lower-at-most-short = 计划下降
finding-way-keep = { $topic }{ $year }年{ $kept }（{ $base_year }年{ IS($base) }）{ $conditions }
finding-way-keep-title = 计划{ $year }年{ $kept }
finding-way-keep-short = 计划保持
finding-way-keep-above = { $topic }{ $base_year }年{ IS($base) }，{ $year }年的底线{ IS($value) }{ $conditions }
finding-way-keep-above-title = 计划{ $year }年的底线{ IS($value) }
finding-way-keep-above-short = 计划保持
finding-way-keep-below = { $topic }{ $base_year }年{ IS($base) }，{ $year }年的上限{ IS($value) }{ $conditions }
finding-way-keep-below-title = 计划{ $year }年的上限{ IS($value) }
finding-way-keep-below-short = 计划保持
finding-way-between = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }{ $conditions }
finding-way-between-title = 计划{ $year }年{ $reach }
finding-way-between-short = 提出目标
finding-way-floor-raised = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，下限提高{ $distance }{ $conditions }
finding-way-floor-raised-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-floor-raised-title = 计划{ $year }年{ $reach }
finding-way-floor-raised-short = 计划提高下限
finding-way-floor-lowered = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，下限降低{ $distance }{ $conditions }
finding-way-floor-lowered-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-floor-lowered-title = 计划{ $year }年{ $reach }
finding-way-floor-lowered-short = 计划降低下限
finding-way-ceiling-raised = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，上限提高{ $distance }{ $conditions }
finding-way-ceiling-raised-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-ceiling-raised-title = 计划{ $year }年{ $reach }
finding-way-ceiling-raised-short = 计划提高上限
finding-way-ceiling-lowered = { $topic }{ $base_year }年{ IS($base) }，到{ $year }年{ $reach }，上限降低{ $distance }{ $conditions }
finding-way-ceiling-lowered-brief = { $topic }{ $year }年{ $reach }{ $conditions }
finding-way-ceiling-lowered-title = 计划{ $year }年{ $reach }
finding-way-ceiling-lowered-short = 计划降低上限
finding-step = { $year }年{ $reach }
finding-steps = { $topic }分步推进：{ $steps }{ $conditions }
finding-steps-title = 计划{ $year }年{ $reach }
finding-steps-short = 分步推进

## Promises side by side.

finding-undertakes-one-year = { $names }{ IS($value) }
finding-undertakes-years = { $names }{ $year }年{ IS($value) }
finding-scope-each-county = 各县（市、区）均{ $value }
finding-scope-each-township = 各乡镇均{ $value }
finding-scope-each-school = 每所学校{ $value }
finding-scope-each-person = 每人{ $value }
finding-promise-one-year = { $topic }的目标，{ $values }，{ $ending }{ $conditions }
finding-promise-one-year-title = { $headline }
finding-promise-one-year-short = { $headline }
finding-promise-years = { $topic }的目标，{ $values }，{ $ending }{ $conditions }
finding-promise-years-title = { $headline }
finding-promise-years-short = { $headline }
finding-ending-same = 要求相同
finding-ending-same-number = 数值相同
finding-ending-unordered = 高低不能确定
finding-ending-years = 年份不同，不排高低
finding-ending-scopes = 范围不同，不排高低
finding-ending-stricter = { $region }要求更严
finding-ending-earlier = { $region }时间更早
finding-ending-bound-higher = { $region }的下限高{ $gap }，实际高低要看执行
finding-ending-bound-lower = { $region }的上限低{ $gap }，实际高低要看执行
finding-ending-value-higher = { $region }高{ $gap }
finding-ending-value-lower = { $region }低{ $gap }，要求更严
finding-promises-same = { $names }目标相同
finding-promises-same-number = { $names }目标数值相同
finding-promises-unordered = 目标{ $values }
finding-promises-years = 目标{ $values }
finding-promises-scopes = 目标{ $values }
finding-promises-strictest = { $region }目标最严
finding-promises-stricter = { $who }目标严于{ $other }
finding-promises-laxer = { $who }目标宽于{ $other }
finding-promises-earlier = { $who }目标时间早于{ $other }
finding-promises-later = { $who }目标时间晚于{ $other }
finding-promises-value-higher = { $who }目标比{ $other }高{ $gap }
finding-promises-value-lower = { $who }目标比{ $other }低{ $gap }
finding-promises-floor-higher = { $who }目标下限比{ $other }高{ $gap }
finding-promises-floor-lower = { $who }目标下限比{ $other }低{ $gap }
finding-promises-ceiling-higher = { $who }目标上限比{ $other }高{ $gap }
finding-promises-ceiling-lower = { $who }目标上限比{ $other }低{ $gap }

## Pace.

finding-pace-up = { $region }年均提高{ $pace }
finding-pace-down = { $region }年均下降{ $pace }
finding-pace-least-up = { $region }年均至少提高{ $pace }
finding-pace-least-down = { $region }年均至少下降{ $pace }
finding-pace-nation-up = ；全国同期年均提高{ $pace }
finding-pace-nation-down = ；全国同期年均下降{ $pace }
finding-pace = { $topic }{ $must }由{ $base_year }年的水平到{ $year }年达到目标，{ $paces }{ $nation }{ $conditions }
finding-pace-title = { $fastest }
finding-pace-short = { $first }需更快

## Dates.

finding-date-actual-region = { $region }{ $year }年（已实现）
finding-date-actual-each-county = { $region }{ $year }年（各县已全部实现）
finding-date-actual-part = { $region }{ $year }年（部分已实现）
finding-date-target-region = { $region }{ $once }提出{ $year }年
finding-date-target-each-county = { $region }{ $once }提出{ $year }年（各县、市、区全部）
finding-date-target-part = { $region }{ $once }提出{ $year }年（部分）
finding-date-also = （另一处为{ $years }年）
finding-timing = { $topic }：{ $dates }{ $ending }{ $conditions }
finding-timing-title = { $headline }
finding-timing-short = { $headline }
finding-timing-earlier = ，{ $first }最早
finding-timing-earlier-of-two = ，{ $first }较早
finding-timing-same-year = ，同一年
finding-timing-side-by-side = {""}
finding-timing-ends = { $first }最早（{ $from }年），{ $last }最晚（{ $to }年）
finding-timing-together = { $names }同为{ $to }年
finding-timing-some = { $dates }等{ $n }地

## What does not agree.

finding-inconsistent-two-values = { $region }文件中，{ $year }年{ $topic }既{ IS($value) }，又为{ $other }，待核实
finding-inconsistent-two-values-title = 文件中两个数值不一致
finding-inconsistent-two-values-short = 数据不一致
finding-inconsistent-no-step = { $region }文件中，{ $topic }{ $year }年的目标是{ $value }，{ $later }年的目标是{ $other }，后者没有更进一步，待核实
finding-inconsistent-no-step-title = 先后两个目标没有递进
finding-inconsistent-no-step-short = 数据不一致
finding-inconsistent-levels = { $topic }：{ $whole }{ $once }提出{ $whole_year }年{ $whole_value }，所辖{ $part }{ $once }提出{ $part_year }年{ $part_value }，{ $part }的要求较宽{ $conditions }，待核实
finding-inconsistent-levels-title = { $part }的目标低于{ $whole }的要求
finding-inconsistent-levels-short = 目标低于上级要求
finding-remark = { $region }文件中，{ $remark }（{ $values }），待核实
finding-remark-title = { $remark }
finding-remark-short = 数据不一致

## What is not stated.

finding-not-stated = { $region }文件未载明：{ $names }{ $more }
finding-not-stated-title = 未载明{ $names }
finding-not-stated-short = 未载明部分指标
finding-not-stated-more = 等{ $n }项

## The lead of a page.

lead-names = { $first }与{ $last }
lead-everything = 各地教育指标比较
lead-nothing-title = 文件未载明数值
lead-nothing = 所收文件没有载明可以对应到共用指标的数值
lead-alone = 没有口径可比的他地、全国或自身往年数值
lead-alone-related = （仅为近似指标）
lead-alone-actual = { $year }年，{ $region }{ $topic }为{ $value }{ $related }
lead-alone-actual-title = { $region }{ $topic }{ $year }年为{ $value }
lead-alone-target = { $region }{ $once }提出，到{ $year }年{ $topic }为{ $value }{ $related }
lead-alone-target-title = { $region }{ $topic }{ $year }年目标为{ $value }
lead-year = { $year }年
lead-shared-unit = 百分点
lead-alike = { $items }，分别{ $short }{ $amounts }
lead-summary-above = { $items }，均{ $short }
lead-summary-met = { $items }，均{ $short }
lead-summary-level = { $items }，均{ $short }
lead-heading-of = { $who }{ $topic }{ $said }
lead-heading-alone = { $who }{ $said }
lead-heading-between = { $who }{ $topic }{ $said }

## What became of a target.

finding-attainment-spare = ，超出{ $margin }
finding-attainment-lack = ，差{ $margin }
finding-attainment-spare-least = ，至少超出{ $margin }
finding-attainment-lack-least = ，至少差{ $margin }
finding-attainment-lack-most = {""}
finding-attainment-edge = ，这一数值不含在内
finding-attainment-met = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，达到目标{ $margin }{ $conditions }
finding-attainment-met-title = { $outcome_year }年达到目标
finding-attainment-met-heading = { $outcome_year }年{ IS($outcome) }，达到目标
finding-attainment-met-short = 达到目标
finding-attainment-missed = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，未达目标{ $margin }{ $conditions }
finding-attainment-missed-title = { $outcome_year }年未达目标{ $margin }
finding-attainment-missed-heading = { $outcome_year }年{ IS($outcome) }，未达目标{ $margin }
finding-attainment-missed-short = 未达目标
finding-attainment-not-decided = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，是否达到不能确定{ $conditions }
finding-attainment-not-decided-title = { $outcome_year }年是否达到目标不能确定
finding-attainment-not-decided-short = 是否达到目标不能确定
finding-attainment-on-pace = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，进度不慢于直线{ $conditions }
finding-attainment-on-pace-title = { $outcome_year }年进度不慢于直线
finding-attainment-on-pace-short = 进度不慢于直线
finding-attainment-on-pace-met = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，已达到这一水平{ $margin }{ $conditions }
finding-attainment-on-pace-met-title = { $outcome_year }年已达到{ $year }年目标的水平
finding-attainment-on-pace-met-short = 目标年之前已达到
finding-attainment-behind-pace = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，进度慢于直线{ $conditions }
finding-attainment-behind-pace-title = { $outcome_year }年进度慢于直线
finding-attainment-behind-pace-short = 进度慢于直线
finding-attainment-date-met = { $topic }定为{ $year }年，{ $outcome_year }年已实现{ $conditions }
finding-attainment-date-met-title = { $outcome_year }年实现，目标为{ $year }年
finding-attainment-date-met-short = 已实现
finding-attainment-date-early = { $topic }定为{ $year }年，{ $outcome_year }年实现，提前{ $apart }年{ $conditions }
finding-attainment-date-early-title = { $outcome_year }年实现，提前{ $apart }年
finding-attainment-date-early-short = 提前实现
finding-attainment-date-missed = { $topic }定为{ $year }年，{ $outcome_year }年才实现，晚于目标{ $conditions }
finding-attainment-date-missed-title = { $outcome_year }年实现，晚于目标
finding-attainment-date-missed-short = 晚于目标
finding-attainment-date-not-decided = { $topic }定为{ $year }年，实际为{ $outcome_year }年，是否按期不能确定{ $conditions }
finding-attainment-date-not-decided-title = 是否按期不能确定
finding-attainment-date-not-decided-short = 是否按期不能确定
finding-attainment-no-outcome = { $who }{ $year }年目标完成情况未载
finding-attainment-no-outcome-title = { $year }年目标完成情况未载
finding-attainment-no-outcome-short = 目标完成情况未载
finding-attainment-no-outcome-rest = { $who }{ $year }年其余目标完成情况未载
finding-attainment-no-outcome-rest-title = { $year }年其余目标完成情况未载
finding-attainment-no-outcome-rest-short = 其余目标完成情况未载

## What a newer document asks otherwise.

finding-revision-raised-higher-by = ，提高{ $gap }
finding-revision-raised-lower-by = ，收紧{ $gap }
finding-revision-raised-only = ，要求更严
finding-revision-lowered-higher-by = ，降低{ $gap }
finding-revision-lowered-lower-by = ，放宽{ $gap }
finding-revision-lowered-only = ，要求放宽
finding-revision-met = ，提出时已经达到（{ $year }年{ IS($value) }）
finding-revision-met-alone = ，提出时已经达到
finding-revision-raised = { $who }{ $topic }先提出到{ $old_year }年{ $old }，后提出到{ $year }年{ $reach }{ $way }{ $met }{ $conditions }
finding-revision-raised-title = 目标提高，{ $year }年{ $reach }
finding-revision-raised-short = 目标提高
finding-revision-raised-same-year = { $who }{ $topic }到{ $year }年的目标，先{ IS($old_goal) }，后{ IS($goal) }{ $way }{ $met }{ $conditions }
finding-revision-raised-same-year-title = { $year }年目标由{ $old_goal }改为{ $goal }
finding-revision-raised-same-year-short = 目标提高
finding-revision-lowered = { $who }{ $topic }先提出到{ $old_year }年{ $old }，后提出到{ $year }年{ $reach }{ $way }{ $met }{ $conditions }
finding-revision-lowered-title = 目标放低，{ $year }年{ $reach }
finding-revision-lowered-short = 目标放低
finding-revision-lowered-same-year = { $who }{ $topic }到{ $year }年的目标，先{ IS($old_goal) }，后{ IS($goal) }{ $way }{ $met }{ $conditions }
finding-revision-lowered-same-year-title = { $year }年目标由{ $old_goal }改为{ $goal }
finding-revision-lowered-same-year-short = 目标放低
finding-revision-tightened = { $who }{ $topic }先提出到{ $old_year }年{ $old }，后提出到{ $year }年{ $reach }{ $way }{ $met }{ $conditions }
finding-revision-tightened-title = 目标收紧，{ $year }年{ $reach }
finding-revision-tightened-short = 目标收紧
finding-revision-tightened-same-year = { $who }{ $topic }到{ $year }年的目标，先{ IS($old_goal) }，后{ IS($goal) }{ $way }{ $met }{ $conditions }
finding-revision-tightened-same-year-title = { $year }年目标由{ $old_goal }改为{ $goal }
finding-revision-tightened-same-year-short = 目标收紧
finding-revision-loosened = { $who }{ $topic }先提出到{ $old_year }年{ $old }，后提出到{ $year }年{ $reach }{ $way }{ $met }{ $conditions }
finding-revision-loosened-title = 目标放宽，{ $year }年{ $reach }
finding-revision-loosened-short = 目标放宽
finding-revision-loosened-same-year = { $who }{ $topic }到{ $year }年的目标，先{ IS($old_goal) }，后{ IS($goal) }{ $way }{ $met }{ $conditions }
finding-revision-loosened-same-year-title = { $year }年目标由{ $old_goal }改为{ $goal }
finding-revision-loosened-same-year-short = 目标放宽
finding-revision-changed = { $who }{ $topic }先提出到{ $old_year }年{ $old }，后提出到{ $year }年{ $reach }，两者不排高低{ $met }{ $conditions }
finding-revision-changed-title = 目标改变，{ $year }年{ $reach }
finding-revision-changed-short = 目标改变
finding-revision-changed-same-year = { $who }{ $topic }到{ $year }年的目标，先{ IS($old_goal) }，后{ IS($goal) }，两者不排高低{ $met }{ $conditions }
finding-revision-changed-same-year-title = { $year }年目标由{ $old_goal }改为{ $goal }
finding-revision-changed-same-year-short = 目标改变
finding-revision-postponed = { $who }{ $topic }{ $reach }的目标，先定于{ $old_year }年，后定于{ $year }年，推迟{ $apart }年{ $conditions }
finding-revision-postponed-title = { $reach }的目标推迟到{ $year }年
finding-revision-postponed-short = 目标推迟
finding-revision-advanced = { $who }{ $topic }{ $reach }的目标，先定于{ $old_year }年，后定于{ $year }年，提前{ $apart }年{ $met }{ $conditions }
finding-revision-advanced-title = { $reach }的目标提前到{ $year }年
finding-revision-advanced-short = 目标提前
finding-revision-kept = { $who }{ $topic }先后提出到{ $old_year }年、到{ $year }年{ $reach }，要求不变{ $met }{ $conditions }
finding-revision-kept-title = { $year }年仍以{ $goal }为目标
finding-revision-kept-short = 目标不变
finding-revision-date-postponed = { $who }{ $topic }先定为{ $old_year }年，后定为{ $year }年，推迟{ $apart }年{ $conditions }
finding-revision-date-postponed-title = 由{ $old_year }年推迟到{ $year }年
finding-revision-date-postponed-short = 推迟
finding-revision-date-advanced = { $who }{ $topic }先定为{ $old_year }年，后定为{ $year }年，提前{ $apart }年{ $conditions }
finding-revision-date-advanced-title = 由{ $old_year }年提前到{ $year }年
finding-revision-date-advanced-short = 提前
finding-revision-met-when-set = { $who }{ $topic }到{ $year }年{ $reach }{ $met }{ $conditions }
finding-revision-met-when-set-title = { $year }年{ $reach }，提出时已经达到
finding-revision-met-when-set-short = 目标提出时已经达到
finding-revision-new = { $region }较新的文件新提出目标：{ $names }{ $more }
finding-revision-new-title = 新提出目标：{ $names }
finding-revision-new-short = 新提出目标
finding-revision-dropped = { $region }较新的文件未再提出目标（未提及不等于取消）：{ $names }{ $more }
finding-revision-dropped-title = 未再提出目标：{ $names }
finding-revision-dropped-short = 部分目标未再提出
