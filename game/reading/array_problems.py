"""What can be wrong with arrays of NumPy, as one typed error: facts, no sentence, and nothing about a file."""

from __future__ import annotations


class ArrayProblem(Exception):  # noqa: N818 - it says what it is; "Error" would add nothing
    """An array, or an archive of arrays, that cannot be taken. `key` and `values()` are those of a sentence of `words`.

    Whoever knows the file adds its path, which the sentences name.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self._values = values

    def values(self) -> dict[str, object]:
        """Return the facts of this problem by name."""
        return dict(self._values)
