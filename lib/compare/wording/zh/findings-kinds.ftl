## What every finding has.

finding-who = { $region }
finding-in-year = { $year }年，
finding-by-end = 到{ $year }年底，
finding-planned-by = { $source }{ $once }提出，到{ $year }年，
finding-by-year = 到{ $year }年，
finding-text = 文件
finding-text-plan = 规划
finding-text-points = 工作要点
finding-text-action-plan = 行动方案
finding-text-bulletin = 公报
finding-text-work-report = 工作报告
finding-text-evaluation = 评估报告
finding-text-table = 表中
finding-text-press = 报道
finding-planned = { $source }{ $once }提出，
finding-gone-once = 曾
finding-gone-plan = 曾提出
finding-gone-must = 原须
finding-gone-outlook = 不代表实际高低
finding-coming-once = {""}
finding-coming-plan = {""}
finding-coming-must = 要
finding-coming-outlook = 实际高低要看执行
finding-names-more = { $names }等{ $n }地
finding-label = { $label }
finding-at-least = { $gap }
finding-at-least-way = 至少{ $way }
finding-more-than = 逾{ $gap }
finding-more-than-way = { $way }
finding-and = 、
finding-higher = 高
finding-lower = 低
finding-undetermined = 高低不能确定
finding-yearly = ，年均{ $pace }
finding-yearly-least = 至少{ $pace }
finding-yearly-more = 超过{ $pace }
finding-item = { $topic }{ $value }{ $beside }
finding-graded = { $grade }，{ $conditions }
finding-item-beside = （{ $conditions }）
finding-year-inferred-plan = 年份按规划期末计
finding-years-inferred-plan = 部分年份按规划期末计
finding-year-inferred-outcome = 年份推定
finding-years-inferred-outcome = 部分年份推定
finding-own-text = { $region }{ $said }
finding-reported = 据报道
finding-reported-some = 部分据报道
finding-inferred = 推断
finding-inferred-reported = 据报道推断
finding-group-values = （{ $values }）
finding-order-first = { $first }{ $best }
finding-best-higher = 最高
finding-best-lower = 最低
finding-worst-higher = 最低
finding-worst-lower = 最高

## Outcomes of several regions, side by side.

finding-both-ends = { $best }、{ $worst }
finding-extreme-value = { $names }（{ $value }）
finding-extreme-one = { $names }{ $way }（{ $value }）
finding-extreme-either = { $values }{ $way }
finding-own-not-sure = ，最优为{ $values }
finding-own-not-either = ，最优为{ $values }
finding-own-not-open = ，按所报数值最优为{ $values }
finding-own-among-sure = ，与{ $names }并列
finding-own-among-either = ，与{ $values }孰优不能确定
finding-own-among-open = ，孰为最优不能确定
finding-own-best-stated = ，按所报数值最优
finding-group-one = { $names }{ IS($value) }
finding-group-all = { $names }{ ARE($value) }
finding-group-brief = { $names }{ $value }
finding-apart-higher = 高
finding-apart-lower = 低
finding-apart-two = ，{ $names }{ $way }{ $gap }
finding-apart-many = ，高低相差{ $gap }
finding-contrast-gap = { $subject }比{ $others }{ $way }{ $gap }
finding-contrast-order = { $subject }{ $way }于{ $others }

finding-region-ahead = { $topic }{ $values }{ $apart }{ $conditions }
finding-region-ahead-title = { $contrast }
finding-region-ahead-short = { $order }
finding-region-ahead-alike = { $subject }分别{ $way }
finding-region-level = { $topic }{ $names }{ ARE($first_value) }{ $conditions }
finding-region-level-in-words = { $topic }{ $values }{ $conditions }
finding-region-level-in-words-title = { $names }提法相近
finding-region-level-in-words-short = { $names }提法相近
finding-region-level-title = { $names }{ ARE($first_value) }
finding-region-level-short = { $names }持平
finding-region-undetermined = { $topic }{ $values }，高低不能确定{ $conditions }
finding-region-undetermined-title = { $values }
finding-region-undetermined-short = 高低不能确定
finding-region-many = { $topic }可比的{ $number }地中{ $first_end }，{ $last_end }{ $conditions }
finding-region-many-open = { $topic }可比的{ $number }地中，按所报数值{ $first_end }，{ $last_end }；部分数据为上下限或约数，孰为{ $undecided }不能确定{ $conditions }
finding-region-many-open-title = 按所报数值{ $first }{ $best }，{ $last }{ $worst }
finding-region-many-open-short = 按所报数值{ $first }{ $best }
finding-region-many-title = { $first }{ $best }，{ $last }{ $worst }
finding-region-many-short = { $first }{ $best }
finding-region-totals = { $topic }{ $values }，{ $ending }{ $conditions }
finding-region-totals-title = { $values }
finding-region-totals-short = 总数并列

finding-both-one = { $value }
finding-both-all = { ARE($value) }
finding-beside-above = 比{ $names }（{ $value }）高{ $gap }
finding-beside-below = 比{ $names }（{ $value }）低{ $gap }
finding-beside-above-title = 高于{ $names }（{ $value }）{ $gap }
finding-beside-below-title = 低于{ $names }（{ $value }）{ $gap }
finding-beside-above-heading = 比{ $names }高{ $gap }
finding-beside-below-heading = 比{ $names }低{ $gap }
finding-beside-level = 与{ $names }相同
finding-beside-in-words = { $names }为{ $value }
finding-beside-ahead = 优于{ $names }（{ $value }）
finding-beside-behind = 不及{ $names }（{ $value }）
finding-beside-undetermined = 与{ $names }（{ $value }）高低不能确定
finding-side-above = 高于{ $names }
finding-side-below = 低于{ $names }
finding-side-ahead = 好于{ $names }
finding-side-behind = 不及{ $names }
finding-side-between = 居{ $names }之间
finding-side-level = 与{ $names }持平
finding-side-undetermined = 与{ $names }高低不能确定

finding-region-own-ahead = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-ahead-title = { $headline }
finding-region-own-ahead-heading = { IS($value) }，{ $apart }
finding-region-own-ahead-short = { $side }
finding-region-own-behind = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-behind-title = { $headline }
finding-region-own-behind-heading = { IS($value) }，{ $apart }
finding-region-own-behind-short = { $side }
finding-region-own-between = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-between-title = { $headline }
finding-region-own-between-heading = { IS($value) }，{ $apart }
finding-region-own-between-short = { $side }
finding-region-own-level = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-level-title = { $headline }
finding-region-own-level-short = { $side }
finding-region-own-undetermined = { $who }{ $topic }{ IS($value) }，{ $beside }{ $conditions }
finding-region-own-undetermined-title = { $headline }
finding-region-own-undetermined-short = { $side }
finding-region-own-many = { $who }{ $topic }{ IS($value) }，在可比的{ $number }地中列第{ $rank }{ $best }{ $conditions }
finding-region-own-many-title = { $number }地中列第{ $rank }
finding-region-own-many-short = { $number }地中列第{ $rank }

