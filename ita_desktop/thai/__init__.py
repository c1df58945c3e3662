"""The language and nothing else: digits, Buddhist-era dates, word breaks."""
