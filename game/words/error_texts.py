"""What is said about each error, in English: what was wrong, and what is allowed. Another language is another table.

The names are the keys of the errors; "key/variant" is taken before "key" where a reason or the kind of thing that was
wanted is that variant. What stands in braces are the error's values, as `sentences` writes them.
"""

from __future__ import annotations

from typing import Final

FALLBACK: Final = "That did not work, and nothing was changed."
"""Said about what has no sentence of its own."""

ERROR_TEXTS: Final[dict[str, str]] = {
    # numbers and grids
    "not_a_number": "“{text}” is no number; numbers look like 3, −0.5, 0,25, 2e3 or 1/9.",
    "out_of_range": "{quantity} must be from {low} to {high}, not {value}.",
    "out_of_range/one": "{quantity} must be {low}, not {value}.",
    "kernel_does_not_fit": (
        "The kernel needs {extent} {axis}, but image and padding together have only {available}; "
        "make the kernel smaller, or the image or the padding larger."
    ),
    "padding_too_large": (
        "A {side} padding of {amount} is too large for “{mode}”, which has at most {most} for an image of this size."
    ),
    "not_a_tensor": "{quantity} must be grids of numbers, all of one size.",
    "not_a_tensor/empty": "{quantity} is empty; it needs at least one number.",
    "not_a_tensor/ragged": "In {quantity}, all grids must have one size and rows of one length; {where} has another.",
    "not_a_tensor/not numbers": "In {quantity} something is no finite number; only numbers are allowed.",
    "not_a_tensor/too large": "{quantity} is too large: {where} numbers.",
    "not_a_tensor/wrong depth": (
        "{quantity} must be nested lists: an image of channels, weights of filters of channels, each of rows."
    ),
    "groups_do_not_divide": (
        "{groups} groups cannot share {quantity} evenly, for there are {count}; there may be {allowed} groups."
    ),
    "wrong_shape": (
        "The weights have the shape [{found}]; over this image it must be [{needed}]: "
        "filters, channels of a group, rows, columns."
    ),
    "wrong_shape/transposed": (
        "The weights have the shape [{found}]; over this image it must be [{needed}]: "
        "channels, filters of a group, rows, columns."
    ),
    "wrong_shape/bias": "There must be one bias for each filter, {needed} in all, not {found}.",
    "output_too_small": (
        "The padding cuts off more {axis} than there are: the output would have {length}; at least 1 is needed."
    ),
    "window_without_pixels": (
        "Window {window} along the {axis} would meet no pixel of the image; make the padding or the dilation smaller."
    ),
    "not_finite": "{quantity} must be a finite number, not infinity and not NaN.",
    "not_whole": "{quantity} must be a whole number, not {value}.",
    "not_a_grid": "{quantity} must be rows of numbers, all equally long.",
    "not_a_grid/empty": "{quantity} is empty; it needs at least one number.",
    "not_a_grid/ragged": "{quantity} has rows of different lengths; all must be equally long.",
    "not_a_grid/not numbers": "{quantity} holds something that is no finite number; only numbers are allowed.",
    "not_a_grid/too large": "{quantity} is too large; an image may have 256 × 256 numbers, and a kernel 15 × 15.",
    "not_a_grid/not two-dimensional": "{quantity} must be rows of numbers, such as [[0, 1], [1, 0]].",
    "not_read": "The text holds no grid of numbers.",
    "not_read/empty": "The text is empty; it needs at least one number.",
    "not_read/sign": "{place}: “{sign}” is no number; numbers look like 3, −0.5, 0,25, 2e3 or 1/9.",
    "not_read/ragged": "{place}: its length is {found}, that of row 1 is {needed}; all rows must be equally long.",
    "not_read/grids": "{place} is {found}, but grid 1 is {needed}; all grids must have one size.",
    "not_read/shortened": (
        "{place}: “{sign}” stands for numbers that this print leaves out; print it whole, and copy it again."
    ),
    "not_read/mixed": "“{sign}” stands beside lists; all numbers must be nested equally deep.",
    "not_read/deep": "The lists are nested too deep; a grid has two lengths, channels three, filters four.",
    "not_read/brackets": "The bracket “{sign}” has no partner; copy the whole text.",
    "not_read/count": "The text says how many numbers it has, {needed}, but it has {found}.",
    "not_read/rows": "The text holds {found} numbers; there may be at most {needed} rows.",
    "not_read/columns": "The text holds {found} numbers; there may be at most {needed} columns.",
    "not_read/too long": "The text is too large; it may have 4 MB.",
    "not_read/too many": "More stands there than an image can hold; it may have 256 × 256 numbers in 16 channels.",
    "not_read/kinds": "The text holds too many different signs; copy the numbers alone.",
    "unknown_name": "There is no {kind} called “{name}”; there are {allowed}.",
    "does_not_apply": "“{name}” makes no sense here ({reason}).",
    "does_not_apply/too small": "“{name}” needs more rows or columns than there are.",
    "does_not_apply/only 3×3": "“{name}” exists only with 3 rows and 3 columns.",
    "does_not_apply/odd sizes only": "“{name}” needs an odd number of rows and of columns.",
    "does_not_apply/only 3 channels": "“{name}” needs three channels: red, green and blue.",
    "does_not_apply/fewer filters": "“{name}” has fewer filters than that.",
    "does_not_apply/sum is zero": "The weights sum to 0, so no factor makes them sum to 1.",
    "does_not_apply/weights too large": "Made to sum to 1, some weights would lie outside −999 to 999.",
    "does_not_apply/nothing is random": "Neither the image nor the kernel is random, so a new seed changes nothing.",
    "does_not_apply/image not random": "The image is not random, so a new seed changes nothing.",
    "does_not_apply/average with dilation": (
        "PyTorch has no function for average pooling with dilation; copy it as NumPy, or make the dilation 1."
    ),
    "does_not_apply/no picture": (
        "A resolution needs a picture, opened or kept in a scenario file, and no other image or image size beside it."
    ),
    "does_not_apply/already empty": "Every pixel is 0 already.",
    # files
    "file_missing": "There is no file “{path}”.",
    "file_is_a_folder": "“{path}” is a folder; a file is needed.",
    "file_not_regular": "“{path}” is a device or the like; an ordinary file is needed.",
    "file_unreadable": "“{path}” cannot be read ({reason}).",
    "file_unwritable": "“{path}” cannot be written ({reason}); nothing was saved there.",
    "file_too_large": "“{path}” is too large; at most {limit} are allowed.",
    "file_empty": "“{path}” is empty; a scenario in JSON, or numbers, are needed.",
    "file_not_text": "“{path}” is no text in UTF-8, as a scenario must be.",
    "file_not_json": "“{path}” is not JSON: it goes wrong in line {line}, column {column}.",
    "file_cut_off": "“{path}” is cut off: its JSON has no end.",
    "file_too_deep": "“{path}” is nested too deeply; a scenario is a list of rows at the deepest.",
    "file_not_finite": "“{path}” holds {text}; only finite numbers are allowed.",
    "file_key_twice": "“{path}” has “{name}” twice; each key may stand there once.",
    "file_no_scenario": (
        "“{path}” is neither a scenario nor a tour nor a shelf of Kernelscope; "
        "those have the key “kernelscope”, “kernelscope_tour” or “kernelscope_shelf”."
    ),
    "file_newer": (
        "“{path}” is from a newer Kernelscope (file version {version}); this one reads up to version {known}."
    ),
    "file_layers": "“{path}” must have 1 to {most} layers, not {count}.",
    "file_not_built": "“{path}” has “{name}”, which this Kernelscope does not know yet.",
    "file_key_unknown": "In “{path}”, “{name}” means nothing; there are {allowed}.",
    "file_softmax": "In “{path}”, “{name}” is softmax, which only the last layer may have.",
    "file_layers_only": (
        "“{path}” has several layers or softmax, and the window shows one layer without softmax; "
        "kernelscope --print-output computes it."
    ),
    "file_wrong_type/four sides": "In “{path}”, “{name}” must be four numbers: [top, bottom, left, right].",
    "file_key_missing": (
        "“{path}” has no “{name}”; a scenario needs kernelscope, image, kernel, stride and padding, "
        "and in version 2 kernelscope, image and layers with operation and weights."
    ),
    "file_wrong_type": "In “{path}”, “{name}” has the wrong type; a {wanted} is needed.",
    "file_wrong_type/object": "In “{path}”, “{name}” must be an object in braces.",
    "file_wrong_type/truth": "In “{path}”, “{name}” must be true or false.",
    "file_wrong_type/pair": "In “{path}”, “{name}” must be a pair of numbers: [rows, columns].",
    "file_packed": "In “{path}”, “{name}” is damaged: its numbers cannot be unpacked.",
    "file_packed/count": "In “{path}”, “{name}” holds more or fewer numbers than its size says.",
    "file_packed/bits": "In “{path}”, “{name}” must be 8 or 16, or 64 for an image that is no photo.",
    "file_packed/kind": "In “{path}”, “{name}” must have 1 or 3 channels of 8 bits, or 1 of 16.",
    "file_picture": "In “{path}”, “image” has another size or other channels than “picture” at its resolution.",
    "file_unknown_kind": (
        "“{path}” is neither a scenario or tour (JSON), nor a picture "
        "(PNG, JPEG, WebP, GIF, BMP, TIFF, PNM or SVG), nor numbers in rows (text, .npy or .npz)."
    ),
    "file_numbers": "{problem} That is in “{path}”.",
    "array_damaged": "“{path}” is damaged: {reason}.",
    "array_kind": (
        "“{path}” holds what NumPy calls “{kind}”; only bool, int, uint and float of up to 64 bits are read."
    ),
    "array_kind/complex": "“{path}” holds complex numbers; only real ones are read, such as float64.",
    "array_kind/objects": (
        "“{path}” holds objects of Python, which could run a program when they are read; "
        "save numbers of one kind, such as float64."
    ),
    "array_kind/texts": "“{path}” holds texts; only numbers are read, such as float64.",
    "array_kind/dates": "“{path}” holds dates or times; only numbers are read, such as float64.",
    "array_kind/records": "“{path}” holds records of several fields; only plain numbers are read, such as float64.",
    "array_empty": "“{path}” has the shape {shape}: there is no number in it.",
    "array_dimensions": "“{path}” has the shape {shape}; at most four dimensions longer than 1 can be read.",
    "array_too_large": (
        "“{path}” is too large with {shape}; an image may have {side} × {side} numbers and {most} channels."
    ),
    "array_not_finite": "“{path}” holds {text} in row {row}, column {column}; only finite numbers are allowed.",
    "array_name": "There is no array “{name}” in “{path}”; there are {allowed}.",
    "archive_empty": "“{path}” is an archive without arrays of NumPy; a file that numpy.savez has written is needed.",
    "archive_empty/spreadsheet": "“{path}” is a spreadsheet; copy its cells and paste them, or save it as CSV.",
    "archive_empty/pytorch": (
        "“{path}” is a file of PyTorch, which could run a program when it is read; save its tensors with numpy.savez."
    ),
    "archive_members": "“{path}” is an archive of more than {most} files; at most {most} are looked through.",
    "picture_damaged": (
        "The picture “{path}” is damaged, or of a rare kind; "
        "a whole PNG, JPEG, WebP, GIF, BMP, TIFF, PNM or SVG is needed."
    ),
    "clipboard_empty": "There is no text to paste.",
    "picture_not_read": "The picture “{path}” cannot be read ({reason}).",
    "picture_not_read/time": (
        "Reading the picture “{path}” took longer than {seconds} seconds and was stopped; a smaller one is needed."
    ),
    "picture_not_read/memory": "Reading the picture “{path}” takes too much memory; a smaller one is needed.",
    "picture_too_large": (
        "The picture “{path}” has {rows} × {columns} pixels; "
        "at most {most_pixels} million pixels and {longest_side} a side are allowed."
    ),
    # tours
    "tour_no_tour": "“{path}” is no tour of Kernelscope; those have the key “kernelscope_tour”.",
    "tour_newer": "“{path}” is a tour of version {version}; this Kernelscope reads version {known}.",
    "tour_stops": "“{path}” needs “stops”, a list of 1 to {limit} stops.",
    "tour_field_missing": "In “{path}”, {part} {stop} has no “{field}”, which it needs.",
    "tour_wrong_type": "In “{path}”, {part} {stop}, “{field}” must be a {wanted}.",
    "tour_wrong_type/object": "In “{path}”, {part} {stop}, “{field}” must be an object in braces.",
    "tour_wrong_type/truth": "In “{path}”, {part} {stop}, “{field}” must be true or false.",
    "tour_wrong_type/true": "In “{path}”, {part} {stop}, “{field}” can only be true.",
    "tour_wrong_type/list": "In “{path}”, {part} {stop}, “{field}” must be a list of names.",
    "tour_wrong_type/size": "In “{path}”, {part} {stop}, “{field}” must be a number or a pair: [rows, columns].",
    "tour_unknown_field": "In “{path}”, {part} {stop} has “{field}”, which means nothing; there are {allowed}.",
    "tour_unknown_name": "In “{path}”, {part} {stop}, “{field}” cannot be “{name}”; there are {allowed}.",
    "tour_too_long": "In “{path}”, {part} {stop}, “{field}” has {count} characters; at most {limit} are allowed.",
    "tour_too_many_words": (
        "In “{path}”, {part} {stop}, the text has {count} words with its “{field}”; "
        "at most {limit} are allowed, and {length} characters."
    ),
    "tour_size_known": "In “{path}”, {part} {stop}, “{field}” is for a grid by name; rows of numbers have their size.",
    "tour_locked_task": "In “{path}”, {part} {stop}, “{field}” cannot be done: the {part} locks it.",
    "tour_done_already": "In “{path}”, {part} {stop}, “{field}” is so from the start; nobody could do it.",
    "tour_says_not_how": "In “{path}”, {part} {stop}, “{field}” does not say what is to be done.",
    "tour_builds": "In “{path}”, {part} {stop}, “{field}” must be a list of at most {limit} builds.",
    "tour_build_order": (
        "In “{path}”, {part} {stop}, “{field}” goes back; "
        "builds go on, from where the {part} or the build before it ends."
    ),
    "tour_refused": "{problem} That is “{field}” of {part} {stop} in “{path}”.",
    # shelves
    "shelf_no_shelf": "“{path}” is no shelf of Kernelscope; those have the key “kernelscope_shelf”.",
    "shelf_newer": "“{path}” is a shelf of version {version}; this Kernelscope reads version {known}.",
    "shelf_scenes": "“{path}” needs “scenes”, a list of 1 to {limit} scenes.",
    "shelf_name_twice": "In “{path}”, the scenes {first} and {second} are both called “{name}”.",
    "shelf_no_scene": "“{path}” is a shelf; --scene opens one of its scenes: {allowed}.",
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
    "flag_wrong/png file": "{flag} needs the name of a file that ends in .png, not “{text}”.",
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
    "closed": "it is closed",
    "no array": "it does not begin as an array of NumPy does",
    "cut off": "it ends before its last number",
    "longer": "it goes on after its last number",
    "header": "what it says of its numbers makes no sense",
    "archive": "the archive cannot be unpacked",
}
"""Why a file cannot be read or written; anything else is said in the operating system's own words."""
