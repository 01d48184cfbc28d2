"""The window's parts: each a function from a frame to its widgets."""