## Outcomes beside the nation's.

finding-outcome-outcome-above = { $who }{ $topic }{ IS($value) }，比{ $reference }（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-outcome-above-title = { $way }于{ $reference }{ $gap }
finding-outcome-outcome-above-alike = { $side }于{ $references }
finding-outcome-outcome-above-short = { $side }于{ $reference }
finding-outcome-bound = { $who }{ $topic }{ IS($value) }，{ $side }于{ $reference }（{ $limit }）{ $conditions }
finding-outcome-bound-title = { $side }于{ $reference }的{ $limit }
finding-outcome-bound-heading = { IS($value) }，{ $side }于{ $reference }的{ $limit }
finding-outcome-bound-short = { $side }于{ $reference }
finding-outcome-outcome-below = { $who }{ $topic }{ IS($value) }，比{ $reference }（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-outcome-below-title = { $way }于{ $reference }{ $gap }
finding-outcome-outcome-below-alike = { $side }于{ $references }
finding-outcome-outcome-below-short = { $side }于{ $reference }
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

finding-outcome-standard-met = { $who }{ $topic }{ IS($value) }，达到{ $reference }（{ $limit }）{ $conditions }{ $over }
finding-outcome-standard-met-title = 达到{ $reference }
finding-outcome-standard-met-heading = { IS($value) }，达到{ $reference }
finding-outcome-standard-met-short = 达到{ $reference }
finding-over = ，{ $side }{ $gap }
finding-outcome-standard-met-number = { $who }{ $topic }{ IS($value) }，数值达到{ $reference }（{ $limit }）{ $conditions }
finding-outcome-standard-met-number-beyond = { $who }{ $topic }{ IS($value) }，比{ $reference }的数值（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-standard-met-number-beyond-title = 比{ $reference }的数值{ $way }{ $gap }
finding-outcome-standard-met-number-beyond-short = 数值达到{ $reference }
finding-outcome-standard-met-number-title = 数值达到{ $reference }
finding-outcome-standard-met-number-heading = { IS($value) }，数值达到{ $reference }
finding-outcome-standard-met-number-short = 数值达到{ $reference }
finding-outcome-standard-short = { $who }{ $topic }{ IS($value) }，距{ $reference }（{ $limit }）差{ $gap }{ $conditions }
finding-outcome-standard-short-title = 距{ $reference }差{ $gap }
finding-outcome-standard-short-short = 未达{ $reference }
finding-outcome-line = { $who }{ $topic }{ IS($value) }，比国家县域标准（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-line-title = { $way }于按县评估的国家标准{ $gap }
finding-outcome-line-heading = { IS($value) }，比按县评估的国家标准{ $way }{ $gap }
finding-outcome-line-short = { $side }于国家县域标准
finding-outcome-line-number = { $who }{ $topic }{ IS($value) }，比国家县域标准的数值（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-outcome-line-number-title = 比按县评估的国家标准的数值{ $way }{ $gap }
finding-outcome-line-number-heading = { IS($value) }，比按县评估的国家标准的数值{ $way }{ $gap }
finding-outcome-line-number-short = 数值{ $side }于国家县域标准
finding-outcome-line-level = { $who }{ $topic }{ IS($value) }，与国家县域标准（{ $limit }）数值相同{ $conditions }
finding-outcome-line-level-title = 与国家县域标准数值相同
finding-outcome-line-level-short = 与国家县域标准数值相同
finding-outcome-standard-not-assured-each = { $who }{ $topic }{ IS($value) }；{ $reference }（{ $limit }）要求各项资源都达到，仅凭一个数不能判断是否达标{ $conditions }
finding-outcome-standard-not-assured-each-title = 一个数不能判断是否达到各项资源的标准
finding-outcome-standard-not-assured-each-heading = { IS($value) }
finding-outcome-standard-not-assured-each-short = { IS($value) }
finding-outcome-standard-not-assured = { $who }{ $topic }{ IS($value) }，是否达到{ $reference }（{ $limit }）不能确定{ $conditions }
finding-outcome-standard-not-assured-title = 是否达到{ $reference }不能确定
finding-outcome-standard-not-assured-heading = { IS($value) }
finding-outcome-standard-not-assured-short = 是否达到{ $reference }不能确定

## Promises beside the nation's aim and standard.

finding-aim-aim-met = { $topic }{ $reach }，不低于{ $reference }（{ $limit }）的要求{ $conditions }
finding-aim-aim-met-title = { $year }年的目标是{ $reach }，符合{ $reference }
finding-aim-aim-met-short = 目标符合{ $reference }
finding-aim-aim-short = { $topic }{ $reach }，低于{ $reference }（{ $limit }）的要求{ $conditions }
finding-aim-aim-short-title = 目标低于{ $reference }
finding-aim-aim-short-short = 目标低于{ $reference }
finding-aim-aim-not-assured = { $topic }{ $reach }，即使达到也不一定满足{ $reference }（{ $limit }）{ $conditions }
finding-aim-aim-not-assured-title = 目标达到也不一定满足{ $reference }
finding-aim-aim-not-assured-short = 目标达到也不一定满足{ $reference }

