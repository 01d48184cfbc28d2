"""Which flags there are, and what --help says of them; what they mean is in `flags`."""

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from .core.activations import OF_A_SUM
from .core.limits import BIAS, CHANNELS, FILTERS, LAYERS, PIXEL, Range
from .core.named import image_names, kernel_names
from .core.operation_change import OPERATIONS
from .core.padding import MODES
from .core.quantities import flagged
from .core.scenario import ORDERS
from .export_flags import MOVING, PARTS, STILL, WIDTH
from .exports import EXPORTERS
from .files.errors import FileProblem, shown
from .flags import Flags
from .printing import say
from .version import VERSION

_NEEDING = re.compile(r"argument (--\S+): expected one argument")


class _Parser(argparse.ArgumentParser):
    """A parser that raises its complaints, so that they are said as all others are."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong as a FileProblem."""
        needing = _NEEDING.fullmatch(message)
        if needing:
            raise FileProblem("flag_needs_value", flag=needing[1])
        raise FileProblem("command_line_wrong", message=shown(message))

    def _print_message(self, message: str, file: object = None) -> None:
        """Print --help or --version as all else is printed; argparse would not notice that it cannot."""
        del file
        say(message.rstrip("\n"))


def parsed(arguments: Sequence[str]) -> Flags:
    """Return the flags as texts. Raises FileProblem, and SystemExit after --help and --version."""
    found, rest = _parser().parse_known_args(arguments)
    if rest:
        key = "flag_unknown" if rest[0].startswith("-") else "too_many_files"
        raise FileProblem(key, text=shown(rest[0], 60))
    texts = vars(found)
    typed = ((each.key, texts.pop(each.key)) for each in flagged())
    quantities = {key: text for key, text in typed if text is not None}
    return Flags(**texts, quantities=quantities)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kernelscope",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="kernelscope [SCENARIO.json | PICTURE.png] [flags]",
        description="See how a 2-D convolution works: slide the kernel, blend the products, watch the sum.",
        epilog="Without a scenario, and without flags about it, the work of last time continues.\n"
        "R[xC] is rows and columns: 8 is 8x8, and 8x6 is 8 rows and 6 columns.",
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="a scenario, a tour or a shelf (JSON), or a picture as the image"
    )
    parser.add_argument("--version", action="version", version=f"Kernelscope {VERSION}")
    _add(parser, "--scene", "NAME", "a scene of the shelf that FILE is, else of those of the gallery")
    _add_scenario_flags(parser)
    _add_window_flags(parser)
    group = parser.add_argument_group("without a window")
    _add_switch(group, "--scenes", "list the scenes of the gallery, or of the shelf that FILE is: name, title, shelf")
    _add_switch(
        group,
        "--print-output",
        "print the output feature map as one line of JSON; followed by the word layers, the maps of all layers of a"
        " network; by the word learning, the losses before each of --updates, and weights and biases after them; needs"
        " no screen",
    )
    _add(group, "--screenshot", "FILE.png", "draw one frame into this file, as large as --window; needs no screen")
    kinds = ", ".join((*STILL, *MOVING, *EXPORTERS))
    _add(group, "--export", "FILE", f"write what is shown to this file, as its name ends: {kinds}; needs no screen")
    _add(group, "--steps", "A..B", f"of an export to {', '.join(MOVING)}, from which step to which, counted from 1")
    _add(group, "--what", "PART", f"of an export of pictures, what it shows: {', '.join(PARTS)}")
    _add(group, "--width", "N", f"of an export of pictures, pixels of its width: {_range(WIDTH)}")
    _add_worksheet_flags(parser)
    return parser


def _add_worksheet_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("a worksheet to print", "Exercises about the scenario with small whole numbers.")
    files = "write it into this file, and its key into FILE-key.pdf; needs no screen"
    _add(group, "--worksheet", "FILE.pdf", files)
    _add(group, "--versions", "N", "1 to 4 of them, of other numbers: FILE-A.pdf, FILE-B.pdf and so on")
    _add(group, "--paper", "NAME", "a4 or letter")
    named = "map, cell, coverage, strides, size, mistake; if missing, all that make sense"
    _add(group, "--blocks", "NAMES", f"the exercises, with commas between them: {named}")


def _add(group: argparse._ActionsContainer, flag: str, metavar: str, explanation: str) -> None:
    group.add_argument(flag, metavar=metavar, help=explanation)


