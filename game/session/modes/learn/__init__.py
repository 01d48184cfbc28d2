"""A kernel that learns: what its intents do, and what others mean meanwhile."""
