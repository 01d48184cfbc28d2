"""Kernelscope: see how a 2-D convolution works."""
