"""Predict: how its questions are answered, and how the walk goes meanwhile."""
