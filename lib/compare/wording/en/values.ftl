## Bounds: what a number's comparator says.

bound-exactly = { $value }
bound-at-least = ≥{ $value }
bound-more-than = >{ $value }
bound-at-most = ≤{ $value }
bound-less-than = <{ $value }
bound-about = about { $value }

## Units behind a number.

unit-percent = %
unit-coefficient = { "" }
unit-percentage-points = { $count ->
    [one] { " " }percentage point
   *[other] { " " }percentage points
}
unit-hours = { $count ->
    [one] { " " }hour
   *[other] { " " }hours
}
unit-year = { "" }
unit-years = { $count ->
    [one] { " " }year
   *[other] { " " }years
}
unit-megabits = { " " }Mbit/s
unit-items = { "" }
unit-schools = { "" }
unit-projects = { "" }
unit-people = { $count ->
    [one] { " " }person
   *[other] { " " }people
}
unit-person-times = { $count ->
    [one] { " " }person-time
   *[other] { " " }person-times
}
unit-single-person-times = { $count ->
    [one] { " " }person-time
   *[other] { " " }person-times
}
unit-yuan = { " " }yuan
unit-times = { $count ->
    [one] { " " }time
   *[other] { " " }times
}
unit-class-hours = { $count ->
    [one] { " " }class hour
   *[other] { " " }class hours
}
unit-credits = { $count ->
    [one] { " " }credit
   *[other] { " " }credits
}
unit-count = { "" }
unit-ten-thousand-people = { " " }people
unit-ten-thousand-yuan = { " " }yuan
unit-hundred-million-yuan = { " " }million yuan
unit-ten-thousand-square-metres = { " " }m²
unit-ten-thousands = { "" }

## Units as they stand alone, under an axis or in a subtitle.

unit-name-coefficient = coefficient
unit-name-percentage-points = percentage points
unit-name-hours = hours
unit-name-year = year
unit-name-megabits = Mbit/s
unit-name-items = number
unit-name-schools = schools
unit-name-projects = items
unit-name-people = people
unit-name-person-times = 10,000 person-times
unit-name-ten-thousand-people = 10,000 people
unit-name-single-person-times = person-times
unit-name-yuan = yuan
unit-name-ten-thousand-yuan = 10,000 yuan
unit-name-hundred-million-yuan = 100 million yuan
unit-name-ten-thousand-square-metres = 10,000 m²
unit-name-times = times
unit-name-class-hours = class hours
unit-name-credits = credits
unit-name-count = number
unit-name-ten-thousands = 10,000

## Phrases.

moment = { $year } { $kind }
reference-standing = { $scope } { $kind }
reference-standing-national-county = national standard for counties
reference-of-year = { $scope } { $year } { $kind }
reference-best = the best
reference-strictest = the strictest target
reference-median = the median
reference-mean = the mean
document-plain = 《{ $title }》
document-latin = “{ $title }”
document-detailed = { $title } ({ $details })
comma = { "," }{ " " }
list-last = { $names } and { $last }
list-or = { $names } or { $last }

source-line = Source: { $documents }.

## Counts.

count-indicators = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}

## Bounds in a sentence.

prose-no-fall = yearly growth, no fall (in words only)
bound-no-fall = yearly growth, no fall (in words only)
# its mark is a star
label-in-words = { $value }
prose-in-words = { $value } (in words only)
prose-exactly = { $value }
prose-at-least = at least { $value }
prose-more-than = more than { $value }
prose-at-most = at most { $value }
prose-less-than = below { $value }
prose-about = about { $value }
prose-and-more = more than { $number }{ $unit }
year-not-by = not by the end of { $year } (inferred)
every-year = { $value } a year

## What a target is to reach.

reach-no-fall = yearly growth, no fall (in words only)
reach-in-words = { $value } (in words only)
reach-exactly = { $value }
reach-plain = { $value }
reach-at-least = at least { $value }
reach-more-than = more than { $value }
reach-at-most = at most { $value }
reach-less-than = below { $value }
reach-about = about { $value }
reach-lowered = { $value }
reach-keep = kept { $kept }
reach-keep-in-text = { $value }, to be kept
reach-every-year = { $value }

## What a target keeps.

kept-exactly = at { $value }
kept-at-least = at { $value } or above
kept-more-than = above { $value }
kept-at-most = at { $value } or below
kept-less-than = below { $value }
kept-about = at about { $value }
kept-in-words = at { $value } (in words only)

## References in a sentence.

reference-in-words-national-actual = the national figure
reference-in-words-national-actual-several = the national figures
reference-in-words-national-target = the national target for { $year }
reference-in-words-national-standard = the national assessment standard
reference-in-words-national-standard-county = the national standard for counties
reference-in-words-provincial-actual = the { $province } figure
reference-in-words-provincial-target = the { $province } target for { $year }
reference-in-words-provincial-standard = the { $province } standard
in-year = { $year }
year-range = { $first }–{ $last }
span-range = { $start }–{ $year }
span-each = each year, { $start }–{ $year }
span-summed = total to the end of { $year }
citation-undated = no date

## The theme of the indicators of a table of one's own.

own-table = Own table
