"""The drawing of the walk: pictures are a pure function of scenario, position and view."""
