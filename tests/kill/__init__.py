"""The program killed at any moment, with a full disk, without permission, and twice at once: real processes.

``python -m tests.kill --help``.
"""
