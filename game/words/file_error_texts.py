"""What is said about files that cannot be read or written, and about text codes; see `error_texts`."""

from __future__ import annotations

from typing import Final

FILE_ERRORS: Final[dict[str, str]] = {
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
        "“{path}” is neither a scenario nor a tour, a lesson or a shelf of Kernelscope; "
        "those have the key “kernelscope”, “kernelscope_tour”, “kernelscope_lesson” or “kernelscope_shelf”."
    ),
    "file_newer": (
        "“{path}” is from a newer Kernelscope (file version {version}); this one reads up to version {known}."
    ),
    "file_layers": "“{path}” must have 1 to {most} layers, not {count}.",
    "file_key_unknown": "In “{path}”, “{name}” means nothing; there are {allowed}.",
    "file_softmax": "In “{path}”, “{name}” is softmax, which only the last layer may have.",
    "file_layers_only": (
        "In “{path}”, the maps of layer {layer} are larger than the 256 × 256 that the window shows; "
        "kernelscope --print-output computes them."
    ),
    "file_wrong_type/word image": (
        'In “{path}”, “{name}” of a convolution can only be "image"; of any other size the weights say it alone.'
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
        "(PNG, JPEG, WebP, GIF, BMP, TIFF, PNM, ICO, TGA or SVG), nor numbers in rows (text, .npy or .npz)."
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
    "picture_kind": "“{path}” is a picture in {kind}, which is not read here; export it as a JPEG or PNG.",
    "picture_damaged": (
        "The picture “{path}” is damaged, or of a rare kind; "
        "a whole PNG, JPEG, WebP, GIF, BMP, TIFF, PNM, ICO, TGA or SVG is needed."
    ),
    "code_missing": "The text holds no text code; one begins with KS1-, KS2- or KS3-.",
    "code_damaged": "The text code is damaged: a character is another, is missing or doubled; copy it again.",
    "code_cut_off": "The text code has {found} of {needed} characters; copy it whole.",
    "code_newer": "The text code is from a newer Kernelscope (KS{version}-); this one reads up to KS{known}-.",
    "code_too_long": "A text code has at most {most} characters, and this has {length}; take a file instead.",
    "export_shares": "Questions ask for sums, and this layer makes shares of them; ask about another layer.",
    "code_photo": "A text code holds no photo, and an image of at most {most} × {most} pixels; save a file instead.",
    "export_unknown": "“{path}” does not end as a file that can be exported; there are {allowed}.",
    "export_many_numbers": "Questions are made of at most {most} pixels and {most} weights; make the image smaller.",
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
}
"""The sentences of scenarios, numbers, pictures, text codes, and of what is exported."""
