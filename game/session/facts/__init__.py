"""What the panels of the window show, as values. They are gathered here from the state, and nowhere else.

A panel is a function of its facts and of the frame in which it stands, so it is the same while those are equal. Facts
of a `StillState` cannot depend on the walk's position, on the clock, or on the pointer's place.
"""
