"""What Kernelscope reads and writes: scenario files, pictures, pasted grids, settings, kept work."""
