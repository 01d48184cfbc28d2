"""A network that learns from digits, while the walk goes on beside it."""
