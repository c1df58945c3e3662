"""The OIT items of a year: what has to be shown, who prepares it, by when, where it is published."""
