"""Damaged files of every kind: each is refused with a sentence, or loaded as something valid, and soon.

``python -m tests.fuzz_files --help``.
"""
