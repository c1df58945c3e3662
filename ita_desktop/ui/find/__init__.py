"""Find anything (Ctrl+K): records of every kind and year, people, rules and help, commands; and go to it."""
