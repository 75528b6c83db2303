## The ranks of one contest.

rankings-leads = { $indicator }：可比的{ $of }地中{ $first }最优（{ $value }）
rankings-level = { $indicator }：{ $first }持平（{ $value }）
rankings-undetermined = { $indicator }：{ $first }高低不能确定
rankings-alone = { $indicator }：只有{ $first }的{ $moment }可用，没有可比对象
rankings-none = { $indicator }：没有可比的{ $moment }
rankings-counts = { $indicator }：{ $moment }只列数值，不评优劣
rankings-rank = 第{ $rank }
rankings-joint = 并列第{ $rank }
rankings-perhaps = 第{ $rank }（可能并列）
rankings-between = 第{ $best }–{ $worst }
