"""ข้อค้นพบ: what the scores say, in words."""
