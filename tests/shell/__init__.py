"""Tests of `game.shell`: hands and keys, through the controller."""
