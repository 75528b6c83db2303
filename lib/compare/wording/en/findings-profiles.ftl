## One region among the others.

profile-rank = { $rank } of { $of }
profile-joint = joint { $rank } of { $of }
profile-range = { $best }–{ $worst } of { $of }
profile-open = order not determined
profile-alone = alone
profile-in-words = not ranked
profile-target = one of { $of }
