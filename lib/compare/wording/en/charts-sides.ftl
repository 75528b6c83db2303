## Which side of an axis is the better one.

side-right = right is better
side-left = left is better
side-neither = neither side is better
