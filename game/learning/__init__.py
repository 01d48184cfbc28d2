"""How a network learns from many pictures at once; numpy only, and never imported before somebody wants it."""
