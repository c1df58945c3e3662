"""What the officer can do: one function per verb; each is one change and one undo step."""
