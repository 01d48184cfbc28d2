"""The widgets, one a file. A widget draws the value that it is given and answers with intents; it keeps no copy."""
