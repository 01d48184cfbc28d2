"""Tests of `game.window`: the panels, and that nothing in the window is cut or covered."""
