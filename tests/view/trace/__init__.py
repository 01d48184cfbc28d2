"""Tests of the room game/view/trace."""
