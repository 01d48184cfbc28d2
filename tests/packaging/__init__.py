"""Tests of `packaging`: the recipes for systems that the tests do not run on, as far as they can be read."""
