"""The keys that are kept for what is to come: nothing else may take them."""

from __future__ import annotations

RESERVED: tuple[str, ...] = (*("G", "M", "Q", "Insert", "Ctrl+E"),)
"""Keys kept for later.

The gallery, the colour picture, a vote, the rail in Present, sharing.
"""
