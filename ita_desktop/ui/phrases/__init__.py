"""ถ้อยคำของหน่วยงาน: advice and measures the office keeps for every year, and how they travel."""
