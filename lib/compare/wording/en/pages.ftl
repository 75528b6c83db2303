## What is printed: pictures and tables of a document.

paper-figure = Figure { $n }. { $caption }
paper-table = Table { $n }. { $caption }

## The brief.

brief-header = Education indicators in brief · { $subject }
brief-watch-twins = ; the same holds for { $names }
brief-watch-twin = { $region } ({ $value })
brief-day-of = { $date } ({ $region })
brief-up-to = Sources up to { $date }
brief-byline-join = {" · "}
brief-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
brief-need = target: { $need }
brief-need-keep = target: maintain
brief-need-kept = target: to stay { $kept }
brief-not-by = not reached by end-{ $year } (inferred); { $later } not known
brief-date-also = {" "}({ $years } elsewhere)
brief-date-was = {" "}(originally { $years })
brief-numbered = { $number } { $title }
brief-part = { $number } { $title }
brief-section-findings = Key findings
brief-section-table = Indicators
brief-section-watch = What to watch
brief-part-news = What became of the plans
brief-part-news-pair = What became of the plans
brief-part-each-some = Some indicators below { $references }
brief-part-each = Below { $references }
brief-part-outcomes = Compared with { $references }
brief-part-outcomes-pair = Outcomes of both
brief-part-changes = Change over the years
brief-part-plans = Targets
brief-part-plans-pair = Targets and progress of both
brief-table-nothing = The table has no value that can be compared.
brief-nothing = The sources state no value that can be compared.
brief-head-indicator = Indicator
brief-head-base = Baseline
brief-head-target = Target
brief-head-outcome = Outcome
brief-head-nation = Nation and standard
brief-head-nation-province = Nation, { $province } and standard
brief-head-judgement = Judgement
brief-head-latest = Actual
brief-head-way =
    { $region }
    { $base }
    → { $target }
brief-way = { $base } → { $target }
brief-way-apart = { $base }; target { $target }
brief-break = concept may differ
brief-due = { $deed }{ $who } was { $hedged ->
    [yes] a goal
   *[no] planned
 }{ $plan }{ $also }; whether it was reached is not stated
brief-due-title = outcome not found
brief-due-short = outcome not found
brief-inferred = Basis: { $reason }
brief-count-added-up = cumulative
brief-count-whole = of { $n ->
    [one] 1 county
   *[other] { $n } counties
}
brief-count-no-whole = total not stated
brief-table-inferred = †Year not stated in the text, inferred from the span of the plan.
brief-outcome-unknown = outcome not found
brief-need-break = the concept may have changed; not compared with { $year }
brief-nation-actual = Nation { $value }
brief-nation-actual-province = { $province } { $value }
brief-nation-target = National { $year } target { $value }
brief-nation-target-province = { $province } { $year } target { $value }
brief-nation-standard = Standard { $value }
brief-nation-standard-province = { $province } standard { $value }
brief-against-nation = the nation
brief-against-standard = the national standard
brief-against-standard-province = the { $province } standard
brief-against-others = other regions
brief-against = { $names } and { $last }
brief-against-region = { $names } and { $last }
brief-reference-actual = nation
brief-reference-actual-province = { $province }
brief-reference-target = national { $year } target
brief-reference-target-province = { $province } { $year } target
brief-reference-standard = standard
brief-reference-standard-province = { $province } standard
brief-bar = { $topic } (vs { $reference })
brief-bar-of-year = { $topic } (vs { $reference }, { $year })
brief-table-region = Main indicators and judgements
brief-table-pair = Main indicators of both, and judgements
brief-table-note = Reference figures: of the year of the baseline (or outcome); “standard”: national assessment standard; “—”: not stated in the sources.
brief-table-nation = National figures are those of the year of the baseline (or outcome); “standard” is the national assessment standard.
brief-unit-long = percentage points
brief-unit-short = pp
brief-table-units = pp: percentage points.
brief-table-dash = “—”: { $meaning }.
brief-table-or = , or{" "}
brief-table-absent = no value in the table
brief-table-unreferenced = no national figure or standard to compare with
brief-table-unjudged = not judged
brief-table-source = All values are from the table.
brief-second-hand = *From secondary sources.
brief-table-rest-pair = One row per indicator{ $targets ->
    [yes] , with one or more targets
   *[no] {""}
 }; { $n ->
    [one] one more indicator that both state is not listed.
   *[other] { $n } more indicators that both state are not listed.
 }
