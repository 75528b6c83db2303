## region_profile

region-profile-subtitle = { $moment }；{ $side }，每行自有刻度；大点为{ $region }，小点为其他地区
region-profile-note = 每行以各地数值与基准的最差、最优为两端；名次按区间推定
region-profile-limit = 短竖线为全国基准
region-profile-missing = 各行缺数：{ $regions }
region-profile-times = { $region }{ $n }项
region-profile-rows = { $n }行
region-profile-alt = { $indicator }：{ $value }（{ $rank }）
region-profile-worse = 较差
region-profile-better = 较好
