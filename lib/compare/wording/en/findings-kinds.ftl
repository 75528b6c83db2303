## What every finding has.

finding-who = { " " }in { $region }
finding-in-year = In { $year }, {""}
finding-by-end = By the end of { $year }, {""}
finding-planned-by = For { $year }, {""}
finding-by-year = For { $year }, {""}
finding-text = {""}
finding-text-plan = {""}
finding-text-points = {""}
finding-text-action-plan = {""}
finding-text-bulletin = {""}
finding-text-work-report = {""}
finding-text-evaluation = {""}
finding-text-table = {""}
finding-text-press = {""}
finding-planned = {""}
finding-gone-once = {""}
finding-gone-plan = {""}
finding-gone-must = {""}
finding-gone-outlook = actual results may differ
finding-coming-once = {""}
finding-coming-plan = {""}
finding-coming-must = {""}
finding-coming-outlook = actual results may differ
finding-names-more = { $names } and others ({ $n } in all)
finding-label = the figure for “{ $label }”
finding-at-least = at least { $gap }
finding-at-least-way = { $way }
finding-more-than = more than { $gap }
finding-more-than-way = { $way }
finding-and = { " " }and {""}
finding-higher = above
finding-lower = below
finding-undetermined = which is higher cannot be determined
finding-yearly = , or { $pace } a year
finding-yearly-least = at least { $pace }
finding-yearly-more = more than { $pace }
finding-item = { $topic } ({ $value }{ $beside })
finding-graded = { $grade }; { $conditions }
finding-item-beside = ; { $conditions }
finding-year-inferred-plan = year inferred from the plan
finding-years-inferred-plan = some years inferred from the plan
finding-year-inferred-outcome = year inferred
finding-years-inferred-outcome = some years inferred
finding-own-text = { $region }: { $said }
finding-reported = press report
finding-reported-some = partly from a press report
finding-inferred = inferred
finding-inferred-reported = inferred from a press report
finding-group-values = { $values }
finding-order-first = { $first } { $best }
finding-best-higher = highest
finding-best-lower = lowest
finding-worst-higher = lowest
finding-worst-lower = highest

## Outcomes of several regions, side by side.

finding-both-ends = { $best } or the { $worst }
finding-extreme-value = { $names } ({ $value })
finding-extreme-one = { $way } in { $names } ({ $value })
finding-extreme-either = { $way } in { $values }
finding-own-not-sure = ; the best was { $values }
finding-own-not-either = ; the best was { $values }
finding-own-not-open = ; by the numbers stated, the best was { $values }
finding-own-among-sure = , level with { $names }
finding-own-among-either = , which cannot be ranked against { $values }
finding-own-among-open = ; which was the best cannot be determined
finding-own-best-stated = , by the numbers stated the best
finding-group-one = { $value } in { $names }
finding-group-all = { $value } in { $names }
finding-group-brief = { $value } in { $names }
finding-apart-higher = higher
finding-apart-lower = lower
finding-apart-two = ; { $names } was { $gap } { $way }
finding-apart-many = ; the highest and the lowest were { $gap } apart
finding-contrast-gap = { $subject } { $gap } { $way } than { $others }
finding-contrast-order = { $subject } { $way } than { $others }

finding-region-ahead = { $topic } was { $values }{ $apart }{ $conditions }
finding-region-ahead-title = { $contrast }
finding-region-ahead-short = { $order }
finding-region-ahead-alike = { $subject } was { $way }
finding-region-level = { $topic } was { $first_value } in { $names }{ $conditions }
finding-region-level-in-words = { $topic } was { $values }{ $conditions }
finding-region-level-in-words-title = { $names } put it in like words
finding-region-level-in-words-short = { $names } put it in like words
finding-region-level-title = { $first_value } in { $names }
finding-region-level-short = { $names } level
finding-region-undetermined = { $topic } was { $values }; which is higher cannot be determined{ $conditions }
finding-region-undetermined-title = { $values }
finding-region-undetermined-short = which is higher cannot be determined
finding-region-many = { $topic } was { $first_end } and { $last_end } of { $number } comparable regions{ $conditions }
finding-region-many-open = { $topic } was, by the numbers stated, { $first_end } and { $last_end } of { $number } comparable regions; some values are bounds or estimates, so that others may be the { $undecided }{ $conditions }
finding-region-many-open-title = { $best } in { $first }, { $worst } in { $last } by the numbers stated
finding-region-many-open-short = { $best } in { $first } by the numbers stated
finding-region-many-title = { $best } in { $first }, { $worst } in { $last }
finding-region-many-short = { $best } in { $first }
finding-region-totals = { $topic } was { $values }; { $ending }{ $conditions }
finding-region-totals-title = { $values }
finding-region-totals-short = totals side by side

finding-both-one = { $value }
finding-both-all = { $value } each
finding-beside-above = { $gap } higher than in { $names } ({ $value })
finding-beside-below = { $gap } lower than in { $names } ({ $value })
finding-beside-above-title = { $gap } higher than in { $names }
finding-beside-below-title = { $gap } lower than in { $names }
finding-beside-above-heading = { $gap } higher than in { $names }
finding-beside-below-heading = { $gap } lower than in { $names }
finding-beside-level = the same as in { $names }
finding-beside-in-words = the same as in { $names }, each in its own words
finding-beside-ahead = better than in { $names } ({ $value })
finding-beside-behind = less good than in { $names } ({ $value })
finding-beside-undetermined = which cannot be ranked against { $names } ({ $value })
finding-side-above = above { $names }
finding-side-below = below { $names }
finding-side-ahead = ahead of { $names }
finding-side-behind = behind { $names }
finding-side-between = between { $names }
finding-side-level = level with { $names }
finding-side-undetermined = in no certain order with { $names }

finding-region-own-ahead = { $topic }{ $who } was { $value }, { $beside }{ $conditions }
finding-region-own-ahead-title = { $headline }
finding-region-own-ahead-heading = at { $value }, { $apart }
finding-region-own-ahead-short = { $side }
finding-region-own-behind = { $topic }{ $who } was { $value }, { $beside }{ $conditions }
finding-region-own-behind-title = { $headline }
finding-region-own-behind-heading = at { $value }, { $apart }
finding-region-own-behind-short = { $side }
finding-region-own-between = { $topic }{ $who } was { $value }, { $beside }{ $conditions }
finding-region-own-between-title = { $headline }
finding-region-own-between-heading = at { $value }, { $apart }
finding-region-own-between-short = { $side }
finding-region-own-level = { $topic }{ $who } was { $value }, { $beside }{ $conditions }
finding-region-own-level-title = { $headline }
finding-region-own-level-short = { $side }
finding-region-own-undetermined = { $topic }{ $who } was { $value }, { $beside }{ $conditions }
finding-region-own-undetermined-title = { $headline }
finding-region-own-undetermined-short = { $side }
finding-region-own-many = { $topic }{ $who } was { $value }, place { $rank } of { $number } comparable regions{ $best }{ $conditions }
finding-region-own-many-title = place { $rank } of { $number }
finding-region-own-many-short = place { $rank } of { $number }

## Outcomes beside the nation's.

