"""Objects with names in them: of JSON, and what PyTorch keeps of a module. The only list of numbers in one is taken."""

from __future__ import annotations

import re

from .draft import Draft, scaled_by

MOST_NAMES = 100
"""Names in an object."""
_TENSOR = re.compile(r"[({,]\s{0,99}['\"]([^'\"\n]{1,80})['\"]\s?[,:]\s{0,99}(?=tensor\()")
_DIVISORS, _FACTORS = ("divisor", "denominator"), ("factor", "multiplier")


def only_list(draft: Draft) -> None:
    """Leave of an object the only list of numbers, or the only tensor of several lengths; it is said which."""
    text = draft.text.lstrip()
    if text.startswith(("{", "OrderedDict(")) and "tensor(" in text:
        _only_tensor(draft)
    elif text.startswith("{") and '"' in text:
        _only_of_json(draft)


def _only_tensor(draft: Draft) -> None:
    parts = _TENSOR.split(draft.text)
    names, bodies = parts[1::2], parts[2::2]
    wide = [place for place, body in enumerate(bodies) if "[[" in body]
    if 1 < len(names) <= MOST_NAMES and len(wide) == 1:
        draft.say("only", name=names[wide[0]])
        body = bodies[wide[0]].strip()
        draft.text = body[: _end_of_call(body)]


def _end_of_call(text: str) -> int:
    """Return where the call ends that a text begins with."""
    open_ = 0
    for found in re.finditer(r"[()]", text):
        open_ += 1 if found[0] == "(" else -1
        if not open_:
            return found.end()
    return len(text)


def _only_of_json(draft: Draft) -> None:
    import json  # few texts are objects

    try:
        found = json.loads(draft.text)
    except (ValueError, RecursionError):
        return
    lists = [name for name, value in found.items() if isinstance(value, list)]
    others = [name for name, value in found.items() if not isinstance(value, (list, dict))]
    if len(lists) != 1 or not others or len(found) != len(others) + 1 or len(found) > MOST_NAMES:
        return
    for name in others:
        if name.lower() in (*_DIVISORS, *_FACTORS):
            scaled_by(draft, str(found[name]), below=name.lower() in _DIVISORS)
    draft.say("only", name=lists[0])
    draft.text = json.dumps(found[lists[0]])
