"""Where a cell of a network comes from: the image and its layers side by side, lit back to the image."""
