"""Paper becomes PDF and Word. Charts are drawn here once, for screen and paper."""
