"""Tables of wikis, forums and plain-text formats: MediaWiki, Jira, MoinMoin, Textile, AsciiDoc, BBCode, RST."""

from __future__ import annotations

import re

from .draft import Draft, Rule, carried_out

_BARS = (
    Rule("what AsciiDoc has around", re.compile(r"(?m)^[ \t]*(?:\[[a-z]{1,20}=[^\n]*\]|\|={3,})[ \t]*$\n?")),
    Rule("how cells of MoinMoin look", re.compile(r"(?<=\|)<[a-z]{1,20}=\"[^\"\n]{0,80}\">"), " "),
    Rule("where cells of Textile stand", re.compile(r"(?<=\|)_?[<>=^~]{0,2}\.(?=[ \t])"), " "),
    Rule("bold cells of MoinMoin", re.compile(r"'''"), ""),
    Rule("bars of headers", re.compile(r"(?m)(?<=[^|\n])\|\||^\|\|"), "|"),
)
_BBCODE = (
    Rule("line ends, which mean nothing there", re.compile(r"\s+"), " "),
    Rule("rows of BBCode", re.compile(r"(?i)\[tr\] ?"), "\n"),
    Rule("cells of BBCode", re.compile(r"(?i) ?\[/t[dh]\] ?(?=\[t[dh]\])"), "\t"),
    Rule("tags of BBCode", re.compile(r"(?i) ?\[/?(?:table|t[rdh]|code|b|i)\]")),
)
_RST = (
    Rule("an empty cell of RST", re.compile(r"(?m)^[ \t]*\.\.(?=[ \t])"), "  "),
    Rule("lines of RST", re.compile(r"(?m)^[ \t]*=+(?:[ \t]+=+)+[ \t]*$\n?")),
)
_LOOK_OF_CELL = re.compile(r"\A(?:\s*[a-z]{1,20}=\"[^\"\n]{0,80}\")+\s*\|")


def without_wiki(draft: Draft) -> None:
    """Turn the tables of these notations into ones with bars or tabs."""
    text = draft.text.lstrip()
    if text.startswith("{|"):
        _mediawiki(draft)
    elif "[td]" in text or "[TD]" in text:
        carried_out(draft, _BBCODE)
    elif "|" in text:
        carried_out(draft, _BARS)
    elif re.match(r"=+[ \t]+=", text):
        carried_out(draft, _RST)


def _mediawiki(draft: Draft) -> None:
    """Turn a table of MediaWiki, whose cells may stand in one line or in one each, into one with tabs."""
    inner = re.sub(r"(?m)^[ \t]*(?:\{\||\|\}|\|\+)[^\n]*$", "", draft.text)
    rows = re.split(r"(?m)^[ \t]*\|-[^\n|]*$", inner)
    cells = [re.split(r"\n[ \t]*[|!]|\|\||!!", f"\n{row.strip()}")[1:] for row in rows if row.strip()]
    draft.text = "\n".join("\t".join(" ".join(_LOOK_OF_CELL.sub("", cell).split()) for cell in row) for row in cells)
