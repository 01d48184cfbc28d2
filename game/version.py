"""The version of the program, the same as in ``pyproject.toml`` (a test holds them together)."""

VERSION = "1.0.0"
