"""Schools: the school table, 校际差异系数 and its rules."""