finding-outcome-outcome-above = { $topic }{ $who } was { $value }, { $gap } { $way } { $reference } ({ $limit }){ $conditions }
finding-outcome-outcome-above-title = { $gap } { $way } { $reference }
finding-outcome-outcome-above-short = { $side } { $reference }
finding-outcome-outcome-above-alike = { $side } { $references }
finding-outcome-bound = { $topic }{ $who } was { $value }, { $side } { $reference } ({ $limit }){ $conditions }
finding-outcome-bound-title = { $side } { $reference } of { $limit }
finding-outcome-bound-heading = at { $value }, { $side } { $reference } of { $limit }
finding-outcome-bound-short = { $side } { $reference }
finding-outcome-outcome-below = { $topic }{ $who } was { $value }, { $gap } { $way } { $reference } ({ $limit }){ $conditions }
finding-outcome-outcome-below-title = { $gap } { $way } { $reference }
finding-outcome-outcome-below-short = { $side } { $reference }
finding-outcome-outcome-below-alike = { $side } { $references }
finding-outcome-outcome-level = { $topic }{ $who } was { $value }, the same as { $reference }{ $conditions }
finding-outcome-outcome-level-title = the same as { $reference }
finding-outcome-outcome-level-short = the same as { $reference }
finding-outcome-outcome-undetermined = { $topic }{ $who } was { $value }; whether that is above or below { $reference } ({ $limit }) cannot be determined{ $conditions }
finding-outcome-outcome-undetermined-title = no order against { $reference }
finding-outcome-outcome-undetermined-short = no order against { $reference }

finding-outcome-aim-met = { $topic }{ $who } was { $value } and met { $reference } ({ $limit }){ $conditions }
finding-outcome-aim-met-title = met { $reference }
finding-outcome-aim-met-heading = at { $value }, met { $reference }
finding-outcome-aim-met-short = met { $reference }
finding-outcome-aim-short = { $topic }{ $who } was { $value }, { $gap } short of { $reference } ({ $limit }){ $conditions }
finding-outcome-aim-short-title = { $gap } short of { $reference }
finding-outcome-aim-short-short = short of { $reference }
finding-outcome-aim-not-assured = { $topic }{ $who } was { $value }; whether { $reference } ({ $limit }) was met cannot be determined{ $conditions }
finding-outcome-aim-not-assured-title = not shown to meet { $reference }
finding-outcome-aim-not-assured-short = not shown to meet { $reference }

finding-outcome-standard-met = { $topic }{ $who } was { $value } and met { $reference } ({ $limit }){ $conditions }{ $over }
finding-outcome-standard-met-title = met { $reference }
finding-outcome-standard-met-heading = at { $value }, met { $reference }
finding-outcome-standard-met-short = met { $reference }
finding-over = , { $gap } { $side } it
finding-outcome-standard-met-number = { $topic }{ $who } was { $value } and met { $reference } in number ({ $limit }){ $conditions }
finding-outcome-standard-met-number-beyond = { $topic }{ $who } was { $value }, { $gap } { $way } the number in { $reference } ({ $limit }){ $conditions }
finding-outcome-standard-met-number-beyond-title = { $gap } { $way } the number in { $reference }
finding-outcome-standard-met-number-beyond-short = met { $reference } in number
finding-outcome-standard-met-number-title = met { $reference } in number
finding-outcome-standard-met-number-heading = at { $value }, met { $reference } in number
finding-outcome-standard-met-number-short = met { $reference } in number
finding-outcome-standard-short = { $topic }{ $who } was { $value }, { $gap } short of { $reference } ({ $limit }){ $conditions }
finding-outcome-standard-short-title = { $gap } short of { $reference }
finding-outcome-standard-short-short = short of { $reference }
finding-outcome-line = { $topic }{ $who } was { $value }, { $gap } { $way } the national standard for counties ({ $limit }){ $conditions }
finding-outcome-line-title = { $gap } { $way } the standard for counties
finding-outcome-line-heading = at { $value }, { $gap } { $way } the standard for counties
finding-outcome-line-short = { $side } the national standard for counties
finding-outcome-line-number = { $topic }{ $who } was { $value }, { $gap } { $way } the number in the national standard for counties ({ $limit }){ $conditions }
finding-outcome-line-number-title = { $gap } { $way } the number in the standard for counties
finding-outcome-line-number-heading = at { $value }, { $gap } { $way } the number in the standard for counties
finding-outcome-line-number-short = { $side } the number in the national standard for counties
finding-outcome-line-level = { $topic }{ $who } was { $value }, the same number as the national standard for counties ({ $limit }){ $conditions }
finding-outcome-line-level-title = the same number as the standard for counties
finding-outcome-line-level-short = the same number as the national standard for counties
finding-outcome-standard-not-assured-each = { $topic }{ $who } was { $value }; { $reference } ({ $limit }) applies to each resource separately, so a single figure cannot show whether it was met{ $conditions }
finding-outcome-standard-not-assured-each-title = one figure cannot show whether the standard for each resource was met
finding-outcome-standard-not-assured-each-heading = at { $value }
finding-outcome-standard-not-assured-each-short = { $value }
finding-outcome-standard-not-assured = { $topic }{ $who } was { $value }; whether { $reference } ({ $limit }) was met cannot be determined{ $conditions }
finding-outcome-standard-not-assured-title = whether { $reference } was met cannot be determined
finding-outcome-standard-not-assured-heading = at { $value }
finding-outcome-standard-not-assured-short = not shown to meet { $reference }

## Promises beside the nation's aim and standard.

finding-aim-aim-met = the target for { $topic }{ $who } ({ $reach }) would, if met, reach the level of { $reference } ({ $limit }){ $conditions }
finding-aim-aim-met-title = { $reach } by { $year }, in line with { $reference }
finding-aim-aim-met-short = planned in line with { $reference }
finding-aim-aim-short = the target for { $topic }{ $who } ({ $reach }) falls short of { $reference } ({ $limit }){ $conditions }
finding-aim-aim-short-title = planned short of { $reference }
finding-aim-aim-short-short = planned short of { $reference }
finding-aim-aim-not-assured = the target for { $topic }{ $who } ({ $reach }), even if met, would not necessarily reach { $reference } ({ $limit }){ $conditions }
finding-aim-aim-not-assured-title = target that, even if met, would not necessarily reach { $reference }
finding-aim-aim-not-assured-short = target that need not reach { $reference }

