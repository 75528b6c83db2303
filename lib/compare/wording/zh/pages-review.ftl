## The review of a document.

review-title = 审核：{ $document }
review-how = 逐条对照原文，疑点多的在前。确认、拒绝和更正用 compare-regions review 的 --accept、--reject、--correct 写入，本页不改数据。按 / 键跳到筛选框。
review-text = 筛选（名称、原文、编号、指标；多个词用空格分开）
review-state = 状态
review-indicator = 对应指标
review-any = 全部
review-matched = 有
review-unmatched = 无
review-choice = { $what }（{ $n }）
review-reset = 重置
review-shown = 显示{ $n }条，共{ $all }条
