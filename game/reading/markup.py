"""Tables of mark-up as plain ones: a line for each row, a tab between cells. HTML, LaTeX, Markdown, comments."""

from __future__ import annotations

import re
from collections.abc import Callable

from .draft import Draft, Rule, carried_out, scaled_by
from .signs import plain_signs
from .wiki import without_wiki

_NUMBER = r"[+-]?[\d.,]{1,40}"
_ERRORS = r"(?:N/A|(?:DIV/0|REF|VALUE|NULL|NUM|SPILL|CALC)!|NAME\?)"
"""What spreadsheets have, behind #, where there is no number."""
NOTES = (
    Rule("how many rows a data base has found", re.compile(r"\n\(\d{1,6} rows?\)\s*\Z")),
    Rule("comments of SQL and Haskell", re.compile(r"(?m)^[ \t]*--[ \t](?=[ \t]*[A-Za-z])[^\n]*"), "", "comment"),
    Rule("the shape that Polars prints", re.compile(r"\A\s{0,99}shape: \(\d{1,6}, \d{1,6}\)[ \t]*\n")),
    Rule(
        "the kinds of columns that Polars prints",
        re.compile(r"(?m)^[ \t]*\|(?:[ \t]*(?:[iuf]\d{1,2}|str|bool)[ \t]*\|){1,300}[ \t]*$\n?"),
    ),
    Rule("signs that Markdown would take for its own", re.compile(r"(?<![\w\\])\\([-+])(?=[\d.])"), r"\1"),
    Rule("ampersands between cells", re.compile(r"(?<=\d)[ \t]{0,99}&[ \t]*(?=[-+.\d])"), "\t"),
    Rule("the size that PyTorch prints", re.compile(r"\A\s{0,99}torch\.Size\(\[[\d, ]{0,60}\]\)[ \t]*\n")),
    Rule(
        "what was typed in MATLAB",
        re.compile(r"\A\s{0,99}[A-Za-z][^\n]{0,200}\n\s{0,99}(?=ans ?=[ \t]*\n)"),
        "",
        "around",
    ),
    Rule("slices that MATLAB is given", re.compile(r"\b[A-Za-z]\w{0,60}\(:, ?:, ?\d{1,6}\) ?= ?(?=\[)")),
    Rule("lists of Lisp", re.compile(r"#(?:\d?[aA])?(?=\()")),
    Rule("tags of text", re.compile(r"(?i)</?(?:pre|code|samp|kbd|tt|span)\b[^<>\n]{0,120}>")),
    Rule(
        "bold numbers, and numbers in quotes of code",
        re.compile(r"(?<![\w*`])(\*\*|`)\s?([-+]?[\d.,/%]{1,40})\s?\1(?![\w*`])"),
        r"\2",
    ),
    Rule("bold words", re.compile(r"(?<![\w*])\*\*([A-Za-z][^*\n]{0,60})\*\*(?![\w*])"), r"\1"),
    Rule(
        "names that C defines",
        re.compile(r"(?m)^[ \t]*#[ \t]*define[ \t]+[A-Za-z_]\w{0,60}[ \t]+(?=[{\[(])"),
    ),
    Rule("fences of code", re.compile(r"(?m)^[ \t>]{0,20}(?:```|~~~)[^\n]*$"), "", "label"),
    Rule(
        "comments to the end of a line",
        re.compile(r"(?m)(?:#(?!" + _ERRORS + r")|(?:^|(?<=[\s;,{}\]]))//)[^\n]*"),
        "",
        "comment",
    ),
    Rule(
        "comments of MATLAB", re.compile(r"(?m)(?:^[ \t]*%|(?<=[\s;,\]])%(?=[ \t]{0,9}[A-Za-z]))[^\n]*"), "", "comment"
    ),
    Rule("rows carried on in MATLAB", re.compile(r"(?<=[;,])[ \t]{0,99}\.\.\.[ \t]{0,99}\n"), "\n"),
    Rule(
        "lines of programs that make nothing",
        re.compile(r"(?m)^[ \t]*(?:import |from \w+ import |using |library\(|>>> import )[^\n]*$"),
    ),
    Rule(
        "what was typed, where its outcome follows",
        re.compile(r"\A\s{0,99}(?:octave:\d{1,6}>|>>)[^\n]*\n(?=\s{0,99}[A-Za-z]\w{0,60}[ \t]?=[ \t]*\n)"),
        "",
        "around",
    ),
    Rule(
        "prompts with a name, or nothing, behind",
        re.compile(
            r"(?m)^(?:>>>|In ?\[\d{1,6}\]:|octave:\d{1,6}>|julia>|>>|>)[ \t]*"
            r"(?:(?!Out\b)[A-Za-z][\w.]{0,60}(?:\(\))?;?)?[ \t]*$"
        ),
    ),
    Rule(
        "prompts",
        re.compile(
            r"(?m)^(?:>>>|\.\.\.(?= )|In ?\[\d+\]:|Out ?\[\d+\](?://\w{1,20})?[:=]|octave:\d+>|julia>|>>|>)[ \t]*"
        ),
    ),
)
"""What stands in the texts of all languages and is no number."""

