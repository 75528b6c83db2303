"""Charts for Office: native charts that can be edited, and slides."""
