## revision_dumbbell

revision-subtitle = from the earlier target to the newer one
revision-change-raised = raised { $size }
revision-change-lowered = eased { $size }
revision-change-tightened = tightened { $size }
revision-change-eased = loosened { $size }
revision-change-postponed = { $years ->
    [one] 1 year
   *[other] { $years } years
} later
revision-change-advanced = { $years ->
    [one] 1 year
   *[other] { $years } years
} earlier
revision-change-kept = unchanged, already reached when set
revision-change-changed = not ranked
revision-change-unchanged = unchanged
revision-change-new = new
revision-change-dropped = no longer stated
revision-note-dropped = no longer stated: the newer document says nothing of it, which does not mean withdrawn
revision-end = { $value } ({ $year })
