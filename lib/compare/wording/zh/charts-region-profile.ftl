## region_profile

region-profile-title = { $region }：{ $n }项可与他地同年比较
region-profile-nothing = { $region }：没有可与他地同年比较的指标
region-profile-subtitle = { $moment }；右侧为优，每行自有刻度；大点为{ $region }，小点为其他地区
region-profile-note = 每行以各地数值与基准的最差、最好为两端；名次按区间推定
region-profile-limit = 短竖线为全国基准
region-profile-missing = 各行缺数：{ $regions }
region-profile-times = { $region }{ $n }项
region-profile-alt = { $name }：{ $value }（{ $rank }）
region-profile-rank = 第{ $rank }/{ $of }
region-profile-joint = 并列第{ $rank }/{ $of }
region-profile-between = 第{ $best }–{ $worst }/{ $of }
region-profile-alone = 无可比
region-profile-rows = { $n }行
