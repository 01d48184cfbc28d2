"""The Flat view of a layer: small pictures of channels and maps, a lane for each channel, the column addition."""
