"""Small parts that the tabs are built of."""
