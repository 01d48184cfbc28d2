"""Tests of learning from many pictures."""
