## Which side of an axis is the better one.

side-right = right is better
side-left = left is better
side-right-target = right is stricter
side-left-target = left is stricter
side-neither = neither side is better
