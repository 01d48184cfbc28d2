"""What is said about each error, in English: what was wrong, and what is allowed. Another language is another table.

The names are the keys of the errors; "key/variant" is taken before "key" where a reason or the kind of thing that was
wanted is that variant. What stands in braces are the error's values, as `sentences` writes them.
"""

from __future__ import annotations

from typing import Final

from .file_error_texts import FILE_ERRORS
from .lesson_error_texts import TOUR_ERRORS, WORKSHEET_ERRORS
from .number_error_texts import NUMBER_ERRORS

FALLBACK: Final = "That did not work, and nothing was changed."
"""Said about what has no sentence of its own."""

ERROR_TEXTS: Final[dict[str, str]] = {
    **NUMBER_ERRORS,
    **FILE_ERRORS,
    **TOUR_ERRORS,
    # learning
    "cannot_learn/no softmax": "Layer {layer} has no softmax; to learn to tell pictures apart the last layer needs it.",
    "cannot_learn/softmax inside": "Layer {layer} has softmax and is not the last; only the last layer may have it.",
    "cannot_learn/several cells": (
        "Layer {layer} makes maps of several cells; to learn, the last layer needs a kernel as large as its maps."
    ),
    # digits
    "digits_damaged": "“{path}”, which holds digits to learn from, is damaged; install Kernelscope anew to have it.",
    # what is kept on its own
    "settings_damaged": "The settings were damaged, so they are new; the damaged ones are kept in “{kept_as}”.",
    "settings_damaged/left": "The settings in “{path}” are damaged, so they are new.",
    "work_damaged": "The work of last time was damaged, so this is a new start; it is kept in “{kept_as}”.",
    "work_damaged/left": "The work of last time in “{path}” is damaged, so this is a new start.",
    "work_newer": "The work of last time is from a newer Kernelscope; for that it stays in “{path}”.",
    "work_not_kept": (
        "The work cannot be kept in “{path}” ({reason}); this is tried again and again, but save it elsewhere too."
    ),
    "settings_not_kept": "The settings cannot be kept in “{path}” ({reason}); this is tried again and again.",
    **WORKSHEET_ERRORS,
    # the command line
    "flag_no_name_or_file": "There is no {kind} called “{text}”, and no such file; there are {allowed}.",
    "flag_which_array": "“{path}” has several arrays; {flag} needs one of them after a colon: {allowed}.",
    "flag_needs_numbers": "“{path}” holds no numbers.",
    "flag_needs_numbers/image": (
        "--image needs numbers or a picture; “{path}” is a scenario, a tour or a shelf, which is named without a flag."
    ),
    "flag_needs_numbers/kernel": "--kernel needs numbers; “{path}” is a picture, or a file of Kernelscope’s own.",
    "flag_needs_numbers/filters": "“{path}” holds filters (four dimensions), which are no image; --kernel takes them.",
    "flag_other_size": "{flag} does not go with a file of numbers, which has its own size: {size}.",
    "flag_other_count": "{flag} does not go with this file of numbers, which has its own {name}: {count}.",
    "numbers_need_flag": "“{path}” holds numbers; --image or --kernel before it says what they are.",
    "flag_wrong": "{flag} needs a {wanted}, not “{text}”.",
    "flag_wrong/pair": "{flag} needs whole numbers from {low} to {high} such as 8 or 8x6, not “{text}”.",
    "flag_wrong/whole number": "{flag} needs a whole number from {low} to {high}, not “{text}”.",
    "flag_wrong/number": "{flag} needs a number from {low} to {high}, not “{text}”.",
    "flag_wrong/padding": (
        "{flag} needs {low} to {high} such as 2 or 2x1, four sides such as 1,0,2,0 (top, bottom, left, right), "
        "or valid, same, same-lower or full, not “{text}”."
    ),
    "flag_wrong/yes or no": "{flag} needs yes or no, not “{text}”.",
    "flag_of_operation": "{flag} belongs to {needed}, and the operation is {operation}.",
    "flag_wrong/window size": "{flag} needs a width and a height such as 1280x800, not “{text}”.",
    "flag_wrong/pdf file": "{flag} needs the name of a file that ends in .pdf, not “{text}”.",
    "flag_wrong/png file": "{flag} needs the name of a file that ends in .png, not “{text}”.",
    "flag_wrong/steps": "{flag} needs a first and a last step such as 3..5, counted from 1, not “{text}”.",
    "flag_needs_learning": (
        "{flag} needs a scenario file that says what is to be learned: version 2 with the key learning and a target."
    ),
    "flag_needs_export": "{flag} belongs to --export, with a file that ends in one of: {allowed}.",
    "export_no_steps": "“{path}” holds one picture; --steps needs a file that ends in one of: {allowed}.",
    "export_steps": "Steps go from 1 to {count}, the last not before the first; {first} to {last} are none.",
    "export_too_long": "That is too long to be exported; there may be {most} pictures, so choose fewer steps.",
    "export_no_grid": "This layer shows no grid “{grid}”; choose another one, or the stage.",
    "export_no_ffmpeg": "Films need the program ffmpeg, which was not found; install it, or export a GIF.",
    "export_ffmpeg": "The program ffmpeg could not make the film ({text}); nothing was saved.",
    "export_ended": "What writes “{path}” ended before it was done; nothing was saved.",
    "qr_length": "A QR code holds 1 to {most} characters here, and this text has {length}.",
    "flag_needs_worksheet": "{flag} is about worksheets; --worksheet FILE.pdf asks for one.",
    "flag_unknown": "There is no flag “{text}”; --help lists those that exist.",
    "flag_needs_value": "{flag} needs a value; --help says which.",
    "too_many_files": "“{text}” is one file too many; one scenario or picture can be opened at a time.",
    "command_line_wrong": "The command line is not understood ({message}); --help explains it.",
    "no_screen": "There is no screen to open a window on; --screenshot FILE.png draws a picture without one.",
    "package_missing": "The Python package “{name}” is missing; README.md says how to install all that is needed.",
    "dropped_name": "The name of the dropped file cannot be read; give the file another name, and drop it again.",
    "unexpected": "Something went wrong that should not have ({kind}: {text}).",
}

QUANTITIES: Final[dict[str, str]] = {
    "pixel": "a pixel",
    "weight": "a weight",
    "white": "white",
    "scale": "the scale in percent",
    "gap": "the distance of the layers",
    "camera turn": "the camera's turn",
    "camera tilt": "the camera's tilt",
    "camera zoom": "the camera's zoom",
    "camera across": "the camera's “across”",
    "camera down": "the camera's “down”",
    "camera gap": "the camera's gap",
    "display": "the display's number",
    "window width": "the window's width",
    "window height": "the window's height",
    "picture width": "the picture's width",
}
"""How a sentence calls a quantity; those that are not here are called by their name, with "the" before it."""

REASONS: Final[dict[str, str]] = {
    "no permission": "there is no permission for it",
    "read-only": "the disk is read-only",
    "disk full": "the disk is full",
    "no folder": "its folder does not exist",
    "name too long": "the name is too long",
    "in the way": "something else is in its place",
    "no locks": "no file can be locked there",
    "no such name": "no file can have this name",
    "no new files": "no file can be made in its folder",
    "closed": "it is closed",
    "no array": "it does not begin as an array of NumPy does",
    "cut off": "it ends before its last number",
    "longer": "it goes on after its last number",
    "header": "what it says of its numbers makes no sense",
    "archive": "the archive cannot be unpacked",
}
"""Why a file cannot be read or written; anything else is said in the operating system's own words."""
