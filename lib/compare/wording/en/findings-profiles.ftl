## One region among the others.

profile-compared = { $region }: { count-indicators } can be compared for one year
profile-nothing = { $region }: no indicator can be compared with another region for one year
profile-first = first (or level) in { $n }
profile-last = last in { $n }
profile-between = in between in { $n }
profile-open = undetermined in { $n }
profile-rank = { $rank } of { $of }
profile-joint = joint { $rank } of { $of }
profile-range = { $best }–{ $worst } of { $of }
profile-alone = alone
