## rank_spread

rank-spread-subtitle = { $moment }，{ $counted }；{ $variants }种权重、标准化与合成方式
rank-spread-note = 各地载明的指标不同，综合指数只能与名次的变动范围一起使用
rank-spread-rank = 名次（1为最优）
rank-spread-remark = 基准第{ $rank }，第{ $best }–{ $worst }
rank-spread-base = 基准名次
rank-spread-range = 名次的变动范围
rank-spread-share = 圆面积为各名次所占份额
