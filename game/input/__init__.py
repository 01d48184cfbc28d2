"""Input: what hands and keys do, as intents; one table of bindings; gestures with the pointer."""