finding-aim-apart = { $topic }{ $reach }；这一目标不与{ $reference }（{ $limit }）相比{ $conditions }
finding-aim-apart-title = 目标{ $value }
finding-aim-apart-short = 目标不与标准比较
finding-aim-standard-met = { $topic }{ $reach }，符合{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-met-title = { $year }年的目标是{ $reach }，符合{ $reference }
finding-aim-standard-met-short = 目标符合{ $reference }
finding-aim-standard-met-number = { $topic }{ $reach }，数值符合{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-met-number-title = { $year }年的目标是{ $reach }，数值符合{ $reference }
finding-aim-standard-met-number-short = 目标数值符合{ $reference }
finding-aim-standard-short = { $topic }{ $reach }，未到{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-short-title = 目标未到{ $reference }
finding-aim-standard-short-short = 目标未到{ $reference }
finding-aim-line = { $topic }{ $reach }，比国家县域标准（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-aim-line-title = { $year }年的目标是{ $reach }，比国家县域标准{ $way }{ $gap }
finding-aim-line-short = 目标{ $side }于国家县域标准
finding-aim-line-number = { $topic }{ $reach }，比国家县域标准的数值（{ $limit }）{ $way }{ $gap }{ $conditions }
finding-aim-line-number-title = { $year }年的目标是{ $reach }，比国家县域标准的数值{ $way }{ $gap }
finding-aim-line-number-short = 目标数值{ $side }于国家县域标准
finding-aim-line-level = { $topic }{ $reach }，与国家县域标准（{ $limit }）数值相同{ $conditions }
finding-aim-line-level-title = { $year }年的目标是{ $reach }，与国家县域标准数值相同
finding-aim-line-level-short = 目标与国家县域标准数值相同
finding-aim-standard-not-assured-each = { $topic }{ $reach }；{ $reference }（{ $limit }）要求各项资源都达到，仅凭一个数不能判断是否达标{ $conditions }
finding-aim-standard-not-assured-each-title = 一个数不能判断是否达到各项资源的标准
finding-aim-standard-not-assured-each-heading = { $year }年的目标是{ $reach }
finding-aim-standard-not-assured-each-short = 计划{ $year }年{ $reach }
finding-aim-standard-not-assured = { $topic }{ $reach }，即使达到也不一定满足{ $reference }（{ $limit }）{ $conditions }
finding-aim-standard-not-assured-title = 目标达到也不一定满足{ $reference }
finding-aim-standard-not-assured-short = 目标达到也不一定满足{ $reference }

## What a source wants to change from its own base.

# $since is finding-since, or nothing where a lead has told that value.
finding-since = （{ $base_year }年{ IS($base) }）
finding-way-raise = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，{ $counted ->
    [yes] 增加
   *[no] 提高
}{ $distance }{ $pace }{ $conditions }
finding-way-raise-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-raise-title = { $once }计划{ $year }年{ $reach }
finding-way-raise-short = { $once }计划提高
finding-way-raise-at-least = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，至少{ $counted ->
    [yes] 增加
   *[no] 提高
}{ $distance }{ $pace }{ $conditions }
finding-way-raise-at-least-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-raise-at-least-title = { $once }计划{ $year }年{ $reach }
finding-way-raise-at-least-short = { $once }计划提高
finding-way-lower = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，{ $counted ->
    [yes] 减少
   *[no] 下降
}{ $distance }{ $pace }{ $conditions }
finding-way-lower-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-lower-title = { $once }计划{ $year }年{ $reach }
finding-way-lower-short = { $once }计划下降
finding-way-lower-at-most = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，至少{ $counted ->
    [yes] 减少
   *[no] 下降
}{ $distance }{ $pace }{ $conditions }
finding-way-lower-at-most-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-lower-at-most-title = { $once }计划{ $year }年{ $reach }
finding-way-lower-at-most-short = { $once }计划下降
finding-way-raise-more-than = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，{ $counted ->
    [yes] 增加
   *[no] 提高
}超过{ $distance }{ $pace }{ $conditions }
finding-way-raise-more-than-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-raise-more-than-title = { $once }计划{ $year }年{ $reach }
finding-way-raise-more-than-short = { $once }计划提高
finding-way-lower-more-than = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，{ $counted ->
    [yes] 减少
   *[no] 下降
}超过{ $distance }{ $pace }{ $conditions }
finding-way-lower-more-than-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-lower-more-than-title = { $once }计划{ $year }年{ $reach }
finding-way-lower-more-than-short = { $once }计划下降
finding-way-keep = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出{ $year }年{ $kept }{ $conditions }
finding-way-keep-brief = { $topic }{ $year }年{ $kept }{ $conditions }（{ $base_year }年{ IS($base) }）
finding-way-keep-title = { $once }计划{ $year }年{ $kept }
finding-way-keep-short = { $once }计划保持
finding-way-keep-above = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出{ $year }年不低于{ $base_year }年水平（{ $value }）{ $conditions }
finding-way-keep-above-brief = { $topic }{ $year }年不低于{ $base_year }年水平（{ $value }）{ $conditions }
finding-way-keep-above-title = { $once }计划{ $year }年保持（{ $value }）
finding-way-keep-above-short = { $once }计划保持
finding-way-floor-below = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出{ $year }年{ IS($value) }，下限低于{ $base_year }年水平{ $conditions }
finding-way-floor-below-brief = { $topic }{ $year }年的目标{ IS($value) }，下限低于{ $base_year }年水平（{ $base }）{ $conditions }
finding-way-floor-below-title = { $year }年的目标{ IS($value) }
finding-way-floor-below-short = { $once }计划设下限
finding-way-keep-below = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出{ $year }年不高于{ $base_year }年水平（{ $value }）{ $conditions }
finding-way-keep-below-brief = { $topic }{ $year }年不高于{ $base_year }年水平（{ $value }）{ $conditions }
finding-way-keep-below-title = { $once }计划{ $year }年保持（{ $value }）
finding-way-keep-below-short = { $once }计划保持
finding-way-ceiling-above = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出{ $year }年{ IS($value) }，上限高于{ $base_year }年水平{ $conditions }
finding-way-ceiling-above-brief = { $topic }{ $year }年的目标{ IS($value) }，上限高于{ $base_year }年水平（{ $base }）{ $conditions }
finding-way-ceiling-above-title = { $year }年的目标{ IS($value) }
finding-way-ceiling-above-short = { $once }计划设上限
finding-way-between = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }{ $conditions }
finding-way-between-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-between-title = { $once }计划{ $year }年{ $reach }
finding-way-between-short = 提出目标
finding-way-floor-raised = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，下限提高{ $distance }{ $conditions }
finding-way-floor-raised-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-floor-raised-title = { $once }计划{ $year }年{ $reach }
finding-way-floor-raised-short = { $once }计划提高下限
finding-way-floor-lowered = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，下限降低{ $distance }{ $conditions }
finding-way-floor-lowered-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-floor-lowered-title = { $once }计划{ $year }年{ $reach }
finding-way-floor-lowered-short = { $once }计划降低下限
finding-way-ceiling-raised = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，上限提高{ $distance }{ $conditions }
finding-way-ceiling-raised-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-ceiling-raised-title = { $once }计划{ $year }年{ $reach }
finding-way-ceiling-raised-short = { $once }计划提高上限
finding-way-ceiling-lowered = { $who }{ $topic }{ $base_year }年{ IS($base) }，{ $text }{ $once }提出到{ $year }年{ $reach }，上限降低{ $distance }{ $conditions }
finding-way-ceiling-lowered-brief = { $topic }{ $year }年{ $reach }{ $conditions }{ $since }
finding-way-ceiling-lowered-title = { $once }计划{ $year }年{ $reach }
finding-way-ceiling-lowered-short = { $once }计划降低上限
finding-step = { $year }年{ $reach }
finding-steps = { $topic }分步目标为{ $steps }{ $conditions }
finding-steps-title = { $once }计划{ $year }年{ $reach }
finding-steps-short = 分步目标

## Promises side by side.

finding-undertakes-one-year = { $names }{ IS($value) }
finding-promise-there = { $year }年已{ IS($value) }
finding-promise-issued = 文件{ $year }年印发
finding-undertakes-years = { $names }{ $year }年{ IS($value) }
finding-scope-each-county = 各县（市、区）均{ $value }
finding-scope-each-county-year = 各县（市、区）最迟{ $value }
finding-scope-each-county-year-done = 各县（市、区）到{ $value }均已实现
finding-scope-each-township = 各乡镇均{ $value }
finding-scope-each-school = 每所学校{ $value }
finding-scope-each-person = 每人{ $value }
finding-promise-of = （共{ $n }地）
finding-promise-one-year = { $topic }的目标{ $of }，{ $values }，{ $ending }{ $conditions }
finding-promise-one-year-title = { $headline }
finding-promise-one-year-short = { $headline }
finding-promise-years = { $topic }的目标{ $of }，{ $values }，{ $ending }{ $conditions }
finding-promise-years-title = { $headline }
finding-promise-years-short = { $headline }
finding-ending-same = 要求相同
finding-ending-same-words = 关键用语相同
finding-ending-totals = 规模不同，总数不比高低
finding-ending-no-side = 无优劣之分，不比高低
finding-ending-same-sense = 要求相同，提法略有不同
finding-ending-same-number = 目标数值相同，表述不同
finding-ending-unordered = 高低不能确定
finding-ending-years = 年份不同，不排高低
finding-ending-scopes = 范围不同，不排高低
finding-ending-doubted = { $names }的目标待核实，不排高低
finding-ending-doubted-years = 年份不同，{ $names }的目标待核实，不排高低
finding-ending-break = 不排高低
finding-ending-strictest = { $region }要求最严
finding-ending-strictest-alone = 要求最严
finding-ending-stricter = { $region }要求更严
finding-ending-earlier = { $region }目标年份更早，不代表先实现
finding-ending-bound-higher = { $region }的下限高{ $gap }，{ $outlook }
finding-ending-bound-lower = { $region }的上限低{ $gap }，{ $outlook }
finding-ending-value-higher = { $region }高{ $gap }，{ $outlook }
finding-ending-value-lower = { $region }低{ $gap }，要求更严
finding-ending-value-lower-close = { $region }低{ $gap }，{ $outlook }
finding-ending-mixed-higher = { $region }的{ $own }比{ $other }的{ $theirs }高{ $gap }，实际高低不能确定
finding-ending-mixed-lower = { $region }的{ $own }比{ $other }的{ $theirs }低{ $gap }，实际高低不能确定
finding-sort-floor = 下限
finding-sort-ceiling = 上限
finding-sort-value = 目标数
finding-promises-same = { $names }目标相同
finding-promises-same-words = { $names }目标提法相同
finding-promises-same-sense = { $names }目标要求相同
finding-promises-same-number = { $names }目标数值相同
finding-promises-unordered = 目标{ $values }
finding-promises-years = 目标{ $values }
finding-promises-scopes = 目标{ $values }
finding-promises-doubted = 目标{ $values }
finding-promises-break = 目标{ $values }
finding-promises-strictest = { $region }目标最严
finding-promises-stricter = { $who }目标严于{ $other }
finding-promises-laxer = { $who }目标宽于{ $other }
finding-promises-earlier = 目标年份{ $who }早于{ $other }
finding-promises-later = 目标年份{ $who }晚于{ $other }
finding-promises-value-higher = { $who }目标比{ $other }高{ $gap }
finding-promises-value-lower = { $who }目标比{ $other }低{ $gap }
finding-promises-mixed-higher = { $who }{ $own }比{ $other }的{ $theirs }高{ $gap }
finding-promises-mixed-lower = { $who }{ $own }比{ $other }的{ $theirs }低{ $gap }
finding-promises-floor-higher = { $who }目标下限比{ $other }高{ $gap }
finding-promises-floor-lower = { $who }目标下限比{ $other }低{ $gap }
finding-promises-ceiling-higher = { $who }目标上限比{ $other }高{ $gap }
finding-promises-ceiling-lower = { $who }目标上限比{ $other }低{ $gap }

## Pace.

finding-pace-up = { $region }年均提高{ $pace }
finding-pace-down = { $region }年均下降{ $pace }
finding-pace-least-up = { $region }年均至少提高{ $pace }
finding-pace-least-down = { $region }年均至少下降{ $pace }
finding-pace-more-up = { $region }年均提高超过{ $pace }
finding-pace-more-down = { $region }年均下降超过{ $pace }
finding-pace-nation-name = 全国同期
finding-pace-nation = ；{ $pace }
finding-pace = { $topic }{ $must }由{ $base_year }年的水平到{ $year }年达到目标，{ $paces }{ $nation }{ $conditions }
finding-pace-rest = （另有{ $n }地较慢）
finding-pace-title = { $fastest }
finding-pace-short = { $first }需更快

## Dates.

finding-date-actual-region = { $region }{ $year }年已实现{ $also }
finding-date-actual-each-county = { $region }各县（市、区）{ $year }年已全部实现{ $also }
finding-date-actual-part = { $region }{ $year }年部分已实现{ $also }
finding-date-target-region = { $region }{ $once }提出{ $year }年{ $also }
finding-date-target-each-county = { $region }{ $once }提出{ $year }年（各县、市、区全部）{ $also }
finding-date-target-part = { $region }{ $once }提出{ $year }年（部分）{ $also }
finding-date-also = 另一处{ $years }年
finding-date-was = 原定{ $years }年
finding-date-aim = 目标为{ $years }年
finding-date-not-by = 推断{ $year }年底未实现
finding-date-not-yet = 推断{ $year }年底尚未实现
finding-date-open = { $years }年是否实现未载
finding-date-unknown = 结果未载
finding-date-remarks = （{ $remarks }）
finding-timing-mixed = { $topic }{ $conditions }，{ $in_full }
finding-timing-mixed-brief = { $topic }，{ $dates }{ $conditions }
finding-timing-mixed-title = { $headline }
finding-timing-mixed-short = { $bare }
finding-timing-mixed-whole = { $topic }，{ $headline }
finding-timing = { $topic }，{ $dates }{ $ending }{ $conditions }
finding-timing-is-of = topic
finding-timing-brief = { $topic }，{ $dates }{ $conditions }
finding-timing-title = { $headline }
finding-timing-short = { $bare }
finding-timing-earlier = ，{ $first }所提年份最早
finding-timing-earlier-of-two = ，{ $first }所提年份较早
finding-timing-same-year = ，同一年
finding-timing-side-by-side = {""}
finding-timing-ends = { $first }最早（{ $from }年），{ $last }最晚（{ $to }年）
finding-timing-together = { $names }同为{ $to }年
finding-timing-some = { $dates }等{ $n }地

## What does not agree.

finding-inconsistent-two-values = { $region }文件中，{ $year }年{ $topic }既{ IS($value) }，又为{ $other }，待核实
finding-inconsistent-two-values-title = 文件中两个数值不一致
finding-inconsistent-two-values-short = 数据不一致
finding-inconsistent-two-values-of-table = 表中{ $region }{ $year }年{ $topic }既{ IS($value) }，又为{ $other }，待核实
finding-inconsistent-two-values-of-table-title = 表中两个数值不一致
finding-inconsistent-two-values-of-table-short = 数据不一致
finding-inconsistent-no-step = { $region }文件中，{ $topic }{ $year }年的目标是{ $value }，{ $later }年的目标是{ $other }，后者没有更进一步，待核实
finding-inconsistent-no-step-title = 先后两个目标没有递进
finding-inconsistent-no-step-short = 数据不一致
finding-inconsistent-no-step-of-table = 表中{ $region }{ $topic }{ $year }年的目标是{ $value }，{ $later }年的目标是{ $other }，后者没有更进一步，待核实
finding-inconsistent-no-step-of-table-title = 先后两个目标没有递进
finding-inconsistent-no-step-of-table-short = 数据不一致
finding-inconsistent-levels = { $topic }：{ $whole }{ $once }提出{ $whole_year }年{ $whole_value }，所辖{ $part }{ $once }提出{ $part_year }年{ $part_value }，{ $ending }{ $conditions }
finding-inconsistent-levels-whole = { $topic }的目标：{ $whole }{ $whole_year }年{ $whole_value }、所辖{ $part }{ $part_year }年{ $part_value }
finding-inconsistent-levels-title = 目标{ $whole }{ $whole_year }年{ $whole_value }、所辖{ $part }{ $part_year }年{ $part_value }
finding-inconsistent-levels-ending = 两级目标是否衔接，待核实
finding-inconsistent-levels-short = 的两级目标是否衔接，待核实
finding-remark = { $region }文件中，{ $remark }{ $values }，待核实
finding-remark-title = { $remark }
finding-remark-short = 数据不一致
finding-remark-between = { $remark }{ $values }，待核实
finding-remark-between-title = { $remark }
finding-remark-between-short = 数据不一致
finding-remark-values = （{ $values }）
finding-remark-apart = （{ $values }，相差{ $gap }）
finding-remark-sum = （总数{ $whole }；{ $parts }合计{ $sum }，相差{ $gap }）

## What is not stated.

finding-not-stated = { $region }文件未载明：{ $names }{ $more }{ $when }
finding-not-stated-title = 未载明{ $names }
finding-not-stated-short = 未载明部分指标
finding-not-in-table = 表中没有{ $region }的{ $names }{ $more }{ $when }
finding-not-in-table-title = 表中没有{ $names }
finding-not-in-table-short = 表中没有部分指标
finding-not-stated-more = 等{ $n }项
finding-not-stated-year = （{ $year }年）
finding-not-stated-years = （{ $first }—{ $last }年）

## The lead of a page.

lead-names = { $first }与{ $last }
lead-everything = 各地教育指标比较
lead-table-nothing-title = 表中没有数值
lead-table-nothing = 数据表中没有可以比较的数值
lead-nothing-title = 文件未载明数值
lead-nothing = 所收文件没有载明可以对应到共同指标的数值
lead-no-targets-stated-title = 未载明目标
lead-no-targets-stated = 未载明目标，无从对照完成情况
lead-no-targets-of-table-title = 表中没有目标
lead-no-targets-of-table = 表中数值均为现状。设“类别”一列，逐行写明“实际”或“目标”，或在列名中写明“2025年目标”，即按目标读取
lead-no-targets-of-some-title = 表中没有这样的目标
lead-no-targets-of-some = 所选范围内，表中只有现状
lead-alone = 没有可比的同年他地或全国数值
lead-totals = 数量只并列，不比高低
lead-alone-related = （仅为近似指标）
lead-when-in = { $year }年
lead-when-by = 到{ $year }年底
lead-alone-actual = { $when }，{ $region }{ $topic }{ IS($value) }{ $related }
lead-alone-place = { $region }
lead-alone-actual-title = { $place }{ $topic }{ $when }{ IS($value) }
lead-alone-target = { $region }{ $once }提出，到{ $year }年{ $topic }{ $reach }{ $related }
lead-alone-of = { $topic }：{ $each }
lead-each-actual = { $region }{ $when }{ IS($value) }{ $related }
lead-each-target = { $region }{ $once }提出{ $year }年{ IS($value) }{ $related }
lead-alone-target-title = { $place }{ $topic }{ $year }年目标{ IS($value) }
lead-broken = { $each }，口径待核实
lead-broken-of = { $who }{ $topic }目标{ $values }
lead-broken-value = { $years }年{ $value }
lead-broken-aimed = { $value }
lead-broken-kept = { $kept }
lead-nothing-common = 彼此没有同年可比的现状数值
lead-newest = 查阅的文件不限于下列来源，各地最新一份：{ $each }
lead-newest-of = { $region }{ $date }
lead-nothing-common-of-parts = 两地有隶属关系，数值只并列，不比高低
lead-horizons = 各地目标年份不同，多为：{ $each }
lead-horizon = { $names }{ $year }年
lead-plan-of-year = 到{ $year }年，{ $said }
lead-inferred = 上述{ $year }年数值中，{ $names }，年份由规划推定
lead-inferred-all = { $region }各项
lead-inferred-some = { $region }的{ $which }
lead-year = { $year }年
lead-year-by-end = 到{ $year }年底
lead-due-all = 上述到期目标未载结果
lead-due-just-told = 到期结果未载
lead-due-due = { $n ->
   *[other] 上述目标中到期的未载结果
}
lead-due-all-of = { $names }上述到期目标未载结果
lead-due-due-of = { $n ->
   *[other] { $names }上述到期目标未载结果
}
lead-due-some = 上述到期目标部分未载结果
lead-due-others = { $n ->
   *[other] 上述其他到期目标未载结果
}
lead-definitions = 口径：{ $each }
lead-definition = { $topics }，{ $detail }
lead-labels = 原文所指：{ $each }
lead-labels-of = { $topic }，{ $each }
lead-label = { $region }为{ $label }
lead-terms = 用语：{ $each }
lead-term = { $term }，{ $gloss }
lead-close = 口径相近
lead-apart = ，
lead-shared-unit = 百分点
lead-alike = { $who }{ $items }，分别{ $alike }{ $amounts }
lead-alike-between = { $items }，{ $alike }{ $amounts }
lead-summary-above = { $who }{ $items }，均{ $alike }{ $limits }
lead-summary-met = { $who }{ $items }，均{ $short }
lead-summary-level = { $who }{ $items }，均{ $short }
lead-heading-of = { $who }{ $topic }{ $said }
lead-heading-alone = { $who }{ $said }
lead-heading-between = { $who }{ $topic }{ $said }

## What became of a target.

finding-attainment-spare = ，超出{ $margin }
finding-attainment-lack = ，差{ $margin }
finding-attainment-spare-least = ，至少超出{ $margin }
finding-attainment-lack-least = ，至少差{ $margin }
finding-attainment-spare-more = ，超出不止{ $margin }
finding-attainment-lack-more = ，差距超过{ $margin }
finding-attainment-lack-most = {""}
finding-attainment-edge = ，这一数值不含在内
finding-attainment-elsewhere = （另一处为{ $years }年）
finding-attainment-later = ，{ $years }年情况未载
finding-attainment-newer = ，{ $year }年实际{ IS($value) }{ $reported }
finding-attainment-met = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，达到目标{ $margin }{ $conditions }{ $newer }
finding-attainment-met-title = { $outcome_year }年达到目标
finding-attainment-met-heading = { $outcome_year }年{ IS($outcome) }，达到目标
finding-attainment-met-short = 达到目标
finding-attainment-missed = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，未达目标{ $margin }{ $conditions }{ $newer }
finding-attainment-missed-title = { $outcome_year }年未达目标{ $margin }
finding-attainment-missed-heading = { $outcome_year }年{ IS($outcome) }，未达目标{ $margin }
finding-attainment-missed-short = 未达目标
finding-attainment-not-decided = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，是否达到不能确定{ $conditions }
finding-attainment-not-decided-title = { $outcome_year }年是否达到目标不能确定
finding-attainment-not-decided-short = 是否达到目标不能确定
finding-attainment-not-decided-edge = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，按所载数值达到目标，四舍五入之前是否达到不能确定{ $conditions }
finding-attainment-not-decided-edge-title = { $outcome_year }年按所载数值达到目标
finding-attainment-not-decided-edge-short = 按所载数值达到目标
finding-attainment-not-decided-edge-missed = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年实际{ IS($outcome) }，按所载数值未达目标，四舍五入之前是否达到不能确定{ $conditions }
finding-attainment-not-decided-edge-missed-title = { $outcome_year }年按所载数值未达目标
finding-attainment-not-decided-edge-missed-short = 按所载数值未达目标
finding-attainment-not-decided-yet = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，此前是否每年都达到不能确定{ $conditions }
finding-attainment-not-decided-yet-title = 到{ $outcome_year }年是否每年都达到目标不能确定
finding-attainment-not-decided-yet-short = 此前是否每年都达到不能确定
finding-attainment-on-pace = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，进度不慢于直线{ $conditions }
finding-attainment-on-pace-title = { $outcome_year }年进度不慢于直线
finding-attainment-on-pace-short = 进度不慢于直线
finding-attainment-on-pace-met = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，已达到这一水平{ $margin }{ $conditions }
finding-attainment-on-pace-met-title = { $outcome_year }年已达到{ $year }年目标的水平
finding-attainment-on-pace-met-short = 提前达到目标水平
finding-attainment-behind-pace = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，进度慢于直线{ $conditions }
finding-attainment-behind-pace-title = { $outcome_year }年进度慢于直线
finding-attainment-behind-pace-short = 进度慢于直线
finding-attainment-pace-not-decided = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，进度快慢不能确定{ $conditions }
finding-attainment-pace-not-decided-title = { $outcome_year }年进度快慢不能确定
finding-attainment-pace-not-decided-short = 进度快慢不能确定
finding-attainment-pace-not-decided-below = { $topic }到{ $year }年{ $reach }，{ $outcome_year }年{ IS($outcome) }，未到这一水平，进度快慢不能确定{ $conditions }
finding-attainment-pace-not-decided-below-title = { $outcome_year }年未到{ $year }年目标的水平，进度快慢不能确定
finding-attainment-pace-not-decided-below-short = 未到目标水平，进度快慢不能确定
finding-attainment-date-met = { $topic }定为{ $year }年，{ $outcome_year }年已实现{ $conditions }
finding-attainment-date-met-title = { $outcome_year }年实现，目标为{ $year }年
finding-attainment-date-met-short = 已实现
finding-attainment-date-early = { $topic }定为{ $year }年，{ $outcome_year }年实现，提前{ $apart }年{ $conditions }
finding-attainment-date-early-title = { $outcome_year }年实现，提前{ $apart }年
finding-attainment-date-early-short = 提前实现
finding-attainment-date-at-once = { $topic }定为{ $year }年，{ $outcome_year }年（文件印发当年）已实现{ $conditions }
finding-attainment-date-at-once-title = { $outcome_year }年（文件印发当年）实现
finding-attainment-date-at-once-short = 文件印发当年实现
finding-attainment-date-missed = { $topic }定为{ $year }年，{ $outcome_year }年才实现，晚于目标{ $conditions }
finding-attainment-date-missed-title = { $outcome_year }年实现，晚于目标
finding-attainment-date-missed-short = 晚于目标
finding-attainment-date-not-yet = { $topic }定为{ $year }年{ $also }，到{ $outcome_year }年底未实现{ $conditions }{ $later }
finding-attainment-date-not-yet-title = { $year }年目标未按期实现
finding-attainment-date-not-yet-short = 未按期实现
finding-attainment-date-open = { $topic }定为{ $year }年{ $also }，到{ $outcome_year }年底未实现{ $conditions }，{ $year }年情况未载
finding-attainment-date-open-title = { $outcome_year }年底未实现，{ $year }年情况未载
finding-attainment-date-open-short = 目标年份情况未载
finding-attainment-date-coming = { $topic }定为{ $year }年{ $also }，到{ $outcome_year }年底未实现{ $conditions }
finding-attainment-date-coming-title = 目标为{ $year }年，到{ $outcome_year }年底未实现
finding-attainment-date-coming-short = 未到目标年份
finding-attainment-date-not-decided = { $topic }定为{ $year }年，实际为{ $outcome_year }年，是否按期不能确定{ $conditions }
finding-attainment-date-not-decided-title = 是否按期不能确定
finding-attainment-date-not-decided-short = 是否按期不能确定
finding-year-of-before = {""}
finding-year-of-after = 的年份
finding-deed-everywhere = 各县（市、区）
finding-deed-region = { $deed }
finding-deed-each-county = 各县（市、区）均{ $deed }
finding-deed-planned-region = { $hedged ->
    [yes] 力争到
   *[no] 到
}{ $year }年
finding-deed-planned-each-county = { $hedged ->
    [yes] 力争到
   *[no] 到
}{ $year }年
finding-attainment-deed-met = { $plan }{ $deed }，{ $outcome_year }年已实现{ $conditions }
finding-attainment-deed-met-title = { $everywhere }{ $outcome_year }年已实现
finding-attainment-deed-met-whole = { $who }{ $outcome_year }年{ $deed }
finding-attainment-deed-met-short = 已实现
finding-attainment-deed-early = { $plan }{ $deed }，{ $outcome_year }年已实现，提前{ $apart }年{ $conditions }
finding-attainment-deed-early-title = { $everywhere }{ $outcome_year }年实现，提前{ $apart }年
finding-attainment-deed-early-whole = { $who }到{ $outcome_year }年{ $deed }，比目标（{ $year }年）提前{ $apart }年
finding-attainment-deed-early-short = 提前实现
finding-attainment-deed-at-once = { $plan }{ $deed }，{ $outcome_year }年（文件印发当年）已实现{ $conditions }
finding-attainment-deed-at-once-title = { $everywhere }{ $outcome_year }年（文件印发当年）实现
finding-attainment-deed-at-once-whole = { $who }到{ $outcome_year }年{ $deed }，目标为{ $year }年
finding-attainment-deed-at-once-short = 文件印发当年实现
finding-attainment-deed-missed = { $plan }{ $deed }，{ $outcome_year }年才实现，晚于目标{ $conditions }
finding-attainment-deed-missed-title = { $everywhere }{ $outcome_year }年实现，晚于目标
finding-attainment-deed-missed-whole = { $who }{ $outcome_year }年{ $deed }，晚于目标
finding-attainment-deed-missed-short = 晚于目标
finding-attainment-deed-not-yet = { $plan }{ $also }{ $deed }，到{ $outcome_year }年底未实现{ $conditions }{ $later }
finding-attainment-deed-not-yet-title = 到{ $outcome_year }年底未实现（推断）
finding-attainment-deed-not-yet-whole = { $who }到{ $outcome_year }年底未{ $deed }（推断）
finding-attainment-deed-not-yet-short = 未按期实现
finding-attainment-deed-open = { $plan }{ $also }{ $deed }，到{ $outcome_year }年底未实现{ $conditions }，{ $year }年情况未载
finding-attainment-deed-open-title = 到{ $outcome_year }年底未实现（推断），{ $year }年情况未载
finding-attainment-deed-open-whole = { $who }到{ $outcome_year }年底未{ $deed }（推断），{ $year }年情况未载
finding-attainment-deed-open-short = 目标年份情况未载
finding-attainment-deed-coming = { $plan }{ $also }{ $deed }，到{ $outcome_year }年底未实现{ $conditions }
finding-attainment-deed-coming-title = 目标为{ $year }年，到{ $outcome_year }年底未实现（推断）
finding-attainment-deed-coming-whole = { $who }到{ $outcome_year }年底未{ $deed }（推断），目标为{ $year }年
finding-attainment-deed-coming-short = 未到目标年份
finding-attainment-deed-not-decided = { $plan }{ $deed }，实际为{ $outcome_year }年，是否按期不能确定{ $conditions }
finding-attainment-deed-not-decided-title = 是否按期不能确定
finding-attainment-deed-not-decided-whole = { $who }{ $deed }是否按期不能确定
finding-attainment-deed-not-decided-short = 是否按期不能确定
finding-attainment-of-year = { $names }{ $year }年
finding-attainment-no-outcome-years = { $n ->
    [1] 可比指标中，{ $dates }的目标{ $of }完成情况未载
   *[other] 到期的{ $n }项目标{ $of }（{ $dates }）均未载完成情况
}
finding-attainment-no-outcome-years-title = { $dates }的目标完成情况未载
finding-attainment-no-outcome-years-short = 目标完成情况未载
finding-attainment-count-of = { $names }{ $due }项，{ $told }，其余{ $rest }项未载结果{ $newest }{ $ahead }
finding-attainment-count-all = { $names }{ $due }项{ $due ->
    [1] {""}
   *[other] 均
}未载结果{ $newest }{ $ahead }
finding-attainment-count-known = { $names }{ $due }项，{ $told }{ $ahead }
finding-attainment-no-outcome-short = 目标完成情况未载
finding-attainment-no-outcome-each = { $span }目标（可比指标）{ $papers ->
    [yes] ，按所收文件
   *[no] {""}
}：{ $each }
finding-attainment-no-outcome-each-whole = { $span }目标（可比指标{ $inferred }）{ $papers ->
    [yes] ，按所收文件
   *[no] {""}
}：{ $which }
finding-attainment-no-outcome-each-title = 目标完成情况未载
finding-attainment-no-outcome-each-short = 目标完成情况未载
finding-years-of-plans = ，其中{ $n }项的年份按规划期末计
finding-newest-source = （{ $region }最新一份{ $date }）
finding-attainment-no-outcome-any = { $who }{ $span }{ $due }项目标（可比指标）{ $papers ->
    [yes] ，所收文件{ $newest }
   *[no] {""}
}{ $due ->
    [1] {""}
   *[other] 均
}未载结果{ $ahead }
finding-attainment-no-outcome-any-whole = { $who }{ $span }{ $due }项目标（可比指标{ $inferred }）{ $papers ->
    [yes] ，所收文件{ $newest }
   *[no] {""}
}{ $due ->
    [1] {""}
   *[other] 均
}未载结果{ $coming }
finding-attainment-no-outcome-any-title = { $span }{ $due }项目标{ $due ->
    [1] {""}
   *[other] 均
}未载结果
finding-attainment-no-outcome-any-short = 目标完成情况未载
finding-attainment-no-outcome-tally = { $who }{ $span }{ $due }项目标（可比指标），{ $told }，其余{ $rest }项{ $papers ->
    [yes] ，所收文件{ $newest }
   *[no] {""}
}未载结果{ $ahead }
finding-attainment-no-outcome-tally-whole = { $who }{ $span }{ $due }项目标（可比指标{ $inferred }），{ $which }，其余{ $rest }项{ $papers ->
    [yes] ，所收文件{ $newest }
   *[no] {""}
}未载结果{ $coming }
finding-attainment-no-outcome-tally-title = { $span }{ $due }项目标中{ $rest }项未载结果
finding-attainment-no-outcome-tally-short = 其他目标完成情况未载
finding-attainment-no-outcome-coming = { $who }{ $year }年的{ $due }项目标（可比指标）{ $due ->
    [1] {""}
   *[other] 均
}尚未到期
finding-attainment-no-outcome-coming-title = { $year }年的目标尚未到期
finding-attainment-no-outcome-coming-short = 目标尚未到期
finding-attainment-no-outcome-coming-met = { $who }{ $year }年的{ $due }项目标（可比指标），{ $told }，其余{ $rest }项尚未到期
finding-attainment-no-outcome-coming-met-title = { $year }年的{ $due }项目标中{ $rest }项尚未到期
finding-attainment-no-outcome-coming-met-short = 其他目标尚未到期
finding-attainment-tally-of = ，
finding-attainment-tally-met = 达到{ $count }项
finding-attainment-tally-missed = 未达{ $count }项
finding-attainment-tally-missed-by = { $count }项推断到{ $year }年底未达到
finding-attainment-tally-not-decided = { $count }项是否达到不能确定
finding-attainment-tally-under-way = { $count }项只载中途数值
finding-attainment-tally-moved = 推迟{ $count }项
finding-attainment-tally-ahead-of = ，未到期的有{ $count }项已实现
finding-attainment-tally-ahead = ；未到期的有{ $count }项已实现
finding-due-in = { $year }年到期的
finding-due-by = 截至{ $year }年到期的

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
finding-revision-postponed = { $who }{ $topic }{ $reach }的目标，原定{ $old_year }年，后定为{ $year }年，推迟{ $apart }年{ $conditions }
finding-revision-postponed-title = { $reach }的目标推迟到{ $year }年
finding-revision-postponed-short = 目标推迟
finding-revision-advanced = { $who }{ $topic }{ $reach }的目标，原定{ $old_year }年，后定为{ $year }年，提前{ $apart }年{ $met }{ $conditions }
finding-revision-advanced-title = { $reach }的目标提前到{ $year }年
finding-revision-advanced-short = 目标提前
finding-revision-kept = { $who }{ $topic }先后提出到{ $old_year }年、到{ $year }年{ $reach }，要求不变{ $met }{ $conditions }
finding-revision-kept-title = { $year }年仍以{ $goal }为目标
finding-revision-kept-short = 目标不变
finding-revision-date-postponed = { $who }{ $topic }原定{ $old_year }年，后定为{ $year }年，推迟{ $apart }年{ $conditions }
finding-revision-date-postponed-title = 由{ $old_year }年推迟到{ $year }年
finding-revision-date-postponed-short = 推迟
finding-revision-date-advanced = { $who }{ $topic }原定{ $old_year }年，后定为{ $year }年，提前{ $apart }年{ $conditions }
finding-revision-date-advanced-title = 由{ $old_year }年提前到{ $year }年
finding-revision-date-advanced-short = 提前
finding-revision-now-task = { $year }年列为当年任务
finding-revision-now-date = 后定为{ $year }年
finding-revision-until = ，推断到{ $year }年底未实现
finding-revision-not-yet = ；推断到{ $year }年底尚未实现
finding-revision-deed-postponed = { $who }原{ $hedged ->
    [yes] 提出力争
   *[no] 定
}{ $old_year }年{ $topic }{ $until }，{ $now }{ $reported }，目标年份推迟{ $apart }年{ $waiting }{ $conditions }
finding-revision-deed-postponed-beside = { $who }原{ $hedged ->
    [yes] 提出力争
   *[no] 定
}{ $old_year }年实现{ $until }，{ $now }{ $reported }{ $waiting }{ $conditions }
finding-revision-deed-postponed-title = 目标原为{ $old_year }年，{ $now }
finding-revision-deed-postponed-short = 推迟
finding-revision-deed-advanced = { $who }原{ $hedged ->
    [yes] 提出力争
   *[no] 定
}{ $old_year }年{ $topic }，{ $now }{ $reported }，提前{ $apart }年{ $waiting }{ $conditions }
finding-revision-deed-advanced-title = 由{ $old_year }年提前到{ $year }年
finding-revision-deed-advanced-short = 提前
finding-revision-met-when-set = { $who }{ $topic }到{ $year }年{ $reach }{ $met }{ $conditions }
finding-revision-met-when-set-title = { $year }年{ $reach }，提出时已经达到
finding-revision-met-when-set-short = 目标提出时已经达到
finding-revision-new = { $region }较新的文件新提出目标：{ $names }{ $more }
finding-revision-new-title = 新提出目标：{ $names }
finding-revision-new-short = 新提出目标
finding-revision-dropped = { $region }较新的文件未再提出目标（未提及不等于取消）：{ $names }{ $more }
finding-revision-dropped-title = 未再提出目标：{ $names }
finding-revision-dropped-short = 部分目标未再提出

## change

finding-change-rise = { $who }{ $topic }由{ $base_year }年的{ $base }升至{ $year }年的{ $value }，提高{ $gap }{ $conditions }
finding-change-rise-title = { $base_year }—{ $year }年提高{ $gap }
finding-change-rise-short = 比原来高
finding-change-fall = { $who }{ $topic }由{ $base_year }年的{ $base }降至{ $year }年的{ $value }，下降{ $gap }{ $conditions }
finding-change-fall-title = { $base_year }—{ $year }年下降{ $gap }
finding-change-fall-short = 比原来低
finding-change-same = { $who }{ $topic }{ $year }年为{ $value }，与{ $base_year }年相同{ $conditions }
finding-change-same-title = { $base_year }年与{ $year }年相同
finding-change-same-short = 与原来相同
