"""Numbers that somebody has, in whatever form, as grids, channels and filters; it knows no files and no window."""
