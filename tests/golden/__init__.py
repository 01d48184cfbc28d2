"""Golden pictures: the window as it should look, kept beside the code that draws it."""
