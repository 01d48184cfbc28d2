"""What programs write between and around numbers: names, types, calls, options. All of it is taken out."""

from __future__ import annotations

import re

from .draft import Draft, Rule, carried_out
from .lists import is_list
from .number_text import NUMBER

_TYPE = (
    r"(?:\w{1,40}(?:\.|::)){0,4}"
    r"(?:float|u?int|double|single|complex|bool|half|long|short|u?byte|uchar|CV_|bfloat|object)\w{0,40}"
)
_OPTION = (
    r"(?:dtype|device|requires_grad|grad_fn|layout|copy|order|ndmin|weak_type|names|memory_format|name|trainable"
    r"|type|ctx|storage|datatype|tensor_type|is_leaf|stop_gradient|place|sharding|fill_value|mask|options)"
)
_SHAPE = re.compile(
    r",\s{0,99}(?:shape|size|dims?)\s?=\s?"
    r"(?:torch\.Size\(\[([\d, ]{1,60})\]\)|\(([-\d, ]{1,60})\)|\[([-\d, ]{1,60})\]|c\(([\d, ]{1,60})\))"
)
_VALUE = (
    r"(?:<[^<>\n]{0,200}>|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}'|\[[^\[\]]{0,200}\]"
    r"|[\w.:-]+(?:\([^()\n]{0,80}\))?|\([^()\n]{0,80}\))"
)
_NAMES = (
    r"(?:nd?|as_?)?[Aa]rray!?|tensor|as_tensor|matrix|mat|Mat\w*|constant|convert_to_tensor|Variable|Parameter|Tensor"
    r"|\w+Tensor|DeviceArray|ArrayImpl|DataFrame|Series|ImmutableMatrix|ImmutableDenseMatrix|SMatrix|MMatrix"
    r"|MutableDenseMatrix|ImmutableSparseMatrix|\w*[aA]rrayOf|(?:new )?[FUI]\w{2,9}Array(?:\(\d{1,6}\))?"
    r"|vec[2-4]|array2D|arr[1-3]|centered|list|tuple|c|rbind|gpuArray|stack|torch\.stack|vstack|Matrix\{\w+\}|List|vec!"
    r"|parameter|data\.matrix|masked_array"
)

