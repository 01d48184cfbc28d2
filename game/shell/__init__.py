"""What surrounds the loop: the display, the routing of events, files and the clipboard, and keeping the work."""
