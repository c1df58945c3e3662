"""คะแนน: what came out, and where the points are."""
