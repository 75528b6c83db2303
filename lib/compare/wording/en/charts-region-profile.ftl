## region_profile

region-profile-missing = without a value: { $regions }
region-profile-times = { $region } { $n }
region-profile-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
region-profile-alt = { $indicator }: { $value } ({ $rank })
region-profile-subtitle = { $moment }; { $side }: distance from { $best } of each row{ $lines }, { $scales }
region-profile-lines = {" "}(national figures and standards included)
region-profile-scales-units = one scale for all rows of a unit
region-profile-scales-own = rows without a unit each on a scale of their own
region-profile-scales-both = one scale for all rows of a unit, rows without a unit each on their own
region-profile-best = the best value
region-profile-strictest = the strictest target
region-profile-nothing = nothing to compare with another region or a national reference
region-profile-alone = { $n ->
    [one] 1 more indicator has no value to compare with and is not shown
   *[other] { $n } more indicators have no value to compare with and are not shown
}
region-profile-axis = distance from { $best } ({ $unit })
region-profile-nation = nation { $value }
region-profile-standard = standard { $value }
region-profile-limit = national benchmark
