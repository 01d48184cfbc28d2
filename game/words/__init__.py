"""Every text of the window, by name: numbers, sentences about errors, and all other words."""
