"""The tests of Kernelscope; they mirror the rooms of the program."""
