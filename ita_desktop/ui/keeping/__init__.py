"""Backups looked into, damaged files, a second place, workbooks from elsewhere: that nothing is ever lost."""
