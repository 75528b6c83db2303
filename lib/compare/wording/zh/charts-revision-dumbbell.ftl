## revision_dumbbell

revision-subtitle = 由先前的目标到较新的目标
revision-change-raised = 提高{ $size }
revision-change-lowered = 降低{ $size }
revision-change-tightened = 收紧{ $size }
revision-change-eased = 放宽{ $size }
revision-change-postponed = 推迟{ $years }年
revision-change-advanced = 提前{ $years }年
revision-change-kept = 要求不变，提出时已经达到
revision-change-changed = 不排高低
revision-change-unchanged = 未变
revision-change-new = 新提出
revision-change-dropped = 未再提出
revision-note-dropped = 未再提出：较新的文件没有提及，不等于取消
revision-end = { $year }年{ $value }
