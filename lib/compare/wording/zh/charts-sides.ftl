## Which side of an axis is the better one.

side-right = 右侧为优
side-left = 左侧为优
side-right-target = 右侧要求更严
side-left-target = 左侧要求更严
side-neither = 不分优劣
