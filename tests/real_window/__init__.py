"""The real-window trial: the program in a real window, handled by a real mouse and real keys.

It starts an X server of its own (Xvfb) with a small window manager (openbox), sends mouse and keys with xdotool, and
judges by the pixels on the screen and by the files that are written. ``python -m tests.real_window`` runs it;
pytest does not collect it. Debian's packages for it are listed in ``desk.TOOLS``.
"""
