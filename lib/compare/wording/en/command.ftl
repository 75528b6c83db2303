## What the command line says.

command-themes = { $n ->
    [one] 1 theme
   *[other] { $n } themes
}
command-regions = { $n ->
    [one] 1 region
   *[other] { $n } regions
}
command-documents = { $n ->
    [one] 1 document
   *[other] { $n } documents
}
command-indicators = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}
command-benchmarks = { $n ->
    [one] 1 benchmark
   *[other] { $n } benchmarks
}
command-figures = { $n ->
    [one] 1 figure
   *[other] { $n } figures
}
command-observations = { $n ->
    [one] 1 observation
   *[other] { $n } observations
}
command-inconsistencies = { $n ->
    [one] { $n } inconsistency
   *[other] { $n } inconsistencies
}
command-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
command-rows-changed = { $n ->
    [one] 1 row changed
   *[other] { $n } rows changed
}
command-not-in-raw = note: not in { $raw }, so check, review and build will not read it
