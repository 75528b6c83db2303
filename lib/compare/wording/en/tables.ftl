## Headings of columns.

heading-indicator = Indicator
heading-region = Region
heading-regions = Regions
heading-moment = Year and kind
heading-year = Year
heading-value = Value
heading-grade = Match
heading-words = Source text
heading-where = Where
heading-why = Reason
heading-figure = Record
heading-reference = Reference
heading-reference-value = Reference value
heading-gap = Gap
heading-verdict = Result
heading-code = Code
heading-most = Highest
heading-middle = Middle
heading-least = Lowest
heading-rank = Rank
heading-of = Compared
heading-actual = Actual
heading-target = Target
heading-distance = To go
heading-pace = Needed per year
heading-benchmark = Nation, province, standard
heading-status = Status
heading-rule = Rule or document
heading-remark = Remark
heading-label = Label in the source
heading-aligned = Shared indicator
heading-note = Note
heading-stage = Stage
heading-county = County
heading-resource = Resource
heading-coefficient = Coefficient
heading-limit = Limit
heading-met = Met
heading-mean = Mean
heading-schools = Schools
heading-school = School
heading-reached = Levels reached
heading-enough = Six or more
heading-remaining = The remaining one
heading-score = Score
heading-rank-range = Range of ranks
heading-share = Variants with this rank
heading-coverage = Coverage
heading-method = Method
heading-lacking = Lacking
heading-doubt = Doubt
heading-doubtful = What is doubtful
heading-state = State
heading-document = Document
heading-quotes = Quotes
heading-found = Found verbatim
heading-problems = Problems
heading-printed = As stated
heading-interval = Read as
heading-kind = Kind
heading-scope = Applies to
heading-definition = Definition
heading-unit = Unit
heading-direction = Direction
heading-numerator = Numerator
heading-denominator = Denominator
heading-table = Table
heading-column = Column
heading-row = Row
heading-built = When built
heading-now = Now
heading-type = Type
heading-comment = Meaning

## Titles and notes, and what cells say.

table-evidence = { $n ->
    [one] 1 value
   *[other] { $n } values
} with the source text
table-also = also stated
table-superseded = another source counts
table-values = Values side by side
table-gaps = Gaps and results
table-rankings = Ranks of the values stated
table-second-hand = from secondary sources
table-kept = keep { $kept }
table-related = related: { $label }
table-in-words = in words only
table-worded = Stated in words only, not ranked: { $names }
table-open = No order can be determined: { $names }
table-neighbours = Where many regions are compared, the first { $near } and the nearest { $near } on either side are listed; { $rest } more rows are left out
table-of = { $of } compared
table-regions = { $n ->
    [one] 1 region
   *[other] { $n } regions
}
table-absent = { $who } { $why }
table-progress = Actuals, targets and the pace needed
table-linear = Yearly change is the total divided evenly over the years; for “at least” and similar targets it is measured to the limit stated.
table-coverage = Indicators covered
table-not-in-table = Not in the table does not mean not published; not applicable is neither zero nor missing.
table-not-published = Not stated in these texts does not mean not published; not applicable is neither zero nor missing.
table-excerpt = Of more than { $most } regions, the first { $ends }, the middle one and the last { $ends } are listed; the workbook on the web page lists all of them ({ $rows })
table-ends = Of all regions ({ $regions }) and values ({ $rows }), the highest, the middle and the lowest are listed; the workbook on the web page has all of them
table-download-rows = Download the values of all regions ({ $regions }, XLSX)
table-sheet-rows = All regions
table-benchmarks = Reference values: nation, province and standard
table-operator = “>” and “more than” exclude the number; “≥” and “at least” include it.
table-journey = From the document to the figure
table-printed = the year is stated
table-implied = the year follows from the context
table-year-inferred = { $when }, inferred
table-scope-region = the whole region
table-scope-each-county = each county
table-scope-each-township = each township
table-scope-each-school = each school
table-scope-each-person = each person
table-scope-part = a part
table-facts = Result
table-proposals = Proposals, the most doubtful first: { $n }
table-proposals-plain = Proposals: { $n }
table-settled = Figures gone through: { $n }
table-figures = { $n ->
    [one] 1 figure
   *[other] { $n } figures
}
table-own-conflicts = Values that do not agree within one table
table-conflicts = Values that do not agree within one document
table-coefficients = Balance coefficients ({ $rule })
table-weighted = Weighted by students; nothing is rounded before it is compared.
table-levels = What each school must reach
table-secondary = That the remaining one must reach 85 % is known from secondary sources only.
table-composite = Composite scores and the range of their ranks
table-scored = scored, not ranked
table-composite-note = The range is over other weights, normalisations, aggregations and ends of intervals; never quote the score alone.
table-definition = Definition
table-variants = Ranks under each method, over all weights
table-checks = Quotes re-verified, data checked
table-clean = Checks of data/raw: no problems
table-no-text = text not at hand
table-no-text-kept = no text kept: label and number only
table-code-book = Code book
table-same = Three ways to ask, one answer
table-yes = yes
table-no = no
table-from-to = { $lo } to { $hi }
table-quoted = Labels, source text and places are quoted from the documents, in Chinese.
table-curated = Document numbers and original titles are in Chinese.
table-transcribed = The source text stays in Chinese; notes are in the language they were written in.
table-rank = { $rank }
table-rank-within = { $rank } ({ $best }–{ $worst } by its confidence limits)
table-between = { $best }–{ $worst } (cannot be determined)
table-top = best or joint best
table-strictest = strictest or joint strictest
table-met = met
table-unmet = not met
table-target-met = the target would meet it
table-target-unmet = the target would not meet it
table-indication-met = not above it: an indication only
table-indication-unmet = above it: an indication only
table-none = none
table-cells-apart = The values are cells of the table named below; they are not listed one by one.
table-no-pairs = No gap is calculated: years or kinds differ, the values are bounds, or they are totals that are not ranked
table-no-pairs-of-parts = One region is part of the other: their values stand side by side and are not compared
table-empty = No change
table-changes = What changed since the last build
table-higher = higher is better
table-lower = lower is better
table-neutral = neither way is better

