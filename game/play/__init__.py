"""Time: phases, easing, playback, the clock, and the moment that a view draws."""
