## One region among the others.

profile-rank = 第{ $rank }，共{ $of }地
profile-joint = 并列第{ $rank }，共{ $of }地
profile-range = 第{ $best }–{ $worst }，共{ $of }地
profile-open = 高低不能确定
profile-alone = 他地无可比
profile-in-words = 不排名次
profile-target = 共{ $of }地