## Controls of searchable tables; DataTables fills in the counts.

table-search = Search:
table-info = Showing _START_ to _END_ of _TOTAL_ entries
table-info-empty = No entries
table-info-filtered = (filtered from _MAX_ total entries)
table-no-match = No matching records found

## Units of what schools have.

unit-per-student = { " " }per student
unit-per-100-students = { " " }per 100 students
unit-area-per-student = { " " }m² per student
unit-yuan-per-student = { " " }yuan per student
unit-volumes-per-student = { " " }volumes per student

## What a walk-through reports.

fact-rows = rows written
fact-undated = left out without a year
fact-replaced = folders replaced in the copy
fact-region = region
fact-slug = slug
fact-parent = parent
fact-adcode = code (GB/T 2260)
fact-problems = problems found
fact-built = tables built, with their rows

## Ways of scoring.

way-goalposts = goalposts
way-z-score = z-scores
way-rank = ranks
way-arithmetic = arithmetic
way-geometric = geometric
way-printed = stated values
way-best = own best ends, others' worst
way-worst = own worst ends, others' best

## Doubts and states of proposals.

doubt-year-implied = year implied by the text
doubt-year-carried = year carried from before
doubt-year-unknown = year unknown
doubt-kind-implied = actual or target implied
doubt-kind-guessed = actual or target guessed
doubt-in-words = said in words
doubt-label-short = short label
doubt-label-unsure = label unsure
doubt-no-unit = no unit
doubt-labels-and-values = labels and values paired in order
doubt-milestone = a dated milestone
doubt-chinese-numeral = Chinese numeral
doubt-in-quotation-marks = in quotation marks
doubt-table-without-year = a table without a year
doubt-period-unsure = period unsure
doubt-control = a limit to keep within
doubt-proposed = proposed
doubt-confirmed = confirmed
doubt-rejected = rejected

## Tables to act on.

heading-base = Base
heading-need = From base to target
heading-yearly = Per year
heading-nation = Nation, province, standard
heading-outcome = Actual
heading-against = Against nation, province, standard
heading-planned = Target
heading-of-kind = Kind
heading-comparison = Comparison
heading-what = Kind
heading-finding = Finding
heading-cautions = Cautions
heading-indicators = Indicators
table-needs = Targets and the change planned
table-need-raise = up { $least }{ $size }
table-need-lower = down { $least }{ $size }
table-need-raise-more = up by more than { $size }
table-need-lower-more = down by more than { $size }
table-need-least = at least{ " " }
table-need-at-least = no lower than the base
table-need-at-most = no higher than the base
table-asked = to be checked
table-need-keep = to be kept
table-need-moved = put off to { $year }
table-need-floor-kept = stay at or above the floor; the base is { $size } above it
table-need-ceiling-kept = stay within the ceiling; the base is { $size } below it
table-need-floor-below = floor, { $size } below the base
table-need-ceiling-above = ceiling, { $size } above the base
table-no-base = not stated
table-no-bases = No base of the same name is stated for any of these targets.
table-reworded = Where a target is stated twice with different bounds (“70%”, “70% or above”), the one in the same table as its base is taken.
table-standings = Values of each region, against nation, province and standard
table-pair-apart = not compared
table-pair-target = target: { $value }
table-pair = Indicators that both state
table-more = { $n ->
    [one] 1 more row
   *[other] { $n } more rows
}
table-findings = Other findings: { $n }
table-findings-none = Other findings
table-lacking = Indicators not in the table
table-not-stated = Indicators not stated
table-other-figures = { $n ->
    [one] 1 figure of no shared indicator
   *[other] { $n } figures of no shared indicator
 }
table-other-figures-none = Figures of no shared indicator
table-quotes = Source text of the other figures named
table-references = References
kind-versus-region = against other regions
kind-attainment = targets and outcomes
kind-revision = targets revised
kind-versus-reference = against nation, province and standard
kind-own-target = own target
kind-promise = targets compared
kind-pace = yearly pace
kind-change = change over the years
kind-timing = timing
kind-inconsistency = to be checked
kind-not-stated = not stated

