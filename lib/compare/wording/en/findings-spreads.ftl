## The ranks of a composite under all its variants.

spreads-spread = Composite ranks change with weights and method: { $parts }
spreads-fixed = Composite ranks are the same under all weights and methods: { $parts }
spreads-open = Composite: which of { $names } comes first cannot be determined
spreads-none = No composite: too few regions or indicators can be compared
spreads-part = { $region } rank { $best }–{ $worst }
spreads-one = { $region } rank { $best }
spreads-join = ,{ " " }
