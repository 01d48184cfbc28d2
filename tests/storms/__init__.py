"""Storms of events: the picture and the saving never wait for their end."""
