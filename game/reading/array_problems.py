"""What can be wrong with arrays of NumPy, as one typed error: facts, no sentence, and nothing about a file."""

from __future__ import annotations

from ..core.errors import Problem


class ArrayProblem(Problem):
    """An array, or an archive of arrays, that cannot be taken; whoever knows the file adds its path."""
