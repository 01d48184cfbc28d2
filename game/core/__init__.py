"""The mathematics: scenario, output size, patches, products, output map, coverage, images, kernels and history."""
