"""What is wrong with a text that no numbers can be read from."""

from __future__ import annotations

from ..core.errors import ConvolutionError


class NotRead(ConvolutionError):  # noqa: N818 - it says what is wrong, as the errors of core do
    """A text that is no grid of numbers, no channels and no filters.

    reason  "empty"; "sign": something (`sign`, at `place`) is no number; "ragged": the row at `place` has `found`
            numbers, the first one `needed`; "grids": the grid at `place` has another size (`found`) than the first
            (`needed`); "shortened": the print leaves numbers out (`sign` stands for them); "mixed": numbers and lists
            stand side by side at `place`; "deep": lists nested too deep; "brackets": one is not closed, or not opened;
            "count": there are `found` numbers where the text says that there are `needed`; "rows", "columns": there are
            `found`, at most `needed`; "too long": the text has too many bytes;
            "too many": more stands there than any image can hold; "kinds": too many different signs
    place   (grid, row, column), each from 1, or 0 where there is nothing to tell
    """

    key = "not_read"
    reason: str
    place: tuple[int, int, int] = (0, 0, 0)
    sign: str = ""
    found: object = 0
    needed: object = 0

    def __init__(
        self,
        reason: str,
        place: tuple[int, int, int] = (0, 0, 0),
        sign: str = "",
        found: object = 0,
        needed: object = 0,
    ) -> None:
        super().__init__(reason, place, sign, found, needed)
