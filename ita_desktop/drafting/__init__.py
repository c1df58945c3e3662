"""Thai sentences from figures, for a person to edit."""
