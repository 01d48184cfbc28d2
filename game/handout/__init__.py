"""What is handed out: a scenario as a text code, as text, as a program, as questions of a learning platform."""
