## The ranks of one comparison.

rankings-rank = rank { $rank }
rankings-joint = joint rank { $rank }
rankings-perhaps = rank { $rank } (perhaps joint)
rankings-between = rank { $best }–{ $worst }
