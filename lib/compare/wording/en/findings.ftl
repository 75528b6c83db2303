## What pages about one figure open with.

finding-figure = { $region }, { $moment }: { $label } { $value }
finding-figure-alone = There is no other region, national reference or target of its own to compare this value with
finding-unaligned = This figure belongs to no shared indicator and is compared with nothing
finding-proxy = a related indicator only ({ $why }); it is neither compared nor ranked
finding-no-cautions = This page compares nothing, so there is no limit to point out.
finding-stop = ;{ " " }
finding-join = ,{ " " }

## A composite.

finding-composite = Regions state different indicators, so a composite depends on what was published; use it with the range of its ranks only
finding-composite-open = With other weights, another method, or the other end of a value that is a range, the order may change, so no composite rank is reported; compare the indicators one by one
finding-composite-of = { $names }: calculated from { $n } { $n ->
    [one] indicator
   *[other] indicators
}, { $moment }
finding-refused-regions = Not calculated: { $names }

## School data.

finding-join-place = { " " }
stage-primary = primary
stage-junior = junior secondary
finding-balance-lead-met = Inter-school variation: every stage meets the limits of { $rule }
finding-balance-lead-unmet = Inter-school variation: { $places } above the limits of { $rule }
finding-balance = { $stage }: { $verdict } ({ $n ->
    [one] 1 coefficient
   *[other] { $n } coefficients
})
finding-all-met = every coefficient is within its limit
finding-some-unmet = { $k } above the limit ({ $names })
finding-mean-met = the mean is within its limit
finding-mean-unmet = the mean is above its limit
finding-made-up = These are made-up schools, not data of any region

## The evidence itself, and a scan.

finding-evidence-found = Data check: { $quotes ->
    [one] 1 quote agrees
   *[other] { $quotes } quotes agree
} with the source text, character by character
finding-evidence-lost = Data check: { $lost } of { $quotes ->
    [one] 1 quote was
   *[other] { $quotes } quotes were
} not found in the source text
finding-evidence-unquoted = Data check: quotes were not checked against the source texts
finding-evidence-counted = There { $figures ->
    [one] is 1 figure
   *[other] are { $figures } figures
}, with { $observations ->
    [one] 1 value
   *[other] { $observations } values
} of shared indicators
finding-evidence-clean = The data checks found no problem
finding-evidence-problems = The data checks found { $n ->
    [one] 1 problem
   *[other] { $n } problems
}
finding-evidence-conflicts = { $n ->
    [one] 1 group of values disagrees; it is
   *[other] { $n } groups of values disagree; all are
} listed
finding-no-texts = { $documents ->
    [one] The text of 1 document is not at hand
   *[other] The texts of { $documents } documents are not at hand
}; { $n ->
    [one] its quote is not verified
   *[other] { $n } quotes are not verified
}
finding-no-text-kept = { $documents ->
    [one] Of 1 source no text was kept
   *[other] Of { $documents } sources no text was kept
}: { $n ->
    [one] its quote is label and number, and cannot
   *[other] their { $n } quotes are label and number, and cannot
} be verified here
finding-scan = 《{ $title }》: { $n ->
    [one] 1 quantitative statement
   *[other] { $n } quantitative statements
} found, { $sure } with little doubt, { $aligned } that may belong to a shared indicator
finding-scan-nothing = A proposal is no data: nothing enters the build before somebody has confirmed it

## What places are.

place-prefecture-city = { $names } { $n ->
    [one] is a prefecture-level city
   *[other] are prefecture-level cities
} in { $province }
place-county = { $names } { $n ->
    [one] is a county
   *[other] are counties
} in { $province }
place-county-city = { $names } { $n ->
    [one] is a county-level city
   *[other] are county-level cities
} in { $province }
place-district = { $names } { $n ->
    [one] is a district
   *[other] are districts
} in { $province }
place-part-county = { $names } { $n ->
    [one] is a county
   *[other] are counties
} of { $whole }
place-part-county-city = { $names } { $n ->
    [one] is a county-level city
   *[other] are county-level cities
} of { $whole }
place-part-district = { $names } { $n ->
    [one] is a district
   *[other] are districts
} of { $whole }
