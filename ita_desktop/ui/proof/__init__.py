"""ตรวจเอกสารจากภายนอก: a paper edited in Word, last year's, another office's, held against the year's data."""
