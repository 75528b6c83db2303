"""Own tables: opened, their columns and rows told apart, each cell read as what it states."""