def _add_switch(group: argparse._ArgumentGroup, flag: str, explanation: str) -> None:
    group.add_argument(flag, action="store_true", help=explanation)


def _add_scenario_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("the scenario", "Flags go on top of the file, else of the start-up scenario.")
    files = "or a file of numbers in rows (text, .npy, .npz:ARRAY), which has its own size"
    _add(group, "--image", "NAME", f"an image by name: {', '.join(image_names())}; {files}, or a picture")
    _add(
        group, "--kernel", "NAME", f"a kernel by name: {', '.join(kernel_names())}; hyphens may join the words; {files}"
    )
    for each in flagged():
        if each.name == "kernel size":
            _add(group, each.flag, "R[xC]", f"{each.range.low} to {each.range.high}, or image: as large as the image")
            continue
        if each.name == "padding":
            _add(group, each.flag, "AMOUNT", _PADDING.format(low=each.range.low, high=each.range.high))
            continue
        about = "" if each.kind == "pair" else "what is random grows from it: "
        _add(group, each.flag, "R[xC]" if each.kind == "pair" else "N", f"{about}{each.range.low} to {each.range.high}")
    _add(group, "--layer", "N", f"of a network, the layer in focus, counted from 1: {_range(LAYERS)}")
    _add(group, "--updates", "N", "let the layers learn first: so many updates towards what the file's learning wants")
    _add(group, "--resolution", "N", "of a picture, pixels of its longer side: 8 to 256, and not more than it has")
    _add_layer_flags(parser)


def _add_layer_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("the layer")
    operations = f"what it does: {', '.join(OPERATIONS)}; the sizes, stride, padding and dilation are its own then"
    _add(group, "--operation", "NAME", operations)
    more = "what a transposed convolution cuts off less at the bottom and right; less than stride or dilation"
    _add(group, "--output-padding", "R[xC]", more)
    _add_switch(group, "--ceil", "ceil mode of a pooling: keep a last window that reaches over the end")
    _add(
        group, "--count-padding", "WORD", "yes or no: whether average pooling divides by the places in the padding too"
    )
    _add(group, "--channels", "N", f"channels of the image: {_range(CHANNELS)}")
    _add(group, "--filters", "N", f"filters, each of which makes a map: {_range(FILTERS)}")
    _add(group, "--groups", "N", "groups that channels and filters are shared out to; it has to divide both")
    _add(group, "--bias", "V", f"the bias of all filters: {_range(BIAS)}")
    _add(group, "--activation", "NAME", f"what is made of each sum: {', '.join(OF_A_SUM)}")
    _add(group, "--order", "NAME", f"in which order the walk makes several maps: {', '.join(ORDERS)}")
    _add(group, "--padding-mode", "NAME", f"what stands in the padding: {', '.join(MODES)}")
    _add(group, "--padding-value", "V", f"what constant, which it chooses, puts there: {_range(PIXEL)}")


def _range(allowed: Range) -> str:
    return f"{allowed.low} to {allowed.high}"


_PADDING = "{low} to {high} as R[xC]; T,B,L,R for top, bottom, left and right; or valid, same, same-lower or full"


def _add_window_flags(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("the walk and the window")
    _add(group, "--at", "POSITION", "where the walk is: 0 is its start, 2.5 the middle of the third step")
    _add_switch(group, "--paused", "the walk stands still until it is told to play")
    _add(group, "--theme", "NAME", "night, daylight or high-contrast")
    _add(group, "--view", "NAME", "flat, or stack: the walk as floating layers")
    _add(group, "--scale", "PERCENT", "the size of text and controls: 75 to 300")
    _add(group, "--window", "WxH", "the window's width and height: 320x240 to 7680x4320")
    _add_switch(group, "--fullscreen", "fill the display")
    _add(group, "--display", "N", "the display to open on, counted from 1")
    group.add_argument(
        "--tour",
        metavar="TOUR",
        nargs="?",
        const="",
        help="begin a guided tour: first, colour, pooling, transposed, a lesson: lesson-1 to lesson-6, or a file; "
        "without a word, the first",
    )
    _add_switch(group, "--notes", "open the teacher's notes as a second window; with --screenshot, draw them")
    _add_switch(group, "--stats", "print at the end how long frames took, and the memory used")
    _add_switch(group, "--new", "start afresh; the work of last time is kept under Open")