finding-aim-apart = the target for { $topic }{ $who } ({ $reach }) is not compared with { $reference } ({ $limit }){ $conditions }
finding-aim-apart-title = target: { $value }
finding-aim-apart-short = target not compared
finding-aim-standard-met = the target for { $topic }{ $who } ({ $reach }) would, if met, satisfy { $reference } ({ $limit }){ $conditions }
finding-aim-standard-met-title = { $reach } by { $year }, in line with { $reference }
finding-aim-standard-met-short = planned in line with { $reference }
finding-aim-standard-met-number = the target for { $topic }{ $who } ({ $reach }) would, if met, reach the number in { $reference } ({ $limit }){ $conditions }
finding-aim-standard-met-number-title = { $reach } by { $year }, in line with the number in { $reference }
finding-aim-standard-met-number-short = planned in line with the number in { $reference }
finding-aim-standard-short = the target for { $topic }{ $who } ({ $reach }) falls short of { $reference } ({ $limit }){ $conditions }
finding-aim-standard-short-title = planned short of { $reference }
finding-aim-standard-short-short = planned short of { $reference }
finding-aim-line = the target for { $topic }{ $who } ({ $reach }) lies { $gap } { $way } the national standard for counties ({ $limit }){ $conditions }
finding-aim-line-title = { $reach } by { $year }, { $gap } { $way } the standard for counties
finding-aim-line-short = target { $side } the national standard for counties
finding-aim-line-number = the target for { $topic }{ $who } ({ $reach }) lies { $gap } { $way } the number in the national standard for counties ({ $limit }){ $conditions }
finding-aim-line-number-title = { $reach } by { $year }, { $gap } { $way } the number in the standard for counties
finding-aim-line-number-short = target { $side } the number in the national standard for counties
finding-aim-line-level = the target for { $topic }{ $who } ({ $reach }) is the same number as the national standard for counties ({ $limit }){ $conditions }
finding-aim-line-level-title = { $reach } by { $year }, the same number as the standard for counties
finding-aim-line-level-short = target the same number as the national standard for counties
finding-aim-standard-not-assured-each = a single figure cannot show whether the target for { $topic }{ $who } ({ $reach }) would meet { $reference } ({ $limit }), which applies to each resource separately{ $conditions }
finding-aim-standard-not-assured-each-title = one figure cannot show whether the standard for each resource would be met
finding-aim-standard-not-assured-each-heading = { $reach } by { $year }
finding-aim-standard-not-assured-each-short = { $reach } by { $year }
finding-aim-standard-not-assured = the target for { $topic }{ $who } ({ $reach }), even if met, would not necessarily reach { $reference } ({ $limit }){ $conditions }
finding-aim-standard-not-assured-title = target that, even if met, would not necessarily reach { $reference }
finding-aim-standard-not-assured-short = target that need not reach { $reference }

## What a source wants to change from its own base.

# $since is finding-since, or nothing where a lead has told that value.
finding-since = { " " }({ $base } in { $base_year })
finding-way-raise = { $topic }{ $who } was planned to rise from { $base } in { $base_year } to { $reach } in { $year }, up { $distance }{ $pace }{ $conditions }
finding-way-raise-brief = { $topic }{ $who } was to reach { $reach } by { $year }{ $conditions }{ $since }
finding-way-raise-title = to rise to { $reach } by { $year } (planned)
finding-way-raise-short = planned to rise
finding-way-raise-at-least = { $topic }{ $who } was planned to rise from { $base } in { $base_year } to { $reach } in { $year }, up by at least { $distance }{ $pace }{ $conditions }
finding-way-raise-at-least-brief = { $topic }{ $who } was to reach { $reach } by { $year }{ $conditions }{ $since }
finding-way-raise-at-least-title = to rise to { $reach } by { $year } (planned)
finding-way-raise-at-least-short = planned to rise
finding-way-lower = { $topic }{ $who } was planned to fall from { $base } in { $base_year } to { $reach } in { $year }, down { $distance }{ $pace }{ $conditions }
finding-way-lower-brief = { $topic }{ $who } was to fall to { $reach } by { $year }{ $conditions }{ $since }
finding-way-lower-title = to fall to { $reach } by { $year } (planned)
finding-way-lower-short = planned to fall
finding-way-lower-at-most = { $topic }{ $who } was planned to fall from { $base } in { $base_year } to { $reach } in { $year }, down by at least { $distance }{ $pace }{ $conditions }
finding-way-lower-at-most-brief = { $topic }{ $who } was to fall to { $reach } by { $year }{ $conditions }{ $since }
finding-way-lower-at-most-title = to fall to { $reach } by { $year } (planned)
finding-way-lower-at-most-short = planned to fall
finding-way-raise-more-than = { $topic }{ $who } was planned to rise from { $base } in { $base_year } to { $reach } in { $year }, up by more than { $distance }{ $pace }{ $conditions }
finding-way-raise-more-than-brief = { $topic }{ $who } was to reach { $reach } by { $year }{ $conditions }{ $since }
finding-way-raise-more-than-title = to rise to { $reach } by { $year } (planned)
finding-way-raise-more-than-short = planned to rise
finding-way-lower-more-than = { $topic }{ $who } was planned to fall from { $base } in { $base_year } to { $reach } in { $year }, down by more than { $distance }{ $pace }{ $conditions }
finding-way-lower-more-than-brief = { $topic }{ $who } was to fall to { $reach } by { $year }{ $conditions }{ $since }
finding-way-lower-more-than-title = to fall to { $reach } by { $year } (planned)
finding-way-lower-more-than-short = planned to fall
finding-way-keep = { $topic }{ $who } was to be kept { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-brief = { $topic }{ $who } was to be kept { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-title = to be kept { $kept } in { $year } (planned)
finding-way-keep-short = to be kept
finding-way-keep-above = { $topic }{ $who } was to stay { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-above-brief = { $topic }{ $who } was to stay { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-above-title = to be kept { $kept } in { $year } (planned)
finding-way-keep-above-short = to be kept
finding-way-floor-below = { $topic }{ $who } was to be { $kept } in { $year }, a floor below its level in { $base_year } ({ $base }){ $conditions }
finding-way-floor-below-brief = { $topic }{ $who } was to be { $kept } in { $year }, a floor below its level in { $base_year } ({ $base }){ $conditions }
finding-way-floor-below-title = to be { $kept } in { $year } (planned)
finding-way-floor-below-short = limit planned
finding-way-keep-below = { $topic }{ $who } was to stay { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-below-brief = { $topic }{ $who } was to stay { $kept } in { $year }{ $conditions } ({ $base } in { $base_year })
finding-way-keep-below-title = to be kept { $kept } in { $year } (planned)
finding-way-keep-below-short = to be kept
finding-way-ceiling-above = { $topic }{ $who } was to be { $kept } in { $year }, a ceiling above its level in { $base_year } ({ $base }){ $conditions }
finding-way-ceiling-above-brief = { $topic }{ $who } was to be { $kept } in { $year }, a ceiling above its level in { $base_year } ({ $base }){ $conditions }
finding-way-ceiling-above-title = to be { $kept } in { $year } (planned)
finding-way-ceiling-above-short = limit planned
finding-way-between = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }{ $conditions }
finding-way-between-brief = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }{ $conditions }
finding-way-between-title = to have { $reach } by { $year }
finding-way-between-short = target set
finding-way-floor-raised = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }, a floor raised by { $distance }{ $conditions }
finding-way-floor-raised-brief = { $topic }{ $who } was to be { $reach } by { $year }{ $conditions }{ $since }
finding-way-floor-raised-title = { $reach } by { $year }
finding-way-floor-raised-short = floor raised
finding-way-floor-lowered = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }, a floor lowered by { $distance }{ $conditions }
finding-way-floor-lowered-brief = { $topic }{ $who } was to be { $reach } by { $year }{ $conditions }{ $since }
finding-way-floor-lowered-title = { $reach } by { $year }
finding-way-floor-lowered-short = floor lowered
finding-way-ceiling-raised = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }, a ceiling raised by { $distance }{ $conditions }
finding-way-ceiling-raised-brief = { $topic }{ $who } was to be { $reach } by { $year }{ $conditions }{ $since }
finding-way-ceiling-raised-title = { $reach } by { $year }
finding-way-ceiling-raised-short = ceiling raised
finding-way-ceiling-lowered = { $topic }{ $who } was planned to go from { $base } in { $base_year } to { $reach } in { $year }, a ceiling lowered by { $distance }{ $conditions }
finding-way-ceiling-lowered-brief = { $topic }{ $who } was to be { $reach } by { $year }{ $conditions }{ $since }
finding-way-ceiling-lowered-title = { $reach } by { $year }
finding-way-ceiling-lowered-short = ceiling lowered
finding-step = { $reach } by { $year }
finding-steps = { $topic }{ $who } was planned in steps: { $steps }{ $conditions }
finding-steps-title = { $reach } by { $year }
finding-steps-short = in steps

