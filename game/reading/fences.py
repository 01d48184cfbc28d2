"""What stands around numbers in a chat or a notebook: fences around code, and what was typed over its outcome."""

from __future__ import annotations

import re

from .draft import Draft

_FENCE = re.compile(r"(?m)^[ \t]{0,20}(?:```|~~~)[ ]?(?:[A-Za-z{][^\n`]{0,60})?$")
_QUOTES = re.compile(r"\A\s*[rfb]?(\"\"\"|''')\n?([^\"']*)\1\s*\Z")
_TYPED = re.compile(
    r"[ \t]{0,20}(?:>>>|\.\.\. |\.\.\.$|In ?\[\d{1,6}\]:|julia>|octave:\d{1,6}>|>> ?\w|> ?(?=[^\n]*[A-Za-z])|>\s*$)"
)


def inside_fence(text: str) -> tuple[str, bool]:
    """Return the only part of a text that stands between fences, or quotes, and whether digits stood around it."""
    quoted = _QUOTES.match(text)
    if quoted is not None:
        return quoted[2], False
    fences = list(_FENCE.finditer(text)) if "```" in text or "~~~" in text else []
    if len(fences) != 2:
        return text, False
    inner = text[fences[0].end() : fences[1].start()]
    around = text[: fences[0].start()] + text[fences[1].end() :]
    lines = [line for line in around.split("\n") if line.strip()]
    if not any(map(str.isdigit, inner)) or not all(re.search(r"[^\W\d_]{2}", line) for line in lines):
        return text, False
    return inner, bool(lines)


def without_typing(draft: Draft) -> None:
    """Leave out what was typed behind a prompt, where its outcome stands below; nothing where there is none."""
    if ">" not in draft.text and "In" not in draft.text:
        return
    lines = draft.text.split("\n")
    typed = [_TYPED.match(line) is not None for line in lines]
    outcome = [line for line, was in zip(lines, typed, strict=True) if not was]
    if not any(typed) or not any(map(str.isdigit, "".join(outcome))):
        return
    first = next(place for place, was in enumerate(typed) if was)
    if any(any(map(str.isdigit, line)) for line in lines[:first]):
        return  # something else begins the text
    if any(any(map(str.isdigit, _TYPED.sub("", line, count=1))) for line, was in zip(lines, typed, strict=True) if was):
        draft.say("around")
    draft.text = "\n".join(outcome)
