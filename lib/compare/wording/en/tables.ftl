## Headings of columns.

heading-indicator = Indicator
heading-region = Region
heading-moment = Year and kind
heading-year = Year
heading-value = Value
heading-grade = Grade
heading-words = Words
heading-where = Where
heading-why = Why
heading-figure = Figure
heading-reference = Reference
heading-reference-value = Reference value
heading-gap = Gap
heading-verdict = Verdict
heading-rank = Rank
heading-of = Compared / missing
heading-actual = Actual
heading-target = Target
heading-distance = To go
heading-pace = Needed per year
heading-benchmark = National reference
heading-status = Status
heading-rule = Rule or document
heading-remark = Remark
heading-label = Label as printed
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
heading-printed = As printed
heading-interval = Read as
heading-kind = Kind
heading-scope = Holds for
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

## Titles, notes and words in cells.

table-evidence = { $n ->
    [one] 1 value
   *[other] { $n } values
} with the words that print { $n ->
    [one] it
   *[other] them
}
table-also = also printed
table-superseded = stated anew by a newer source
table-values = Values side by side
table-gaps = Gaps and verdicts
table-rankings = Ranks that are decided
table-open = No order can be determined: { $names }
table-neighbours = Of contests among many regions, the first { $near } and the nearest { $near } on either side are listed; { $rest } more rows are left out
table-alone = Nothing to rank: { $names }
table-progress = Actuals, targets and the pace needed
table-linear = The pace is linear; a target stated as a bound is measured to its bound.
table-coverage = Coverage: who prints what
table-not-published = Not in this text does not mean not published.
table-benchmarks = Reference values, with operator and rule
table-operator = > 92 % leaves 92 % out; ≥ 92 % takes it in.
table-journey = From the document to the figure
table-printed = the year is printed
table-implied = the year follows from the context
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
    [one] 1 printed figure
   *[other] { $n } printed figures
}
table-conflicts = Different values within one document
table-coefficients = Balance coefficients ({ $rule })
table-weighted = Weighted by students; nothing is rounded before it is compared.
table-levels = What each school must reach
table-secondary = That the remaining one must reach 85 % is known from secondary sources only.
table-composite = Composite scores and the range of their ranks
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
table-quoted = Labels, words and places are quoted from the documents, in Chinese.
table-curated = Rules are in Chinese, as they are cited.
table-transcribed = What is printed stays in Chinese; notes are in the language they were written in.
table-rank = { $rank }
table-between = { $best }–{ $worst } (undetermined)
table-top = first or level
table-met = met
table-unmet = not met
table-target-met = the target would meet it
table-target-unmet = the target would not meet it
table-indication-met = not above it: an indication only
table-indication-unmet = above it: an indication only
table-none = Nothing to show
table-no-pairs = No indicator has both values for one year and kind
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
way-printed = printed values
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
