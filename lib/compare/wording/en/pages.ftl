## The front door.

home-title = Education indicators compared
home-intro = Find findings, charts and source texts; copy pictures, sentences and tables into Word, WPS or PowerPoint.
home-skip = Skip to the content
home-search = Search findings, charts, reports, regions, indicators and sources
home-example = Search: Fushun and Pingyang, enrolment, who leads
home-nav = This site
home-nav-home = Home
home-nav-charts = Charts
home-nav-reports = Reports
home-nav-regions = Regions
home-nav-indicators = Indicators
home-nav-sources = Sources
home-other-language = 中文
home-made = This page uses no network and can be sent to others as it is.
home-version = Data version
home-no-script = This page needs a recent browser with JavaScript allowed.
home-first = Main findings
home-findings = Findings
home-charts = Charts ({ $n })
home-reports = Reports ({ $n })
home-sources = Sources ({ $n })
home-figures = Figures as stated ({ $n })
home-held = Reports with this chart
home-related = Other charts of this indicator
home-shows = What the chart shows
home-table = Data
home-cited = References
home-more = Show more
home-no-reports = There are no reports yet: run make reports.
home-nothing-here = There is no such page
home-nothing-called = Nothing here is called “{ $title }”. Search for it, or choose from the lists.
home-direction-higher = higher is better
home-direction-lower = lower is better
home-direction-neutral = neither more nor less is better
home-results = Search results
home-filters = Filters
home-all = All
home-by-kind = Type
home-by-region = Region
home-by-theme = Theme
home-by-form = Chart form
home-kind-finding = Finding
home-kind-chart = Chart
home-kind-report = Report
home-kind-region = Region
home-kind-indicator = Indicator
home-kind-source = Source
home-count = { $n ->
    [one] { $n } result
   *[other] { $n } results
}
home-none = Nothing was found.
home-try = Try other words, or start from a region:
home-instead = Searched for “{ $words }” instead.
home-copy = Copy
home-copy-picture = Copy picture
home-copy-sentence = Copy sentence
home-copy-table = Copy table
home-copy-citation = Copy citation
home-files = Files:
home-file-png = PNG picture
home-file-pptx = PowerPoint slide
home-file-xlsx = Excel workbook
home-source-colon = { "Source: " }
home-said-picture = Picture copied: paste it into your document.
home-said-no-picture = This browser does not allow copying a picture; download the PNG picture and insert it.
home-said-sentence = Sentence and source copied.
home-said-table = Table copied: paste it into Word, WPS or Excel.
home-said-citation = Citation copied.
home-said-refused = This browser does not allow copying: select the words and press Ctrl+C.
home-said-saved = Downloaded { $title }
home-unknown-figure = not in the database
home-not-aligned = Not aligned to a shared indicator
home-more-of-figure = Definition and judgement
home-fact-label = Label
home-fact-printed = Value as stated
home-fact-year = Year
home-fact-kind = Kind
home-fact-scope = Scope
home-fact-grade = Comparability
home-fact-why = Reason
home-fact-note = Note
home-fact-indicator = Indicator
home-worded = { " " }(in words)
home-dated = { $year } ({ $basis })
home-alternative = { " " }(also stated)
home-superseded = { " " }(stated anew by a newer source)
home-between = { $lo } to { $hi }
home-in-page = This chart on the home page: copy, data, sources
home-back = Home

## What is printed: pictures and tables of a document.

paper-figure = Figure { $n }. { $caption }
paper-table = Table { $n }. { $caption }

## The brief.

brief-header = Education indicators in brief · { $subject }
brief-numbered = { $number } { $title }
brief-part = { $number } { $title }
brief-section-findings = Key findings
brief-section-table = Indicators
brief-section-watch = What to watch
brief-part-outcomes = Beside the nation, the national standard and other regions
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
brief-version = {" "}Data version { $version }.
brief-national-sources = National figures and standards:{" "}
brief-ordinal-1 = 1
brief-ordinal-2 = 2
brief-ordinal-3 = 3
brief-suborder-1 = 1.1
brief-suborder-2 = 1.2