HTML = (
    Rule("line ends, which mean nothing there", re.compile(r"\s+"), " "),
    Rule("rows", re.compile(r"(?i)<m?tr\b[^<>]*>"), "\n"),
    Rule("cells", re.compile(r"(?i)<m?t[dh]\b[^<>]*>"), "\t"),
    Rule("tables", re.compile(r"(?i)</?m?table\b[^<>]*>"), "\n\n"),
    Rule(
        "fractions of MathML",
        re.compile(r"<mfrac[^<>]*> ?<mn[^<>]*>(\d{1,20})</mn> ?<mn[^<>]*>(\d{1,20})</mn> ?</mfrac>"),
        r"\1/\2",
    ),
    Rule(
        "ends of cells, and of lines in them", re.compile(r"(?i)<(?:/m?t[dh]|/?(?:br|p|div|li|su[bp]))\b[^<>]*>"), " "
    ),
    Rule("tags between digits, which are those of two numbers", re.compile(r"(?<=[\d.])(?:<[^<>]*>)+(?=\d)"), " "),
    Rule("everything else", re.compile(r"<[^<>]*>"), ""),
    Rule("the tab before the first cell", re.compile(r"(?m)^ *\t"), ""),
)
"""Tables of HTML, and matrices of MathML."""

LATEX = (
    Rule("comments", re.compile(r"(?<!\\)%[^\n]*"), "", "comment"),
    Rule("line ends, which mean nothing there", re.compile(r"\s+"), " "),
    Rule("what Wikipedia has around all", re.compile(r"\A\s*\{\s?\\displaystyle\b([\s\S]*)\}\s*\Z"), r"\1"),
    Rule(
        "what a matrix is multiplied by",
        re.compile(
            r"(\\end ?\{[A-Za-z]+\*?\}(?: ?\\right ?\\?.)?) ?(?:\*|\\ast\b|\\circledast\b|\\star\b) ?"
            r"\\?[A-Za-z]{1,20}(?: ?\{[A-Za-z]\})?(?=[ $.,]*\Z)"
        ),
        r"\1",
    ),
    Rule(
        "fractions",
        re.compile(r"(?<![\d.])\\[a-z]?(?:nice)?frac ?\{? ?(\d{1,20}) ?\}? ?\{? ?(\d{1,20})(?: ?\})?(?!\d)"),
        r"\1/\2",
    ),
    Rule("groups of a fraction", re.compile(r"\{ ?(\d{1,20}/\d{1,20}) ?\}"), r"\1"),
    Rule("groups of a matrix", re.compile(r"\{ ?(?=\\begin)|(\\end ?\{[A-Za-z]+\*?\}) ?\}"), r"\1"),
    Rule("what is not seen", re.compile(r"\\(?:phantom|vphantom|hphantom) ?\{[^{}]*\}"), ""),
    Rule("decimal commas", re.compile(r"\{,\}"), ","),
    Rule("cells over several columns", re.compile(r"\\multicolumn ?\{\d{1,3}\} ?\{[^{}]{0,20}\} ?\{([^{}]*)\}"), r"\1"),
    Rule("powers of ten", re.compile(r"(?<=\d) ?\\(?:times|cdot) ?10 ?\^ ?\{? ?([+-]?\d{1,3}) ?\}?"), r"e\1"),
    Rule("numbers of siunitx", re.compile(r"\\num ?\{ ?([-+]?[\d.,eE+-]{1,40}) ?\}"), r"\1"),
    Rule("matrices of Plain TeX", re.compile(r"\\([bp]?matrix) ?\{([^{}]*)\}"), r"\\begin{\1}\2\\end{\1}"),
    Rule(
        "what lies between matrices",
        re.compile(r"(\\end ?\{[A-Za-z]+\*?\}(?: ?\\right ?\\?.)?) ?[,;] ?(?:\\quad|\\ )? ?(?=\\)"),
        r"\1 ",
    ),
    Rule(
        "a factor in large parentheses",
        re.compile(
            rf"\\left ?\( ?(-?{_NUMBER}(?:/\d{{1,20}})?) ?\\right ?\) ?(?:\\cdot|\\times|\*)? ?(?=\\left|\\begin)"
        ),
        r"\1 ",
    ),
    Rule("the end of a matrix", re.compile(r"\\end ?\{[A-Za-z]+\*?\}"), "\n\n"),
    Rule("the name before", re.compile(r"(?<![^ ,$])[A-Za-z\\](?:[^=&\d]|(?<=[_{])\d){0,80}=(?=[^=])"), " "),
    Rule(
        "a factor before a matrix",
        re.compile(rf"({_NUMBER}(?:/\d{{1,20}})?) ?(?:\\cdot|\\times|\*)? ?(?:\\left ?[\[(|.] ?)?(?=\\begin)"),
        r"\1 * ",
    ),
    Rule(
        "the begin of a matrix",
        re.compile(r"\\begin ?\{[A-Za-z]+\*?\} ?(?:\[[a-z]{0,9}\])? ?(?:\{[lcrS|@{} ]{0,80}\})?"),
        "\n",
    ),
    Rule("rows", re.compile(r" ?\\\\(?:\[[^\]\n]{0,20}\])? ?|\\cr\b|\\tabularnewline\b"), "\n"),
    Rule("cells", re.compile(r" ?(?<!\\)& ?"), "\t"),
    Rule("signs of times", re.compile(r"\\(?:cdot|times|ast)\b"), "*"),
    Rule(
        "lines and spaces",
        re.compile(
            r"\\(?:[a-z]*line|[a-z]+rule|quad|qquad|displaystyle|centering|left|right|end(?:first)?head|end"
            r"(?:last)?foot)\b"
        ),
        " ",
    ),
    Rule("brackets that grow", re.compile(r"\\(?:[bB]ig+[lr]?|[,;:!> \[\]()\{}])|[$~]"), " "),
    Rule("empty groups", re.compile(r"\{ ?([+-]?) ?\}"), r"\1"),
    Rule("groups of a number", re.compile(rf"\{{ ?({_NUMBER}) ?\}}"), r"\1"),
    Rule("a sign apart from its number", re.compile(r"(?<=[\n\t])( ?[+-]) (?=[\d.])"), r"\1"),
    Rule("brackets around the matrix", re.compile(r"(?m)^[ \[\](){}|.]+$|[ (\[.]+$(?=\n)|^(?:[ )\]]|\.(?!\d))+"), ""),
)
"""Matrices, arrays and tables of LaTeX."""

