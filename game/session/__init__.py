"""Session: the state of a run, and what each intent does to it. No drawing and no clock of its own."""
