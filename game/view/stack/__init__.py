"""The Stack view: the same moment of the walk as three floating layers. Imported only when it is first wanted."""
