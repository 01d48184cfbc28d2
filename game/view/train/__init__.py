"""A network that learns on the wall of a talk: how it goes, its kernels, the digit, and what that is read as."""
