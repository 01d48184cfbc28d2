"""Tests of game/input."""
