"""Tests of `game.ui`: layout, colours and widgets."""