## Promises side by side.

finding-undertakes-one-year = { $value } in { $names }
finding-promise-there = already { $value } in { $year }
finding-promise-issued = in a plan issued in { $year }
finding-undertakes-years = { $value } by { $year } in { $names }
finding-scope-each-county = { $value } in every county
finding-scope-each-county-year = every county by { $value }
finding-scope-each-county-year-done = reached by every county by { $value }
finding-scope-each-township = { $value } in every township
finding-scope-each-school = { $value } in every school
finding-scope-each-person = { $value } per person
finding-promise-of = { " " }({ $n } { $n ->
        [one] region
       *[other] regions
    })
finding-promise-one-year = the targets for { $topic }{ $of } were { $values }; { $ending }{ $conditions }
finding-promise-one-year-title = { $headline }
finding-promise-one-year-short = { $headline }
finding-promise-years = the targets for { $topic }{ $of } were { $values }; { $ending }{ $conditions }
finding-promise-years-title = { $headline }
finding-promise-years-short = { $headline }
finding-ending-same = the targets were the same
finding-ending-same-words = the key words are the same
finding-ending-totals = the regions differ in size, so totals are not ranked
finding-ending-no-side = neither more nor less is better, so they are not ranked
finding-ending-same-sense = the level required is the same, worded a little differently
finding-ending-same-number = the number was the same, stated differently
finding-ending-unordered = they cannot be ranked
finding-ending-years = the years differ, so the targets are not ranked
finding-ending-scopes = the scopes differ, so the targets are not ranked
finding-ending-doubted-years = the years differ and the target of { $names } is to be clarified, so the targets are not ranked
finding-ending-doubted = the target of { $names } is to be clarified, so the targets are not ranked
finding-ending-break = the targets are not ranked
finding-ending-strictest = { $region } had the strictest
finding-ending-strictest-alone = none was stricter
finding-ending-stricter = the target of { $region } was stricter
finding-ending-earlier = the target year of { $region } was earlier
finding-ending-bound-higher = the floor of { $region } was { $gap } higher; { $outlook }
finding-ending-bound-lower = the ceiling of { $region } was { $gap } lower; { $outlook }
finding-ending-value-higher = the target of { $region } was { $gap } higher; { $outlook }
finding-ending-value-lower = the target of { $region } was { $gap } lower
finding-ending-value-lower-close = the target of { $region } was { $gap } lower; { $outlook }
finding-ending-mixed-higher = the { $own } of { $region } was { $gap } above the { $theirs } of { $other }; the targets alone do not show which result is higher
finding-ending-mixed-lower = the { $own } of { $region } was { $gap } below the { $theirs } of { $other }; the targets alone do not show which result is lower
finding-sort-floor = floor
finding-sort-ceiling = ceiling
finding-sort-value = figure
finding-promises-same = the same target in { $names }
finding-promises-same-words = targets worded alike in { $names }
finding-promises-same-sense = the same requirement in the targets of { $names }
finding-promises-same-number = the same number in the targets of { $names }
finding-promises-unordered = targets: { $values }
finding-promises-years = targets: { $values }
finding-promises-scopes = targets: { $values }
finding-promises-doubted = targets: { $values }
finding-promises-break = targets: { $values }
finding-promises-strictest = strictest target in { $region }
finding-promises-stricter = target{ $who } stricter than in { $other }
finding-promises-laxer = target{ $who } less strict than in { $other }
finding-promises-earlier = target{ $who } earlier than in { $other }
finding-promises-later = target{ $who } later than in { $other }
finding-promises-value-higher = target{ $who } { $gap } higher than in { $other }
finding-promises-value-lower = target{ $who } { $gap } lower than in { $other }
finding-promises-mixed-higher = target { $own }{ $who } { $gap } above the { $theirs } of { $other }
finding-promises-mixed-lower = target { $own }{ $who } { $gap } below the { $theirs } of { $other }
finding-promises-floor-higher = target floor{ $who } { $gap } higher than in { $other }
finding-promises-floor-lower = target floor{ $who } { $gap } lower than in { $other }
finding-promises-ceiling-higher = target ceiling{ $who } { $gap } higher than in { $other }
finding-promises-ceiling-lower = target ceiling{ $who } { $gap } lower than in { $other }

## Pace.

finding-pace-up = up { $pace } a year in { $region }
finding-pace-down = down { $pace } a year in { $region }
finding-pace-least-up = up at least { $pace } a year in { $region }
finding-pace-least-down = down at least { $pace } a year in { $region }
finding-pace-more-up = up by more than { $pace } a year in { $region }
finding-pace-more-down = down by more than { $pace } a year in { $region }
finding-pace-nation-name = the nation
finding-pace-nation = ; { $pace } over the same years
finding-pace = to go from its level of { $base_year } to the target for { $year }, { $topic } had to move { $paces }{ $nation }{ $conditions }
finding-pace-rest = { " " }({ $n } more { $n ->
        [one] region
       *[other] regions
    } slower)
finding-pace-title = { $fastest }
finding-pace-short = { $first } had to move faster

## Dates.

finding-date-actual-region = reached in { $region } in { $year }{ $also }
finding-date-actual-each-county = reached in every county of { $region } by { $year }{ $also }
finding-date-actual-part = reached in parts of { $region } in { $year }{ $also }
finding-date-target-region = planned for { $year } in { $region }{ $also }
finding-date-target-each-county = planned for every county of { $region } by { $year }{ $also }
finding-date-target-part = planned for { $year } in parts of { $region }{ $also }
finding-date-also = { $years } elsewhere in the text
finding-date-was = originally { $years }
finding-date-aim = planned for { $years }
finding-date-not-by = by inference not reached by end-{ $year }
finding-date-not-yet = by inference not yet reached by end-{ $year }
finding-date-open = no outcome found for { $years }
finding-date-unknown = no outcome found
finding-date-remarks = { " " }({ $remarks })
finding-timing-mixed = { $topic }{ $conditions } was { $in_full }
finding-timing-mixed-brief = { $topic } was { $dates }{ $conditions }
finding-timing-mixed-title = { $headline }
finding-timing-mixed-short = { $bare }
finding-timing-mixed-whole = { $topic }, { $headline }
finding-timing = { $topic } was { $dates }{ $ending }{ $conditions }
finding-timing-is-of = deed
finding-timing-brief = { $topic } was { $dates }{ $conditions }
finding-timing-title = { $headline }
finding-timing-short = { $bare }
finding-timing-earlier = ; the year of { $first } is the earliest
finding-timing-earlier-of-two = ; { $first } named the earlier year
finding-timing-same-year = ; the same year
finding-timing-side-by-side = {""}
finding-timing-ends = earliest in { $first } ({ $from }), latest in { $last } ({ $to })
finding-timing-together = { $to } in { $names }
finding-timing-some = { $dates } and others ({ $n } in all)

