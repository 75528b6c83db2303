## One region among the others.

profile-compared = { $region }：{ $n }项可与他地同年比较
profile-nothing = { $region }：没有可与他地同年比较的指标
profile-first = { $n }项居首（含并列）
profile-last = { $n }项居末
profile-between = { $n }项居中
profile-open = { $n }项不能确定
profile-rank = 第{ $rank }/{ $of }
profile-joint = 并列第{ $rank }/{ $of }
profile-range = 第{ $best }–{ $worst }/{ $of }
profile-alone = 无可比
