"""What each mode does while it is on: nothing of it is imported before. What others ask of a mode stands beside."""
