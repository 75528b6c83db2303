## What can be compared at all.

coverage-comparable = { count-indicators }中，至少两地有同年可比数值的：现状{ $actual }项，目标{ $target }项
