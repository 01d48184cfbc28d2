"""The panels around the grids: each is a function of facts, and of the frame in which it stands."""
