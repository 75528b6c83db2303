## The ranks of one contest.

rankings-rank = 第{ $rank }
rankings-joint = 并列第{ $rank }
rankings-perhaps = 第{ $rank }（可能并列）
rankings-between = 第{ $best }–{ $worst }