MOST_LATEX = 100_000
"""Characters; a matrix of 64 × 64 numbers with all their digits has fewer."""
_RULER = re.compile(r"(?m)^(?:(?=[^\n]{0,400}?(?:--|==|:-|-:))[ \t|+:=-]+|[ \t]{0,99}- {3,99}-[ \t]{0,99})$\n?")
"""A line under a heading, or around a table; it is no row."""


_ROW = r"[ \t]*[-+.\d][-+.,\d \t/]*\n"
_SEPARATOR = re.compile(
    rf"(?m)(?<=\n)[ \t]*([-=*_])\1\1+[ \t]*\n(?={_ROW}{_ROW.removesuffix(chr(92) + 'n')}"
    rf"(?:\n|\Z))"
)
"""A line between two grids, each of two rows or more."""


def without_markup(draft: Draft) -> None:
    """Turn tables of mark-up into plain ones, and leave out what is no table in any language."""
    for begin, end in (("/*", "*/"), ("<!--", "-->")):
        _without_comments(draft, begin, end)
    text = draft.text
    if re.search(r"(?i)<m?t[rdh]\b|feConvolveMatrix", text):
        import html  # here and below: few paste it

        from .pages import check_tags, svg_kernel, table_of

        if svg_kernel(draft):
            return
        check_tags(text)
        table_of(draft)
        text = draft.text
        draft.text = plain_signs(html.unescape(text)) if "&" in text else text
        carried_out(draft, HTML)
    elif len(text) <= MOST_LATEX and re.search(r"\\begin|\\\\|\\frac|\\hline|\\[bp]?matrix|\\left ?[\[(]", text):
        carried_out(draft, NOTES[1:2])
        draft.text, turned = _TURNED.subn(r"\1", draft.text)
        draft.turned = draft.turned != bool(turned)
        carried_out(draft, LATEX)
    else:
        without_wiki(draft)
        carried_out(draft, NOTES)
    _without_bars(draft)


