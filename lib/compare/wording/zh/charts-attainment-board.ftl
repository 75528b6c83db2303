## attainment_board

board-subtitle = 格内为最近的现状 / 目标，{ $years }
board-title = 目标完成情况（{ $years }）
board-detail = { $year }年{ $outcome }，目标{ $target }
board-awaiting = 目标{ $target }
board-not-by = { $year }年底未实现
board-row = { $topic }（{ $year }年）
board-each-county = { $topic }，各县（市、区）
board-document = { $topic }，{ $document }
board-none = 空格：没有这一年份的这项目标
board-targets = 图中{ $n }项目标
board-count = { $verdict }{ $n }项
board-counted = { $region }：{ $counts }
board-word-met = 达到
board-word-missed = 未达
board-word-not-decided = 不能确定
board-word-on-pace = 进度不慢
board-word-behind-pace = 进度慢
board-word-open = 未到期
board-word-no-outcome = 未载结果
board-legend-met = 达到目标
board-legend-missed = 未达目标
board-legend-not-decided = 不能确定
board-legend-on-pace = 未到期，进度不慢于直线
board-legend-behind-pace = 未到期，进度慢于直线
board-legend-open = 未到期，尚无结果
board-legend-no-outcome = 已到期，未载结果
