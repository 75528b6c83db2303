## What is printed: pictures and tables of a document.

paper-figure = Figure { $n }. { $caption }
paper-table = Table { $n }. { $caption }

## The brief.

brief-header = Education indicators in brief · { $subject }
brief-need = target: { $need }
brief-numbered = { $number } { $title }
brief-part = { $number } { $title }
brief-section-findings = Key findings
brief-section-table = Indicators
brief-section-watch = What to watch
brief-part-outcomes = Beside the nation, the national standard and other regions
brief-part-outcomes-alone = Beside other regions
brief-part-outcomes-pair = Outcomes of both
brief-part-plans = Targets
brief-part-plans-pair = Targets of both
brief-nothing = The sources state no value that can be compared.
brief-head-indicator = Indicator
brief-head-base = Baseline
brief-head-target = Target
brief-head-outcome = Outcome
brief-head-nation = Nation and standard
brief-head-judgement = Judgement
brief-head-region-actual = { $region }, outcome
brief-head-region-target = { $region }, target
brief-nation-actual = Nation { $value }
brief-nation-target = National { $year } target { $value }
brief-nation-standard = Standard { $value }
brief-table-region = Main indicators and judgements
brief-table-pair = Main indicators that both state, and judgements
brief-table-note = National figures are those of the year of the baseline (or outcome); “standard” is the national assessment standard; “—”: not stated in the sources.
brief-table-nation = National figures are those of the year of the baseline (or outcome); “standard” is the national assessment standard.
brief-table-absent = “—”: no value in the table.
brief-second-hand = * From secondary sources.
brief-table-rest = { $n ->
    [one] One more indicator is not listed.
   *[other] { $n } more indicators are not listed.
 }
brief-bar-nation = { $topic } (nation)
brief-bar-standard = { $topic } (standard)
brief-picture-nation = Distance from the nation and the national standard, { $low } of { $n } below ({ $year }, percentage points)
brief-picture-nation-none = Distance from the nation and the national standard, none of { $n } below ({ $year }, percentage points)
brief-picture-pair = { $first } and { $last }: { $first } higher to the right, { $last } higher to the left ({ $year }, percentage points)
brief-picture-ways = From baseline to target (%)
brief-method = Method: this brief rests on figures stated in public documents of the regions. Only indicators of the same year and of the same or nearly the same definition are compared, and nothing is estimated. Targets are undertakings: they are not compared with outcomes, and not ranked. “Comparable with caution” means that definition or denominator differ a little or are not stated; figures with “at least”, “at most” or “about” are compared by their bounds.
brief-how-new = {" "}{ $n ->
    [one] One document of { $regions } is in the data, dated { $date }.
   *[other] { $n } documents of { $regions } are in the data, the newest dated { $date }.
 }
brief-table-title = “{ $title }”
brief-file-title = the file { $title }
brief-method-table = Method: this brief rests on { $tables }. Only values of the same indicator and year are compared, and nothing is estimated; values with “at least”, “at most” or “about” are compared by their bounds.
brief-method-estimates = Values with confidence limits are ranked by the estimate; whether one is higher is judged by the limits.
brief-method-targets = Targets are undertakings: they are not compared with outcomes, and not ranked.
brief-method-same = The nation and national standards are compared only with what the description of the table says is the same indicator, in the same unit.
brief-method-both = Method: this brief rests on { $tables } and on figures stated in public documents of the regions; which indicators of the table are those of the documents is as its description says. Only indicators of the same year and of the same or nearly the same definition are compared, and nothing is estimated. Targets are undertakings: they are not compared with outcomes, and not ranked. “Comparable with caution” means that definition or denominator differ a little or are not stated; figures with “at least”, “at most” or “about” are compared by their bounds.
brief-national-sources = National figures and standards:{" "}
brief-ordinal-1 = 1
brief-ordinal-2 = 2
brief-ordinal-3 = 3
brief-suborder-1 = 1.1
brief-suborder-2 = 1.2
