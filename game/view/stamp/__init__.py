"""A transposed convolution as stamps: every pixel lays the kernel, times its value, onto the map."""