_TURNED = re.compile(
    r"(\\end ?\{[A-Za-z]{1,12}\*?\}(?: ?\\right ?\\?.)?) ?\^ ?"
    r"(?:\{ ?(?:\\math\w\w ?)?\{?T\}? ?\}|\{? ?\\(?:top|intercal)\b ?\}?|T)(?=[ $.,\]\\]*\Z)"
)
"""The sign of turning behind the last matrix."""


def _without_comments(draft: Draft, begin: str, end: str) -> None:
    """Leave out what stands between two signs; found one after the other, for a pattern would look again and again."""
    text, kept, at = draft.text, [], 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        kept.append(text[at:start])
        if any(map(str.isdigit, text[start:stop])):
            draft.say("comment")
        at = stop + len(end)
    draft.text = " ".join([*kept, text[at:]])


_FACTOR_OF_ROW = re.compile(
    r"(?m)\A((?:^[ \t]*\|[^\n]*\n){1,99})^[ \t]*(\d[\d.]{0,20}(?:/\d{1,9}[ \t]*\*?|[ \t]*\*))[ \t]*(?=\|)"
)
"""A factor that stands before a row of a matrix with bars around it."""


_ROW_IN_BRACKETS = r"[ \t]*\[[^\[\]\n]*\][ \t]*"
_BEHIND_ROW = re.compile(
    rf"\A((?:{_ROW_IN_BRACKETS}\n){{1,99}}{_ROW_IN_BRACKETS})([*/])[ \t]*(\d[\d.]{{0,20}}(?:/\d{{1,9}})?)[ \t]*"
    rf"((?:\n{_ROW_IN_BRACKETS}){{1,99}})\s*\Z"
)
"""The same behind a row in brackets, which stands for a part of one large bracket."""


def _without_factor(draft: Draft) -> Callable[[re.Match[str]], str]:
    """Return what takes such a factor off, and remembers it."""

    def taken(found: re.Match[str]) -> str:
        scaled_by(draft, found[2].rstrip(" \t*"), below=False)
        return found[1]

    return taken


def _without_bars(draft: Draft) -> None:
    """Turn tables with bars between their cells into ones with tabs, and leave out the lines drawn around."""
    draft.text = _RULER.sub("", _SEPARATOR.sub("\n", draft.text))
    behind = _BEHIND_ROW.match(draft.text)
    if behind is not None:
        scaled_by(draft, behind[3], below=behind[2] == "/")
        draft.text = behind[1] + behind[4]
    draft.text = _FACTOR_OF_ROW.sub(_without_factor(draft), draft.text) if "|" in draft.text else draft.text
    lines = [line for line in draft.text.split("\n") if line.strip()]
    if not lines or "|" not in draft.text or not all("|" in line for line in lines):
        return
    inner = "|" in "".join(line.strip().strip("|") for line in lines)
    between = "\t" if inner else " "
    bare = (line.strip().removeprefix("|").removesuffix("|") for line in draft.text.split("\n"))
    draft.text = "\n".join(re.sub(r"[ \t]*\|[ \t]*", between, line) for line in bare)
