## Notes below charts of any form.

close-short = definitions match only approximately (each indicator's own chart says why)

## What marks mean, in every legend.

mark-outcome = outcome
mark-target = target
mark-bound = interval that words such as 'at least' stand for; an arrow: no limit on that side
mark-limits = limits of an estimate
mark-reference = reference
mark-related = related indicator, not compared
mark-worded = stated in words, such as 'full coverage'
mark-derived = worked out
mark-change = values of one region by year; the line is no forecast
mark-base = base (outcome before the plan)
mark-moved = from the base to the latest outcome
mark-planned = straight line from base to target, by which pace is judged
mark-before = earlier target
mark-revised = from the earlier target to the newer one
chart-year = { $year }
chart-inferred = Years inferred for some or all values: { $each }
chart-inferred-year = { $year } ({ $names })
chart-years = { $first }–{ $last }
no-unit = its own unit
mark-others = other regions
chart-each-county-actual = every county
chart-each-county-target = each county
mark-words-outcome = filled: { $meaning }
mark-words-target = hollow: { $meaning }
mark-words-limits = line: { $meaning }
mark-words-bound = line: { $meaning }
mark-words-reference = dashed: { $meaning }
mark-words-worded = star: { $meaning }
mark-words-change = joined: { $meaning }
mark-words-base = small: { $meaning }
mark-words-moved = bar: { $meaning }
mark-words-planned = dotted: { $meaning }
mark-words-before = pale hollow: { $meaning }
mark-words-revised = arrow: { $meaning }

## What does not fit on a page.

rest-ends = Each panel shows the latest outcome of the first { $ends }, the middle and the last { $ends } of all regions ({ $of }); the data table has all values
chart-alt-rest = { $told } … the data table has the other values.
rest-chosen = Shown: { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}, both ends first; the data table has all
rest-newest = Shown: the newest outcomes; the data table has earlier ones
rest-grey = In colour: { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}, both ends first; the others are grey
rest-regions = Shown: the first { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}; the data table has all values
rest-indicators = Shown: the first { $shown } of { $of ->
    [one] 1 indicator
   *[other] { $of } indicators
}; the data table has all values
rest-targets = Shown: the first { $shown } of { $of ->
    [one] 1 target
   *[other] { $of } targets
}; the data table has all values
rest-told-regions = Shown: { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}, with those of the title; the data table has all
rest-told-indicators = Shown: { $shown } of { $of ->
    [one] 1 indicator
   *[other] { $of } indicators
}, with those of the title; the data table has all
rest-told-targets = Shown: { $shown } of { $of ->
    [one] 1 target
   *[other] { $of } targets
}, with those of the title; the data table has all
rest-ranks = Shown: both ends and the middle, { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}; the data table has all
rest-gaps = Shown: both ends and the middle, { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
}; the data table has all
rest-gaps-without = Shown: both ends and the middle, { $shown } of { $of ->
    [one] 1 region
   *[other] { $of } regions
} ({ $without ->
    [one] 1 has no gap
   *[other] { $without } have no gap
}); the data table has all
rest-names = { $names } and others ({ $of } in all)
