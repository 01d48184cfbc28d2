"""Tests of the strip of a network."""
