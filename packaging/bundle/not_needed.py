"""The modules that the program without Python leaves out. The random hands of `tests.fuzz` do without them too."""

from __future__ import annotations

# What numpy imports of itself only when it is used is no reason to leave it out: `np.unique` and `np.median` take
# `numpy.ma`, which takes `numpy.rec`.
_NUMPY = ("ctypeslib", "f2py", "fft", "polynomial", "random", "testing")
# There is no sound, no camera, and texts are drawn by pygame.font.
_PYGAME = (
    *("_camera", "_freetype", "_sdl2.audio", "_sdl2.controller", "_sdl2.mixer", "_sdl2.touch", "camera", "docs"),
    *("examples", "freetype", "ftfont", "midi", "mixer", "mixer_music", "pypm", "sndarray", "tests"),
)
# What guesses the encoding of reportlab's own markup, and its trials.
_REPORTLAB = ("charset_normalizer", "chardet", "reportlab.graphics.testshapes")
# No encryption, no databases, no tests, and nothing to run code in; `zipimport` every Python has frozen. `segno` takes
# a part of `xml` that takes `urllib.request`, and with that `http`.
_PYTHON = (
    *("_hashlib", "_ssl", "asyncio", "curses", "doctest", "ftplib", "multiprocessing", "pdb", "pydoc", "readline"),
    *("socketserver", "sqlite3", "ssl", "unittest", "webbrowser", "xmlrpc", "zipimport"),
)

NOT_NEEDED = (
    *(f"numpy.{name}" for name in _NUMPY),
    *(f"pygame.{name}" for name in _PYGAME),
    *_REPORTLAB,
    *_PYTHON,
)
"""Their names, as they are imported."""
