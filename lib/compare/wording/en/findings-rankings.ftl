## The ranks of one comparison.

rankings-leads = { $indicator }: of { $of } that can be compared, { $first } is ahead ({ $value })
rankings-level = { $indicator }: { $first } are level ({ $value })
rankings-undetermined = { $indicator }: no order can be determined between { $first }
rankings-alone = { $indicator }: only { $first } has a usable { $moment }; there is nothing to compare with
rankings-none = { $indicator }: there is no comparable { $moment }
rankings-counts = { $indicator }: { $moment }, values only, neither better nor worse
rankings-rank = rank { $rank }
rankings-joint = joint rank { $rank }
rankings-perhaps = rank { $rank } (perhaps joint)
rankings-between = rank { $best }–{ $worst }
