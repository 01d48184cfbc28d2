"""Tests of the Flat view of a layer."""
