"""หลักเกณฑ์รายปี: the rules of a year looked at, corrected, shared and put back."""
