"""A long time at a real window: does it get slower, larger, or complain? ``python -m tests.soak --help``."""
