"""Which widgets of the stage are there to be used, not looked at: a picture leaves them out."""

from __future__ import annotations

from ..ui.widgets.base import Widget
from ..ui.widgets.button import Button, Paint
from ..ui.widgets.select import Select
from ..ui.widgets.slider import NumberField
from ..ui.widgets.switch import Stepper, Switch
from ..window.stack import HINT_LINES

CONTROLS = (Button, Paint, NumberField, Select, Switch, Stepper)


HINTS = ("stack hint", *HINT_LINES)
"""Words on what a hand may do, by the names of their labels."""


def is_control(widget: Widget) -> bool:
    """Tell whether a widget is only there to be used, or says how."""
    return isinstance(widget, CONTROLS) or widget.name in HINTS