## What does not agree.

finding-inconsistent-two-values = the document of { $region } gives { $topic } for { $year } as { $value } and as { $other }; to be checked
finding-inconsistent-two-values-title = two values in one document
finding-inconsistent-two-values-short = values do not agree
finding-inconsistent-two-values-of-table = the table gives { $topic } of { $region } for { $year } as { $value } and as { $other }; to be checked
finding-inconsistent-two-values-of-table-title = two values in one table
finding-inconsistent-two-values-of-table-short = values do not agree
finding-inconsistent-no-step = the document of { $region } sets { $topic } at { $value } for { $year } and at { $other } for { $later }, no step further; to be checked
finding-inconsistent-no-step-title = a later target asks for no more
finding-inconsistent-no-step-short = values do not agree
finding-inconsistent-no-step-of-table = the table sets { $topic } of { $region } at { $value } for { $year } and at { $other } for { $later }, no step further; to be checked
finding-inconsistent-no-step-of-table-title = a later target asks for no more
finding-inconsistent-no-step-of-table-short = values do not agree
finding-inconsistent-levels = { $topic }: { $whole } planned { $whole_value } by { $whole_year }, { $part }, one of its counties, { $part_value } by { $part_year }; { $ending }{ $conditions }
finding-inconsistent-levels-whole = { $topic }, targets: { $whole_value } by { $whole_year } in { $whole }, { $part_value } by { $part_year } in its county { $part }
finding-inconsistent-levels-ending = whether the two fit together is to be checked
finding-inconsistent-levels-title = { $whole_value } by { $whole_year } in { $whole }, { $part_value } by { $part_year } in its county { $part }
finding-inconsistent-levels-short = city and county targets to be checked
finding-remark = to be clarified with { $region }: { $remark }{ $values }
finding-remark-title = { $remark }
finding-remark-short = values do not agree
finding-remark-between = { $remark }{ $values }; to be checked
finding-remark-between-title = { $remark }
finding-remark-between-short = values do not agree
finding-remark-values = { " " }({ $values })
finding-remark-apart = { " " }({ $values }; a difference of { $gap })
finding-remark-sum = { " " }(total { $whole }; the parts, { $parts }, add up to { $sum }, a difference of { $gap })

## What is not stated.

finding-not-stated = the text of { $region } states no value for { $names }{ $more }{ $when }
finding-not-stated-title = not stated: { $names }
finding-not-stated-short = some indicators are not stated
finding-not-in-table = the table has no value of { $region } for { $names }{ $more }{ $when }
finding-not-in-table-title = not in the table: { $names }
finding-not-in-table-short = the table lacks some indicators
finding-not-stated-more = , { $n } in all
finding-not-stated-year = { "" } ({ $year })
finding-not-stated-years = { "" } ({ $first }–{ $last })

## The lead of a page.

lead-names = { $first } and { $last }
lead-everything = Education indicators compared
lead-table-nothing-title = the table has no value
lead-table-nothing = The table has no value that can be compared
lead-nothing-title = the documents state no value
lead-nothing = The documents state no value that belongs to a shared indicator
lead-no-targets-stated-title = no targets are stated
lead-no-targets-stated = No targets are stated, so there is none to hold an outcome to
lead-no-targets-of-table-title = the table has no targets
lead-no-targets-of-table = All values of the table are outcomes. Which are targets is said by a column named kind that holds actual or target in each row, or by the head of a column, such as “enrolment target 2025”
lead-no-targets-of-some-title = the table has no such targets
lead-no-targets-of-some = Of what is asked for, the table has outcomes alone
lead-alone = No comparable value for the same year was found for another region or the nation
lead-totals = Such numbers are not ranked
lead-alone-related = { " " }(a related indicator only)
lead-when-in = in { $year }
lead-when-by = by the end of { $year }
lead-alone-actual = { $when }, { $topic } in { $region } was { $value }{ $related }
lead-alone-place = { " " }in { $region }
lead-alone-actual-title = { $topic }{ $place }, { $value } { $when }
lead-alone-target = { $topic } in { $region } was planned to reach { $reach } by { $year }{ $related }
lead-alone-of = { $topic }: { $each }
lead-each-actual = { $value } in { $region } { $when }{ $related }
lead-each-target = { $value } planned in { $region } by { $year }{ $related }
lead-alone-target-title = { $topic }{ $place }, { $value } planned by { $year }
lead-broken = Later targets whose definition may have changed: { $each }
lead-broken-of = { $topic }{ $who }, { $values }
lead-broken-value = { $value } by { $years }
lead-broken-aimed = { $value }
lead-broken-kept = kept { $kept }
lead-nothing-common = No values of the same year can be compared between them
lead-newest = the sources searched go beyond those listed here; the newest is of { $each }
lead-newest-of = { $date } for { $region }
lead-nothing-common-of-parts = One place is part of the other, so values stand side by side and are not ranked
lead-horizons = target years differ: mostly { $each }
lead-horizon = { $year } in { $names }
lead-plan-of-year = for { $year }, { $said }
lead-inferred = Of the values above, the year { $year } is inferred for { $names }: the source gives none
lead-inferred-all = { $region }
lead-inferred-some = some values of { $region } ({ $which })
lead-year = { $year }
lead-year-by-end = by the end of { $year }
lead-due-all = no outcome was found for { $n ->
    [one] this target
   *[other] these targets
}
lead-due-just-told = no outcome was found
lead-due-due = no outcome was found for { $n ->
    [one] the one of these targets that has fallen due
   *[other] the { $n } of these targets that have fallen due
}
lead-due-all-of = no outcome was found for { $names }
lead-due-due-of = no outcome was found for the { $n ->
    [one] target
   *[other] targets
} of { $names }, now due
lead-due-some = no outcome was found for some of these targets
lead-due-others = no outcome was found for the other { $n ->
    [one] target
   *[other] targets
}
lead-definitions = Definitions: { $each }
lead-definition = { $topics }: { $detail }
lead-labels = What each text counts: { $each }
lead-labels-of = { $topic }: { $each }
lead-label = { $region }, “{ $label }”
lead-terms = Terms: { $each }
lead-term = { $term } ({ $gloss })
lead-close = broadly comparable
lead-apart = { "; " }
lead-shared-unit = { " " }percentage points
lead-alike = { $items }{ $who } were { $amounts } { $alike }
lead-alike-between = { $alike } in { $items }, by { $amounts }
lead-summary-above = { $items }{ $who } were { $alike }{ $limits }
lead-summary-met = { $items }{ $who } { $short }
lead-summary-level = { $items }{ $who } were { $short }
lead-heading-of = { $topic }{ $who } { $said }
lead-heading-alone = { $who } { $said }
lead-heading-between = { $topic }{ $who }, { $said }

