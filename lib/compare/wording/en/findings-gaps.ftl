## The gaps of one indicator to one reference.

gaps-lead = best
gaps-joint-lead = joint best
gaps-perhaps = best (perhaps joint)
