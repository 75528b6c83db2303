## rank_spread

rank-spread-spread = 综合名次随权重与方法而变：{ $parts }
rank-spread-fixed = 综合名次在所有权重与方法下不变：{ $parts }
rank-spread-none = 综合指数不予计算：可比的地区或指标不足
rank-spread-part = { $region }第{ $best }–{ $worst }
rank-spread-one = { $region }第{ $best }
rank-spread-subtitle = { $moment }，{ $n }项指标；{ $variants }种权重、标准化与合成方式；实心标记为基准名次，圆面积为各名次所占份额
rank-spread-note = 综合指数多半反映各地印了什么，只能与名次的变动范围一起使用
rank-spread-rank = 名次（1为最好）
rank-spread-remark = 基准第{ $rank }，第{ $best }–{ $worst }
rank-spread-join = ，
