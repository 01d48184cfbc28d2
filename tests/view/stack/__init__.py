"""The Stack view."""
