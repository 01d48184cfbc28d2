"""What Pillow calls the ways in which pictures store their pixels, and Exif those in which a camera was held."""

GRAY = ("1", "L")
DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
"""Modes of more than 8 bits: gray of 16, whole numbers as Pillow reads them from PGM, and fractions."""
PLAIN = ("L", "RGB")
"""Modes whose levels can be summed as they are stored."""
BYTES = {"1": 1, "L": 1, "P": 1, "LA": 4, "I;16": 2, "I;16B": 2}
"""Bytes of a pixel; in any other mode they are 4."""
ON_ITS_SIDE = (5, 6, 7, 8)
"""Orientations of Exif in which rows are stored as columns."""
