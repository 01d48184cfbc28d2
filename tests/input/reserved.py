"""The keys that are kept for what is to come: nothing else may take them."""

from __future__ import annotations

RESERVED: tuple[str, ...] = (*("G", "Q", "Insert", "Ctrl+E"),)
"""Keys kept for later.

The gallery, a vote, the rail in Present, sharing.
"""
