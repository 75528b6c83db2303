## region_profile

region-profile-subtitle = { $moment }; { $side }, each row has its own scale; large: { $region }, small: the others
region-profile-note = each row runs from the worst to the best of all values and benchmarks; ranks follow from the intervals
region-profile-limit = a short line is the national benchmark
region-profile-missing = without a value: { $regions }
region-profile-times = { $region } { $n }
region-profile-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
region-profile-alt = { $indicator }: { $value } ({ $rank })
region-profile-worse = worse
region-profile-better = better
