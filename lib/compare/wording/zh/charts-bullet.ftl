## bullet

bullet-subtitle = 基数、最近的现状与目标
bullet-target = 目标{ $value }
bullet-limit = 全国目标或国家标准
