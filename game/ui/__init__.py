"""What the window is made of: geometry, themes, text, icons and widgets."""
