## What can be compared at all.

coverage-comparable = of { count-indicators }, actuals of { $actual } and targets of { $target } can be compared for the same year between two regions or more
