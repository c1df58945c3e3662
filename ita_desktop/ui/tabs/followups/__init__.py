"""การติดตาม: what became of each measure, round by round."""