## What was promised, and what came.

heading-promised = Planned
heading-came = Outcome
heading-result = Verdict
heading-margin = Against the target
table-attainment = Targets and what came of them
table-attainment-none-else = no outcome stated; what was put off stands below
table-attainment-no-targets = no targets
table-attainment-none = no outcome is stated
table-attainment-moved = Put off: { $targets }
table-attainment-moved-one = { $topic } in { $region }, from { $old } to { $year }
table-attainment-lacking = Targets now due with no outcome in the table: { $targets }
table-attainment-unknown = Targets now due for which no outcome was found (comparable indicators): { $targets }
table-attainment-lacking-in-year = Targets due in { $year } with no outcome in the table: { $targets }
table-attainment-unknown-in-year = Targets due in { $year } for which no outcome was found (comparable indicators): { $targets }
table-attainment-coming = Targets not yet due, with no interim figure: { $targets }
table-targets-of-region = { $region } ({ $year }): { $n }
table-unrounded = before rounding, this cannot be determined
table-as-printed = by the number itself: { $verdict }
table-margin-level = exactly met
table-margin-edge = exactly the limit, which does not meet the wording
table-margin-spare-least = at least { $margin } more than needed
table-margin-lack-least = at least { $margin } short
table-margin-lack-most = at most { $margin } short
table-margin-spare = { $margin } more than needed
table-margin-lack = { $margin } short
table-margin-early = { $n ->
    [one] 1 year
   *[other] { $n } years
} early
table-margin-at-once = { $n ->
    [one] 1 year
   *[other] { $n } years
} early, in the year of the plan
table-margin-late = { $n ->
    [one] 1 year
   *[other] { $n } years
} late
table-line-met = met
table-line-missed = not met
table-line-not-decided = cannot be determined
table-line-above = above (assessed by county)
table-line-below = below (assessed by county)
table-line-level = the same (assessed by county)
table-targets-of-many = { $n } in { $regions ->
    [one] 1 region
   *[other] { $regions } regions
}
nation = The nation
heading-sign = Bound
table-target-years = Targets of regions, provinces and the nation
table-target-years-many = of many regions; the workbook has a row for each target
table-target-came = outcome { $outcome }, { $verdict }
table-target-years-lacking = A target shown without an outcome is not yet due, or the table has no outcome of it.
table-target-years-note = A target shown without an outcome is not yet due, or no source at hand states its outcome.
table-sheet-all = All targets
table-download = Download all targets (XLSX)
attainment-of-targets = What became of the targets

## Sources of a region.

heading-issued = Date
heading-source = Document
heading-states = States
table-own-sources = Tables used
table-sources = Sources, in the order of their dates
table-sources-rule = Where several state the same indicator, year and kind, the newest counts; the earlier value is kept, and marked “another source counts”.
table-source-states = { $kind } { $years }: { $n }
table-undated = no date

heading-count = Number
heading-account = Of
heading-became = What became of it
table-accounts = What became of the rows and cells of the table
account-rows = Rows
account-cells = Cells
account-columns = Columns
account-file = File
account-flags = Flags
account-sheets = Sheets
account-limits = Limits
account-taken-from-the-title-or-a-name = taken from the title, the sheet name or the file name
account-read-as-another-spelling = read as another spelling of the same region
account-with-values-of-some-years-only = with values of some years only
account-regions = Regions
account-with-hidden-rows-or-columns-that-are-read = with hidden rows or columns, which were read
account-kinds = Kinds of data
account-read-as = read as { $encoding }
account-read-as-targets = read as targets
account-codes = Codes
account-names = Names
account-years = Years
account-directions = Directions
account-units = Units
account-per-cent-from-the-name = % from the name alone
account-outside-0-to-100-per-cent = outside 0–100%
account-title = titles
account-head = heads
account-blank = blank rows
account-note = notes
account-total = totals
account-part = parts of totals
account-region = regions
account-whole = wholes of others, not ranked along
account-missing = missing
account-withheld = withheld
account-of-wholes = values of wholes, not ranked along
account-bounds-and-ranges = bounds, estimates and ranges
account-estimates-with-limits = estimates with limits
account-values = values
account-not-read = not read
account-not-used = not used, for they belong to no estimate
account-footnote-marks = values with marks of footnotes
account-read-with-their-leading-zeros = had lost their leading zeros, read with them
account-named-by-the-last-year-of-a-period = named by the last year of their period
account-hidden = hidden, not read
account-without-a-table = without a table, not read
account-break-in-the-series = break in the series
account-confidential = confidential
account-definition-differs = definition differs
account-estimated = estimated
account-forecast = forecast
account-imputed = imputed
account-not-significant = negligible
account-provisional = provisional
account-revised = revised
account-estimated-by-Eurostat = estimated by Eurostat
account-of-low-reliability = of low reliability
account-not-applicable = not applicable
account-left-out = left out
account-told-otherwise-than-the-name-suggests = told otherwise than the name suggests
table-change = { $bound ->
    [least] at least { $size }
    [more] more than { $size }
   *[no] { $size }
}
