## What pages open with: a figure, an indicator, a theme, all that there is.

finding-figure = { $region }, { $moment }: “{ $label }” { $value }
finding-unaligned = This figure belongs to no shared indicator and is compared with nothing.
finding-unranked = there is no comparable value
finding-proxy = It is only a proxy ({ $why }) and enters no gap and no ranking.
finding-own-rank = { $region } is number { $best } of { $of }
finding-own-range = { $region } is number { $best } to { $worst } of { $of }, undetermined
finding-overview = Of { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}, two regions or more print { $actual ->
    [one] 1 actual
   *[other] { $actual } actuals
} and { $target ->
    [one] 1 target
   *[other] { $target } targets
} for one year
finding-overview-contests = ; { $contests ->
    [one] 1 of these contests has
   *[other] { $contests } of these contests have
} a better and a worse: { $outcomes }
finding-contests-decided = { $n } with a leader or a tie
finding-contests-partly = { $n } with some ranks decided only
finding-contests-open = { $n } undetermined
finding-theme = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}, { $outcomes }
finding-theme-empty = no document prints a value; there are values for { $exists }
finding-indicators-decided = { $n } with a leader or a tie
finding-indicators-partly = { $n } with some ranks decided only
finding-indicators-open = { $n } undetermined
finding-indicators-alone = { $n } with nothing to compare
finding-other-years = The way of choosing years brings in values for { $years }: different years stand side by side and are not compared.
finding-indicator-nothing = No document states a value of this indicator
finding-indicator-none = { $indicator }: no two regions print it for one year and kind; it cannot be compared
finding-no-cautions = Nothing is compared here, so nothing follows.
finding-more = { $n } more in the tables.
finding-stop = ;{ " " }
finding-join = ,{ " " }

## A region, and two.

finding-region = { $region } prints { $n ->
    [one] 1 shared indicator
   *[other] { $n } shared indicators
}; { $contests } can be compared with another region for one year, of which { $decided ->
    [one] 1 has
   *[other] { $decided } have
} a decided rank and { $open ->
    [one] 1 has
   *[other] { $open } have
} not
finding-region-alone = { $region } prints { $n ->
    [one] 1 shared indicator, which cannot
   *[other] { $n } shared indicators, none of which can
} be compared with another region for one year
finding-region-empty = { $region } has no value of a shared indicator
finding-only-targets = Its document has targets only, no actuals.
finding-only-near = Of { $n } more it prints look-alikes only, which enter no comparison.
finding-conflicts = Its document prints different values in { $n ->
    [one] 1 place
   *[other] { $n } places
}.
finding-pair = { $a } and { $b }: { $n ->
    [one] 1 comparison
   *[other] { $n } comparisons
} for one year and kind; { $a } is ahead in { $ahead }, behind in { $behind }, level in { $level }, undetermined in { $open }
finding-pair-none = { $a } and { $b }: there is no comparison that could be judged
finding-part = { $part } is part of { $whole }: their values stand side by side and are not compared
finding-refused = In { $n } more both have a value that cannot be compared.
finding-missing = In { $n } only one of them has a value for the year (see below).

## The targets of one year.

finding-targets = By { $year }: { $n ->
    [one] 1 target has
   *[other] { $n } targets have
} an actual beside { $n ->
    [one] it
   *[other] them
}, { $going } with some way to go, { $held } met or held already; { $none ->
    [one] 1 more has
   *[other] { $none } more have
} no actual in the text, and no pace can be known
finding-targets-based = By { $year }: { $n ->
    [one] 1 target has
   *[other] { $n } targets have
} an actual beside { $n ->
    [one] it
   *[other] them
}, { $going } with some way to go, { $held } met or held already
finding-targets-without-base = By { $year }: { $n ->
    [one] 1 target has
   *[other] { $n } targets have
} no actual in the text, and no pace can be known
finding-targets-none = By { $year }: no target whose distance could be told
finding-must = { $region } · { $indicator }: { $distance }{ $least } in { $years ->
    [one] 1 year
   *[other] { $years } years
}, { $pace } a year
finding-least = { " " }or further

## A composite.

finding-composite = A composite is mostly a map of what was published; use it with the range of its ranks only.
finding-refused-regions = Refused: { $names }.

## School data.

stage-primary = primary
stage-junior = junior secondary
finding-balance-lead = { $rule }: { $met ->
    [one] 1 of the county stages meets
   *[other] { $met } of the county stages meet
} the limits of the coefficient, { $unmet ->
    [one] 1 does
   *[other] { $unmet } do
} not
finding-balance = { $stage }: { $verdict } ({ $n ->
    [one] 1 coefficient
   *[other] { $n } coefficients
})
finding-all-met = every coefficient is within its limit
finding-some-unmet = { $k } above the limit ({ $names })
finding-mean-met = the mean is within its limit
finding-mean-unmet = the mean is above its limit
finding-made-up = These are made-up schools, not data of any region.

## The evidence itself, and a scan.

finding-evidence = { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}, { $observations } aligned; { $found } of { $quotes ->
    [one] 1 quote is
   *[other] { $quotes } quotes are
} verbatim in the texts; the checks find { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
}
finding-evidence-unquoted = { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}, { $observations } aligned; the checks find { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
}
finding-evidence-no-texts = { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}, { $observations } aligned; the texts are not at hand, so no quote was verified; the checks find { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
}
finding-evidence-conflicts = { $n ->
    [one] 1 group of values disagrees; it is
   *[other] { $n } groups of values disagree; all are
} listed.
finding-no-texts = { $documents ->
    [one] The text of 1 document is not at hand
   *[other] The texts of { $documents } documents are not at hand
}; { $n ->
    [one] its quote is not verified
   *[other] { $n } quotes are not verified
}.
finding-no-text-kept = { $documents ->
    [one] Of 1 source no text was kept
   *[other] Of { $documents } sources no text was kept
}: { $n ->
    [one] its quote is label and number, and cannot
   *[other] their { $n } quotes are label and number, and cannot
} be verified here.
finding-scan = 《{ $title }》: { $n ->
    [one] 1 quantitative statement
   *[other] { $n } quantitative statements
} found, { $sure } with little doubt, { $aligned } that may belong to a shared indicator
finding-scan-nothing = A proposal is no data: nothing enters the build before somebody has confirmed it.
