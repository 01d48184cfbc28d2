"""Random hands at the program, and what must hold after each thing they do. ``python -m tests.fuzz --help``.

Deeds are data: what was done can be written down, shortened until only what matters is left, and done again.
"""
