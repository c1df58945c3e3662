"""Papers carried away on a stick, and sticks checked."""