## What became of a target.

finding-attainment-spare = , with { $margin } to spare
finding-attainment-lack = , by { $margin }
finding-attainment-spare-least = , with at least { $margin } to spare
finding-attainment-lack-least = , by at least { $margin }
finding-attainment-spare-more = , with more than { $margin } to spare
finding-attainment-lack-more = , by more than { $margin }
finding-attainment-lack-most = {""}
finding-attainment-edge = , which leaves that very number out
finding-attainment-elsewhere = { " " }({ $years } elsewhere in the text)
finding-attainment-later = ; no outcome was found for { $years }
finding-attainment-newer = ; the value in { $year } was { $value }{ $reported }
finding-attainment-met = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: the target was met{ $margin }{ $conditions }{ $newer }
finding-attainment-met-title = target met in { $outcome_year }
finding-attainment-met-heading = { $outcome } in { $outcome_year }, target met
finding-attainment-met-short = target met
finding-attainment-missed = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: the target was missed{ $margin }{ $conditions }{ $newer }
finding-attainment-missed-title = target missed in { $outcome_year }{ $margin }
finding-attainment-missed-heading = { $outcome } in { $outcome_year }, target missed{ $margin }
finding-attainment-missed-short = target missed
finding-attainment-not-decided = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: whether the target was met cannot be determined{ $conditions }
finding-attainment-not-decided-title = may or may not have reached the target in { $outcome_year }
finding-attainment-not-decided-short = whether the target was met cannot be determined
finding-attainment-not-decided-edge = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: the target was met as stated, but whether it was met before rounding cannot be determined{ $conditions }
finding-attainment-not-decided-edge-title = target met as stated in { $outcome_year }
finding-attainment-not-decided-edge-short = target met as stated
finding-attainment-not-decided-edge-missed = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: the target was missed as stated, but whether it was missed before rounding cannot be determined{ $conditions }
finding-attainment-not-decided-edge-missed-title = target missed as stated in { $outcome_year }
finding-attainment-not-decided-edge-missed-short = target missed as stated
finding-attainment-not-decided-yet = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: whether every year so far was at the target cannot be determined{ $conditions }
finding-attainment-not-decided-yet-title = whether every year up to { $outcome_year } was at the target cannot be determined
finding-attainment-not-decided-yet-short = whether every year so far was at the target cannot be determined
finding-attainment-on-pace = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: no slower than the straight line{ $conditions }
finding-attainment-on-pace-title = on pace in { $outcome_year }
finding-attainment-on-pace-short = on pace
finding-attainment-on-pace-met = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: already there{ $margin }{ $conditions }
finding-attainment-on-pace-met-title = at the target for { $year } in { $outcome_year }
finding-attainment-on-pace-met-short = target level reached early
finding-attainment-behind-pace = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: slower than the straight line{ $conditions }
finding-attainment-behind-pace-title = behind pace in { $outcome_year }
finding-attainment-behind-pace-short = behind pace
finding-attainment-pace-not-decided = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: whether that was on pace cannot be determined{ $conditions }
finding-attainment-pace-not-decided-title = pace in { $outcome_year } cannot be determined
finding-attainment-pace-not-decided-short = pace not decided
finding-attainment-pace-not-decided-below = { $topic }{ $who } was to be { $reach } by { $year } and was { $outcome } in { $outcome_year }: not yet at the target; whether that was on pace cannot be determined{ $conditions }
finding-attainment-pace-not-decided-below-title = not yet at the target for { $year } in { $outcome_year }, pace not decided
finding-attainment-pace-not-decided-below-short = not yet at the target, pace not decided
finding-attainment-date-met = { $topic }{ $who } was planned for { $year } and reached in { $outcome_year }{ $conditions }
finding-attainment-date-met-title = { $outcome_year }, planned for { $year }
finding-attainment-date-met-short = reached
finding-attainment-date-early = { $topic }{ $who } was planned for { $year } and reached in { $outcome_year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} early{ $conditions }
finding-attainment-date-early-title = { $outcome_year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} early
finding-attainment-date-early-short = early
finding-attainment-date-at-once = { $topic }{ $who } was planned for { $year } and reached in { $outcome_year }, the year in which the plan was issued{ $conditions }
finding-attainment-date-at-once-title = { $outcome_year }, the year in which the plan was issued
finding-attainment-date-at-once-short = reached in the year in which the plan was issued
finding-attainment-date-missed = { $topic }{ $who } was planned for { $year } and reached in { $outcome_year }: later than planned{ $conditions }
finding-attainment-date-missed-title = { $outcome_year }, later than planned
finding-attainment-date-missed-short = later than planned
finding-attainment-date-not-yet = { $topic }{ $who } was planned for { $year }{ $also } and not reached by the end of { $outcome_year }{ $conditions }{ $later }
finding-attainment-date-not-yet-title = planned for { $year }, missed
finding-attainment-date-not-yet-short = missed
finding-attainment-date-open = { $topic }{ $who } was planned for { $year }{ $also } and not reached by the end of { $outcome_year }{ $conditions }; no outcome was found for { $year }
finding-attainment-date-open-title = not reached by the end of { $outcome_year }, no information for { $year }
finding-attainment-date-open-short = no information for its year
finding-attainment-date-coming = { $topic }{ $who } is planned for { $year }{ $also }; it was not reached by the end of { $outcome_year }{ $conditions }
finding-attainment-date-coming-title = planned for { $year }, not reached by the end of { $outcome_year }
finding-attainment-date-coming-short = not due yet
finding-attainment-date-not-decided = { $topic }{ $who } was planned for { $year } and reached in { $outcome_year }: whether that was in time cannot be determined{ $conditions }
finding-attainment-date-not-decided-title = whether it was in time cannot be determined
finding-attainment-date-not-decided-short = whether it was in time cannot be determined
finding-year-of-before = Year of {""}
finding-year-of-after = {""}
finding-deed-everywhere = { " " }in every county
finding-deed-region = { $deed }
finding-deed-each-county = { $deed }
finding-deed-planned-region = { " " }for { $year }
finding-deed-planned-each-county = { " " }for every county by { $year }
finding-attainment-deed-met = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan } and was reached in { $outcome_year }{ $conditions }
finding-attainment-deed-met-title = reached it{ $everywhere } in { $outcome_year }
finding-attainment-deed-met-short = reached
finding-attainment-deed-met-whole = { $deed }{ $who } reached in { $outcome_year }
finding-attainment-deed-early = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan } and was reached in { $outcome_year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} early{ $conditions }
finding-attainment-deed-early-title = reached it{ $everywhere } in { $outcome_year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} early
finding-attainment-deed-early-short = reached early
finding-attainment-deed-at-once = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan } and was reached in { $outcome_year }, the year in which the plan was issued{ $conditions }
finding-attainment-deed-at-once-title = reached it{ $everywhere } in { $outcome_year }, the year in which the plan was issued
finding-attainment-deed-at-once-short = reached in the year in which the plan was issued
finding-attainment-deed-at-once-whole = { $deed }{ $who } reached in { $outcome_year }, planned for { $year }
finding-attainment-deed-early-whole = { $deed }{ $who } reached in { $outcome_year }, planned for { $year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} early
finding-attainment-deed-missed = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan } and was reached in { $outcome_year }, later than planned{ $conditions }
finding-attainment-deed-missed-title = reached it{ $everywhere } in { $outcome_year }, later than planned
finding-attainment-deed-missed-short = later than planned
finding-attainment-deed-missed-whole = { $deed }{ $who } reached in { $outcome_year }, later than planned
finding-attainment-deed-not-yet = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan }{ $also } and was not reached by end-{ $outcome_year }{ $conditions }{ $later }
finding-attainment-deed-not-yet-title = had not reached it by the end of { $outcome_year } (inferred)
finding-attainment-deed-not-yet-short = missed
finding-attainment-deed-not-yet-whole = { $deed }{ $who } not reached by the end of { $outcome_year } (inferred)
finding-attainment-deed-open = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan }{ $also } and was not reached by end-{ $outcome_year }{ $conditions }; no outcome was found for { $year }
finding-attainment-deed-open-title = had not reached it by the end of { $outcome_year } (inferred), no information for { $year }
finding-attainment-deed-open-short = no information for its year
finding-attainment-deed-coming = { $deed }{ $who } is planned{ $plan }{ $also }; it was not reached by the end of { $outcome_year }{ $conditions }
finding-attainment-deed-coming-title = planned for { $year }, not reached by the end of { $outcome_year } (inferred)
finding-attainment-deed-coming-short = not due yet
finding-attainment-deed-coming-whole = { $deed }{ $who } not reached by the end of { $outcome_year } (inferred), planned for { $year }
finding-attainment-deed-open-whole = { $deed }{ $who } not reached by the end of { $outcome_year } (inferred), no information for { $year }
finding-attainment-deed-not-decided = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $plan } and was reached in { $outcome_year }; whether that was in time cannot be determined{ $conditions }
finding-attainment-deed-not-decided-title = whether it was in time cannot be determined
finding-attainment-deed-not-decided-short = whether it was in time cannot be determined
finding-attainment-deed-not-decided-whole = { $deed }{ $who }: whether it was in time cannot be determined
finding-attainment-of-year = for { $year } in { $names }
finding-attainment-no-outcome-years = { $n ->
    [one] one comparable indicator had a target { $dates }{ $of }; no outcome was found
   *[other] no outcome was found for the { $n } targets that fell due{ $of } ({ $dates })
}
finding-attainment-no-outcome-years-title = no outcome found for the targets { $dates }
finding-attainment-no-outcome-years-short = outcomes not found
finding-attainment-count-of = of the { $due } in { $names }, { $told } and no outcome was found for the other { $rest }{ $newest }{ $ahead }
finding-attainment-count-all = { $due ->
    [one] no outcome was found for the 1 in { $names }
   *[other] no outcome was found for any of the { $due } in { $names }
}{ $newest }{ $ahead }
finding-attainment-count-known = of the { $due } in { $names }, { $told }{ $ahead }
finding-attainment-no-outcome-short = outcomes not found
finding-attainment-no-outcome-each = targets { $span } (comparable indicators): { $each }
finding-attainment-no-outcome-each-whole = targets { $span } (comparable indicators{ $inferred }): { $which }
finding-attainment-no-outcome-each-title = outcomes of targets not found
finding-attainment-no-outcome-each-short = outcomes not found
finding-years-of-plans = ; for { $n } of them the year is inferred from the plan
finding-newest-source = { " " }in the sources at hand on { $region } (up to { $date })
finding-attainment-no-outcome-any = no outcome was found for { $due ->
    [one] the 1 target
   *[other] the { $due } targets
}{ $who } { $span } (comparable indicators){ $newest }{ $ahead }
finding-attainment-no-outcome-any-whole = no outcome was found for { $due ->
    [one] the 1 target
   *[other] the { $due } targets
}{ $who } { $span } (comparable indicators{ $inferred }){ $newest }{ $coming }
finding-attainment-no-outcome-any-title = no outcome found for { $due ->
    [one] the 1 target
   *[other] the { $due } targets
} { $span }
finding-attainment-no-outcome-any-short = outcomes not found
finding-attainment-no-outcome-tally = of the { $due ->
    [one] 1 target
   *[other] { $due } targets
}{ $who } { $span } (comparable indicators), { $told }; no outcome was found for the other { $rest }{ $newest }{ $ahead }
finding-attainment-no-outcome-tally-whole = of the { $due ->
    [one] 1 target
   *[other] { $due } targets
}{ $who } { $span } (comparable indicators{ $inferred }), { $which }; no outcome was found for the other { $rest }{ $newest }{ $coming }
finding-attainment-no-outcome-tally-title = no outcome found for { $rest } of the { $due ->
    [one] 1 target
   *[other] { $due } targets
} { $span }
finding-attainment-no-outcome-tally-short = outcomes of other targets not found
finding-attainment-no-outcome-coming = the { $due ->
    [one] 1 target
   *[other] { $due } targets
}{ $who } for { $year } (comparable indicators) { $due ->
    [one] is
   *[other] are
} not yet due
finding-attainment-no-outcome-coming-title = targets for { $year } are not yet due
finding-attainment-no-outcome-coming-short = targets not yet due
finding-attainment-no-outcome-coming-met = of the { $due ->
    [one] 1 target
   *[other] { $due } targets
}{ $who } for { $year } (comparable indicators), { $told }; the other { $rest } { $rest ->
    [one] is
   *[other] are
} not yet due
finding-attainment-no-outcome-coming-met-title = { $rest } of the { $due ->
    [one] 1 target
   *[other] { $due } targets
} for { $year } { $rest ->
    [one] is
   *[other] are
} not yet due
finding-attainment-no-outcome-coming-met-short = other targets not yet due
finding-attainment-tally-of = { ", " }
finding-attainment-tally-met = { $count } { $count ->
    [one] was
   *[other] were
} met
finding-attainment-tally-missed-by = { $count } { $count ->
    [one] was
   *[other] were
} by inference not reached by the end of { $year }
finding-attainment-tally-missed = { $count } { $count ->
    [one] was
   *[other] were
} missed
finding-attainment-tally-not-decided = { $count } cannot be determined
finding-attainment-tally-under-way = { $count } { $count ->
    [one] has
   *[other] have
} an earlier value alone
finding-attainment-tally-moved = { $count } { $count ->
    [one] was
   *[other] were
} moved to a later year
finding-attainment-tally-ahead-of = , and { $count } { $count ->
    [one] target of a later year has
   *[other] targets of later years have
} already been met
finding-attainment-tally-ahead = ; { $count } { $count ->
    [one] target of a later year has
   *[other] targets of later years have
} already been met
finding-due-in = due in { $year }
finding-due-by = due by { $year }

