## region_profile

region-profile-title = { $region }: { $counted } can be compared for one year
region-profile-nothing = { $region }: no indicator can be compared with another region for one year
region-profile-subtitle = { $moment }; right is better, each row has its own scale; large: { $region }, small: the others
region-profile-note = each row runs from the worst to the best of all values and benchmarks; ranks follow from the intervals
region-profile-limit = a short line is the national benchmark
region-profile-missing = without a value: { $regions }
region-profile-times = { $region } { $n }
region-profile-alt = { $name }: { $value } ({ $rank })
region-profile-rank = { $rank } of { $of }
region-profile-joint = joint { $rank } of { $of }
region-profile-between = { $best }–{ $worst } of { $of }
region-profile-alone = alone
region-profile-rows = { $counted }
