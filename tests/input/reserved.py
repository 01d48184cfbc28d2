"""The keys that are kept for what is to come: nothing else may take them."""

from __future__ import annotations

RESERVED: tuple[str, ...] = ()
"""Keys kept for later: none now."""
