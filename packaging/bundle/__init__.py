"""The steps of ``packaging/build.py``, which makes a program for those who have no Python."""