## What a newer document asks otherwise.

finding-revision-raised-higher-by = , { $gap } more
finding-revision-raised-lower-by = , { $gap } tighter
finding-revision-raised-only = , which asks for more
finding-revision-lowered-higher-by = , { $gap } less
finding-revision-lowered-lower-by = , { $gap } looser
finding-revision-lowered-only = , which asks for less
finding-revision-met = , already reached when set ({ $value } in { $year })
finding-revision-met-alone = , already reached when set
finding-revision-raised = the target for { $topic }{ $who } went from { $old } by { $old_year } to { $reach } by { $year }{ $way }{ $met }{ $conditions }
finding-revision-raised-title = target raised to { $reach } by { $year }
finding-revision-raised-short = target raised
finding-revision-raised-same-year = the target for { $topic }{ $who } for { $year } went from { $old_goal } to { $goal }{ $way }{ $met }{ $conditions }
finding-revision-raised-same-year-title = target for { $year } from { $old_goal } to { $goal }
finding-revision-raised-same-year-short = target raised
finding-revision-lowered = the target for { $topic }{ $who } went from { $old } by { $old_year } to { $reach } by { $year }{ $way }{ $met }{ $conditions }
finding-revision-lowered-title = target eased to { $reach } by { $year }
finding-revision-lowered-short = target eased
finding-revision-lowered-same-year = the target for { $topic }{ $who } for { $year } went from { $old_goal } to { $goal }{ $way }{ $met }{ $conditions }
finding-revision-lowered-same-year-title = target for { $year } from { $old_goal } to { $goal }
finding-revision-lowered-same-year-short = target eased
finding-revision-tightened = the target for { $topic }{ $who } went from { $old } by { $old_year } to { $reach } by { $year }{ $way }{ $met }{ $conditions }
finding-revision-tightened-title = target tightened to { $reach } by { $year }
finding-revision-tightened-short = target tightened
finding-revision-tightened-same-year = the target for { $topic }{ $who } for { $year } went from { $old_goal } to { $goal }{ $way }{ $met }{ $conditions }
finding-revision-tightened-same-year-title = target for { $year } from { $old_goal } to { $goal }
finding-revision-tightened-same-year-short = target tightened
finding-revision-loosened = the target for { $topic }{ $who } went from { $old } by { $old_year } to { $reach } by { $year }{ $way }{ $met }{ $conditions }
finding-revision-loosened-title = target eased to { $reach } by { $year }
finding-revision-loosened-short = target eased
finding-revision-loosened-same-year = the target for { $topic }{ $who } for { $year } went from { $old_goal } to { $goal }{ $way }{ $met }{ $conditions }
finding-revision-loosened-same-year-title = target for { $year } from { $old_goal } to { $goal }
finding-revision-loosened-same-year-short = target eased
finding-revision-changed = the target for { $topic }{ $who } went from { $old } by { $old_year } to { $reach } by { $year }; the two are not ranked{ $met }{ $conditions }
finding-revision-changed-title = target changed to { $reach } by { $year }
finding-revision-changed-short = target changed
finding-revision-changed-same-year = the target for { $topic }{ $who } for { $year } went from { $old_goal } to { $goal }; the two are not ranked{ $met }{ $conditions }
finding-revision-changed-same-year-title = target for { $year } from { $old_goal } to { $goal }
finding-revision-changed-same-year-short = target changed
finding-revision-postponed = the target of { $reach } for { $topic }{ $who }, first set for { $old_year }, was then set for { $year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} later{ $conditions }
finding-revision-postponed-title = target of { $reach } postponed to { $year }
finding-revision-postponed-short = target postponed
finding-revision-advanced = the target of { $reach } for { $topic }{ $who }, first set for { $old_year }, was then set for { $year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} earlier{ $met }{ $conditions }
finding-revision-advanced-title = target of { $reach } advanced to { $year }
finding-revision-advanced-short = target advanced
finding-revision-kept = the target for { $topic }{ $who } stayed at { $reach }, by { $old_year } and then by { $year }{ $met }{ $conditions }
finding-revision-kept-title = target still { $goal } by { $year }
finding-revision-kept-short = target unchanged
finding-revision-date-postponed = { $topic }{ $who } was planned for { $old_year }, then for { $year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} later{ $conditions }
finding-revision-date-postponed-title = postponed from { $old_year } to { $year }
finding-revision-date-postponed-short = postponed
finding-revision-date-advanced = { $topic }{ $who } was planned for { $old_year }, then for { $year }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} earlier{ $conditions }
finding-revision-date-advanced-title = advanced from { $old_year } to { $year }
finding-revision-date-advanced-short = advanced
finding-revision-now-task = then listed among the tasks for { $year }
finding-revision-now-date = then for { $year }
finding-revision-until = , by inference not reached by the end of { $year }
finding-revision-not-yet = ; by inference it was not yet reached by the end of { $year }
finding-revision-deed-postponed = { $topic }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
} for { $old_year }{ $until }, { $now }{ $reported }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} after the date first set{ $waiting }{ $conditions }
finding-revision-deed-postponed-beside = it was { $hedged ->
    [yes] a goal
   *[no] planned
}{ $who } for { $old_year }, then for { $year }{ $reported }{ $conditions }
finding-revision-deed-postponed-title = planned for { $old_year }, { $now }
finding-revision-deed-postponed-short = postponed
finding-revision-deed-advanced = { $topic }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
} for { $old_year }, { $now }{ $reported }, { $apart ->
    [one] 1 year
   *[other] { $apart } years
} earlier{ $waiting }{ $conditions }
finding-revision-deed-advanced-title = advanced from { $old_year } to { $year }
finding-revision-deed-advanced-short = advanced
finding-revision-met-when-set = the target for { $topic }{ $who } is { $reach } by { $year }{ $met }{ $conditions }
finding-revision-met-when-set-title = { $reach } by { $year }, already reached when set
finding-revision-met-when-set-short = target already reached when set
finding-revision-new = newer documents of { $region } set new targets for { $names }{ $more }
finding-revision-new-title = new targets: { $names }
finding-revision-new-short = new targets
finding-revision-dropped = newer documents of { $region } state no target any more for { $names }{ $more }; not stated does not mean withdrawn
finding-revision-dropped-title = no target any more: { $names }
finding-revision-dropped-short = some targets no longer stated

## change

finding-change-rise = { $topic }{ $who } rose from { $base } in { $base_year } to { $value } in { $year }, by { $gap }{ $conditions }
finding-change-rise-title = up by { $gap } from { $base_year } to { $year }
finding-change-rise-short = higher than before
finding-change-fall = { $topic }{ $who } fell from { $base } in { $base_year } to { $value } in { $year }, by { $gap }{ $conditions }
finding-change-fall-title = down by { $gap } from { $base_year } to { $year }
finding-change-fall-short = lower than before
finding-change-same = { $topic }{ $who } was { $value } in { $year }, as in { $base_year }{ $conditions }
finding-change-same-title = the same in { $base_year } and { $year }
finding-change-same-short = as before
