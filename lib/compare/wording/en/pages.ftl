## The gallery.

gallery-heading = Chart gallery
gallery-intro = Find a chart by words or filters, copy it into a document, or see the source text behind its numbers.
gallery-skip = Skip to the charts
gallery-interface = Language of this page
gallery-own-name = English
gallery-find = Find charts
gallery-search = Search
gallery-filter-region = Region
gallery-filter-theme = Theme
gallery-filter-indicator = Indicator
gallery-filter-form = Form
gallery-filter-language = Chart language
gallery-all = All
gallery-clear = Clear filters
gallery-count = { $of ->
    [one] Showing { $n } of 1 chart
   *[other] Showing { $n } of { $of } charts
}
gallery-none = No chart matches. Try another word, or clear the filters.
gallery-enlarge = Enlarge picture
gallery-close = Close
gallery-copy = Copy
gallery-copy-picture = Copy picture
gallery-copy-text = Copy text
gallery-copy-table = Copy table
gallery-download = Download
gallery-save-png = PNG picture
gallery-save-svg = SVG drawing
gallery-save-xlsx = Excel workbook
gallery-save-pptx = PowerPoint slide
gallery-save-csv = CSV data
gallery-rows = { $n ->
    [one] Table: 1 row
   *[other] Table: { $n } rows
}
gallery-evidence = Where does this come from? { $n ->
    [one] 1 figure
   *[other] { $n } figures
}
gallery-no-evidence = No figures are recorded behind this chart.
gallery-unknown-figure = not in the database
gallery-not-aligned = Not aligned to a shared indicator
gallery-fact-figure = Figure
gallery-fact-label = Label
gallery-fact-printed = Value as stated
gallery-worded = { " " }(in words)
gallery-dated = { $year } ({ $basis })
gallery-fact-year = Year
gallery-fact-kind = Kind
gallery-fact-scope = Scope
gallery-fact-grade = Comparability
gallery-fact-why = Reason
gallery-fact-note = Note
gallery-fact-indicator = Indicator
gallery-alternative = { " " }(also stated)
gallery-undated = no number or date
gallery-superseded = { " " }(stated anew by a newer source)
gallery-said-picture = Picture copied: paste it into your document.
gallery-said-text = Title, note and source copied.
gallery-said-table = Table copied: paste it into Word, WPS or Excel.
gallery-said-selected = This browser does not allow copying a picture directly, so the selected picture was copied instead. If nothing is pasted, download the PNG and insert it.
gallery-said-refused = This browser does not allow copying. Right-click the picture and choose to copy it, select words and press Ctrl+C, or download a file.
gallery-said-saved = Downloaded { $file }
gallery-said-old = This browser is too old to unpack the file; download the PNG instead.
gallery-script = Search, copying and downloads need JavaScript to be allowed in the browser.
gallery-version = Data version
gallery-made = This page uses no network and can be sent to others as it is.
gallery-between = { $lo } to { $hi }

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
