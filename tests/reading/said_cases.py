"""What is said of how texts of programs, consoles and wikis were read, and why some of them were not."""

from __future__ import annotations

NEW_REFUSED: tuple[tuple[str, str], ...] = (
    ("1\t#N/A\n3\t4", "Row 1, column 2: “#N/A” is no number"),
    ("⎡1 2⎤   ⎡5 6⎤\n⎣3 4⎦   ⎣7 8⎦", "Row 1, column 1: “1 2” is no number"),
    ("1 2 1\n2 4 2\n1 2 1 / 16", "Row 3, column 4: “/” is no number"),
    ("- [1, 2]", "“-” stands beside lists"),
    ("-[1, 2]\n-[3, 4]", "“-” stands beside lists"),
    ("np.array([1, 2]) + np.array([3, 4])", "“+” stands beside lists"),
    ("foo[[1, 2], [3, 4]]", "“foo” stands beside lists"),
    ("k = [1 2; 3 4]; k = k / norm(k);", "stands beside lists"),
    ("np.array([[1, 2], [3, 4]])[::-1]", "Row 2: its length is 1"),
    ("1 000 2\n3 4", "Row 2: its length is 2, that of row 1 is 3"),
    ("0 1\n-1 1\n/ sum", "no number"),
    ("[0:2:-8]", "“0:2:-8” is no number"),
    ("[0 -0; 0 0]/sum(k)", "stands beside lists"),
    ("k = [1 -1]; k = k / sum(k)", "“/ 0” is no number"),
)
"""Each text, and a part of what is said."""

NEW_SAID: tuple[tuple[str, str], ...] = (
    ("k = [[1, 2], [3, 4]] :: [[Double]]", ""),
    ("1 2 1 / 2 4 2 / 1 2 1", "slashes read as ends of rows"),
    ("     ⎡1 2 1⎤\n1/16 ⎢2 4 2⎥\n     ⎣1 2 1⎦", "divided by 16"),
    ("-[1 2; 3 4]", "times −1"),
    ("[1 2; 3 4] x 2", "times 2"),
    ("k = [1 2; 3 4]; k = k / sum(k(:));", "divided by 10"),
    ("OrderedDict([('a', tensor([[1.]])), ('b', tensor([0.]))])", "only “a” read"),
    ('{"name": "blur", "kernel": [[1, 2], [3, 4]], "divisor": 4}', "only “kernel” read, divided by 4"),
    ("data.frame(a = c(1, 3), b = c(2, 4))", "header left out"),
    ("mat2(vec2(1, 2), vec2(3, 4))", "numbers read row by row"),
    ("Row 1: 1 2\nRow 2: 3 4", "index left out"),
    ("[0,5 0,25\n 1,0 2,0]", "with decimal commas"),
    ("0,5\n0,0625", "with decimal commas"),
    ("1 000 000\n2 000 000", "“1 000 000” read as 3 numbers"),
    ("001 000\n255 000", ""),
    ("[[(1, 2, 3)], [(4, 5, 6)]]", "colours last, read as channels"),
    (">>> 2 * [1]\n[1, 1]", "text around left out"),
    ("Here is the blur:\n```\n1 2\n```", "text around left out"),
    ("Blur of 1968:\n```\n1 2\n```", "text around left out"),
)
"""Each text, and what is said of how it was read."""
