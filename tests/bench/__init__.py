"""The benchmark: the table of ``python -m tests.bench``."""