brief-table-rest = One row per indicator{ $targets ->
    [yes] , with one or more targets
   *[no] {""}
 }; { $n ->
    [one] one more indicator is not listed.
   *[other] { $n } more indicators are not listed.
 }
brief-picture-nation = Distance from { $references }: lower in { $low } of { $n } ({ $year }, pp)
brief-picture-nation-low = Distance from { $references }: lower throughout ({ $n } compared, { $year }, pp)
brief-picture-nation-all = Distance from { $references }: higher throughout ({ $n } compared, { $year }, pp)
brief-picture-nation-none = Distance from { $references }: never lower ({ $n } compared, { $year }, pp)
brief-picture-pair = Of the { $n } shown, { $first } was higher on { $up } (to the right) and { $last } on { $down } (to the left) ({ $year }, { $unit })
brief-picture-pair-one-side = { $high } above { $low } throughout ({ $n } compared, { $year }, { $first } minus { $last }, { $unit })
brief-picture-profile = { $region } among the regions of the table ({ $year }; right is better, 0 is the best value of the row)
brief-picture-points = pp
brief-picture-units = an axis for each unit
brief-bar-lower = lower is better
brief-picture-ways = From baseline to target (%)
brief-method = Method: this brief rests on figures stated in public documents of the regions. Only figures of the same year and of the same or nearly the same definition are compared; differences and yearly means are computed from them, and nothing else is estimated but what is marked as inferred. Targets are judged only by outcomes of the same definition; targets side by side do not show which result is higher. “Broadly comparable”: definition or denominator differ a little or are not stated. “At least”, “more than”, “at most” and “below” are compared as bounds, “about” as approximate.
brief-in-year = in { $year }, { $said }
brief-how-many = {" "}Documents in the data: { $each }.
brief-how-many-of = { $n } of { $region }
brief-how-new = {" "}{ $n ->
    [one] One document of { $region } is in the data, dated { $date }.
   *[other] { $n } documents of { $region } are in the data, the newest dated { $date }.
 }
brief-table-title = “{ $title }”
brief-file-title = the file { $title }
brief-method-table = Method: this brief rests on { $tables }. Only values of the same indicator and year are compared; differences and yearly means are computed from the values of the table, and nothing else is estimated; values with “at least”, “at most” or “about” are compared by their bounds.
brief-method-estimates = Values with confidence limits are ranked by the estimate; whether one is higher is judged by the limits.
brief-method-targets = Whether a target was met is judged only by outcomes of the same indicator; targets of different places stand side by side and do not show which result is higher.
brief-method-same = The nation and national standards are compared only with what the description of the table says is the same indicator, in the same unit.
brief-method-both = Method: this brief rests on { $tables } and on figures stated in public documents of the regions; which indicators of the table are those of the documents is as its description says. Only figures of the same year and of the same or nearly the same definition are compared; differences and yearly means are computed from the stated figures, nothing else is estimated but what is marked as inferred. Targets are judged only by outcomes of the same definition; targets of different places stand side by side and do not show which result is higher. “Broadly comparable”: definition or denominator differ a little or are not stated; figures with “at least”, “more than”, “at most”, “below” or “about” are compared by their bounds.
brief-ordinal-1 = 1
brief-ordinal-2 = 2
brief-ordinal-3 = 3
brief-suborder-1 = 1.1
brief-suborder-2 = 1.2
brief-suborder-3 = 1.3
brief-suborder-4 = 1.4
