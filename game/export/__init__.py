"""Pictures of what is shown, as files: still ones, moving ones, and pages. Imported only when something is exported."""