IN_LISTS = (
    Rule(
        "numbers in quotes",
        re.compile(rf"(?<=[\[,(\s{{])(['\"])\s?({NUMBER}%?)\s?\1(?=\s{{0,99}}[\])}},])"),
        lambda found: found[2].replace(",", "."),
    ),
    Rule("references of Rust", re.compile(r"&(?=\[)")),
    Rule("how Rust's arrays lie", re.compile(r", shape=\[[\d, ]{1,60}\], strides=[^\n]{0,200}\Z")),
    Rule("types of WebGPU", re.compile(r"\barray<[\w<>, ]{1,80}>(?=\()")),
)
"""What may stand in lists alone."""
EVERYWHERE = (
    Rule("scalars of a type", re.compile(rf"\b{_TYPE}\(\s?['\"]?({NUMBER})['\"]?\s?\)"), r"\1"),
    Rule(
        "fractions as calls",
        re.compile(r"\b(?:\w+\.)?(?:Rational|Fraction|S)\(\s?['\"]?(-?\d{1,30})\s?[,/]\s?(\d{1,30})['\"]?\s?\)"),
        r"\1/\2",
    ),
    Rule("casts of C", re.compile(r"\((?:float|double|int|unsigned)\)(?=\s?[\d(-])")),
    Rule("truths of NumPy", re.compile(r"\b(?:np|numpy)\.(True|False)_(?!\w)"), r"\1"),
    Rule(
        "numbers of SymPy",
        re.compile(rf"\b(?:Integer|Float)\(\s?['\"]?({NUMBER})['\"]?(?:, ?precision=\d{{1,4}})?\s?\)"),
        r"\1",
    ),
    Rule("lengths that Maple writes", re.compile(r"\bMatrix\(\s?\d{1,6}, ?\d{1,6}, ?(?=\[\s?\[)"), "("),
    Rule("brackets that Typst chooses", re.compile(r"\bmat\(\s?delim: ?\"[^\"\n]\", ?"), "mat("),
    Rule("quotes before lists", re.compile(r"(?<![\w\])}'])'(?=[({])")),
    Rule("lists of Lisp", re.compile(r"(?<=\()(?:list|vector)\s(?=[\s\d(.+-])")),
    Rule(
        "names of grids in an object",
        re.compile(
            r"([{,]\s{0,99})(?:\"[^\"\n]{1,60}\"|'[^'\n]{1,60}')\s?:\s{0,99}(?=[\[(]\s{0,9}[\[(]|\{\{"
            r"|[a-z.]{1,20}\(\[\s{0,9}\[)"
        ),
        r"\1",
        "label",
    ),
    Rule("options by name", re.compile(rf",\s{{0,99}}{_OPTION}\s?=\s?{_VALUE}")),
    Rule(
        "names of rows and columns",
        re.compile(r",\s{0,99}(?:index|columns|dimnames)\s?=\s?(?:list)?[\[(][^\[\]()]{0,400}[\])]"),
        "",
        "label",
    ),
    Rule("types as options", re.compile(rf",\s{{0,99}}['\"]?{_TYPE}['\"]?(?=\s{{0,99}}[,)>])")),
    Rule(
        "the only tensor of a module",
        re.compile(r"\A\s{0,99}OrderedDict\(\[\(['\"][^'\"\n]{0,80}['\"],\s{0,99}([\s\S]*)\)\]\)\s*\Z"),
        r"\1",
    ),
    Rule("containers that PyTorch names", re.compile(r"(?:Parameter|Variable) containing:")),
    Rule("what pandas says at the end", re.compile(r"\[\d+ rows? [x*] \d+ columns?\]")),
    Rule("what old PyTorch says at the end", re.compile(r"\[(?:\w+\.)+\w*Tensor of size [\dx]+(?: \([^()\n]*\))?\]")),
    Rule("what MXNet says at the end", re.compile(r"<NDArray [\dx]{1,40} @\w{1,20}\(\d{1,4}\)>")),
    Rule("types of Go", re.compile(r"(?:\[\d{0,6}\]){1,4}[A-Za-z]\w{0,20}\s?(?=\{)")),
    Rule(
        "rows in quotes, as MATLAB's",
        re.compile(r"(?:np\.|numpy\.)?\b(?:as)?mat(?:rix)?\(\s?['\"]([^'\"()]*)['\"]\s?\)"),
        r"[\1]",
    ),
    Rule(
        "names of what makes arrays",
        re.compile(
            rf"(?<![\w.])(?:[A-Za-z]\w{{0,40}}(?:\.|::)){{0,4}}(?:{_NAMES})(?:\s?<[^<>\n]{{0,60}}>)?\s?(?=[\[({{])"
        ),
    ),
    Rule("new arrays", re.compile(r"\bnew \w+ ?(?:\[[\d, ]{0,20}\] ?){1,4}")),
    Rule(
        "types before brackets",
        re.compile(
            r"(?<![\w.])(?:(?:np|numpy|torch|jnp)\.|GL)?(?:Float|U?Int|Bool|single|double|u?int|float)(?:\d\d?)?(?:\[\w{0,9}\](?=\())?\s?(?=[\[({])"
        ),
    ),
    Rule("parts of a fraction apart", re.compile(r"(?<=[\d.])[ \t]*/[ \t]*(?=[-+]?[\d.])"), "/"),
    Rule("percent signs apart", re.compile(r"(?<=[\d.])[ \t]+%"), "%"),
    Rule("later names", re.compile(r"([;\n])[ \t]*[A-Za-z_][\w. \[\]:]{0,60}=(?!=)[ \t]*(?=[\[({])"), r"\1"),
)
"""What may stand anywhere in a text."""
_PLACE = re.compile(r"([{,]\s{0,99})\[\s?(\d{1,6})\s?\]\s?=\s?(?=[{\d.+-])")
"""The place of a row that C may name."""


def without_code(draft: Draft) -> None:
    """Take out what programs write between and around numbers; a shape that is named there is remembered."""
    if is_list(draft.text):
        carried_out(draft, IN_LISTS)
    shape = _SHAPE.search(draft.text)
    if shape is not None:
        draft.shape = draft.shape or tuple(
            int(length) for length in re.findall(r"-?\d{1,6}", shape[shape.lastindex or 0])
        )
        draft.text = _SHAPE.sub("", draft.text)
    carried_out(draft, EVERYWHERE)
    counts = [int(found[2]) for found in _PLACE.finditer(draft.text)]
    if counts and counts == list(range(len(counts))):
        draft.text = _PLACE.sub(r"\1", draft.text)
