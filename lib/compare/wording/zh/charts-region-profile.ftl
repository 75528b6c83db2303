## region_profile

region-profile-missing = 各行缺数：{ $regions }
region-profile-times = { $region }{ $n }项
region-profile-rows = { $n }行
region-profile-alt = { $indicator }：{ $value }（{ $rank }）
region-profile-subtitle = { $moment }；{ $side }，0为该行{ $best }{ $lines }，越靠左相差越多，{ $scales }
region-profile-lines = （含全国数、标准）
region-profile-scales-units = 同一单位的各行同一刻度
region-profile-scales-own = 无单位的各行各用各的刻度
region-profile-scales-both = 同一单位的各行同一刻度，无单位的各行各用各的刻度
region-profile-best = 最优值
region-profile-strictest = 要求最严的目标
region-profile-nothing = 没有可与他地、全国参照相比的指标
region-profile-alone = 另有{ $n }项没有可比数值，不在图中
region-profile-axis = 与{ $best }相差（{ $unit }）
region-profile-nation = 全国{ $value }
region-profile-standard = 标准{ $value }
region-profile-limit = 全国或标准参照
