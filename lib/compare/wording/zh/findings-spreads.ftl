## The ranks of a composite under all its variants.

spreads-spread = 综合名次随权重与方法而变：{ $parts }
spreads-fixed = 综合名次在所有权重与方法下不变：{ $parts }
spreads-open = 综合比较：{ $names }的先后不能确定
spreads-none = 综合指数不予计算：可比的地区或指标不足
spreads-part = { $region }第{ $best }–{ $worst }
spreads-one = { $region }第{ $best }
spreads-join = ，
