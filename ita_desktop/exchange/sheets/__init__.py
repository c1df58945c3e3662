"""Files that hold tables: looked at from outside, then read in a process of their own."""
