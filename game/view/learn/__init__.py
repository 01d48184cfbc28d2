"""What is shown of a kernel that learns, in the Flat view and in Present."""
