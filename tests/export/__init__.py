"""The room of pictures as files."""
