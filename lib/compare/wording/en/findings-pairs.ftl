## Every pair of regions.

pairs-of = { $n ->
    [one] of 1 pair, { $counts }
   *[other] of { $n } pairs, { $counts }
}
pairs-decided = { $n } can be decided
pairs-undetermined = { $n } cannot be decided
pairs-not-comparable = { $n ->
    [one] 1 is not comparable
   *[other] { $n } are not comparable
}
pairs-missing = { $n ->
    [one] 1 lacks a value
   *[other] { $n } lack a value
}
