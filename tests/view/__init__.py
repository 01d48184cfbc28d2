"""Tests of `game.view`: what is drawn, and drawing only what changed."""
