"""What is said about tours, lessons, shelves and worksheets that are not as they must be; see `error_texts`."""

from __future__ import annotations

from typing import Final

TOUR_ERRORS: Final[dict[str, str]] = {
    "tour_no_tour": "“{path}” is no tour of Kernelscope; those have the key “kernelscope_tour”.",
    "tour_newer": "“{path}” is a tour of version {version}; this Kernelscope reads version {known}.",
    "tour_stops": "“{path}” needs “stops”, a list of 1 to {limit} stops.",
    "lesson_no_lesson": "“{path}” is no lesson of Kernelscope; those have the key “kernelscope_lesson”.",
    "lesson_newer": "“{path}” is a lesson of version {version}; this Kernelscope reads version {known}.",
    "lesson_scenes": "“{path}” needs “scenes”, a list of 1 to {limit} scenes.",
    "lesson_path": (
        "In “{path}”, {part} {stop}, “{field}” cannot be “{name}”; it must name a file in the same folder or below it."
    ),
    "lesson_answers": "In “{path}”, {part} {stop}, “{field}” must be a list of 2 to {limit} answers.",
    "lesson_answer_twice": "In “{path}”, {part} {stop}, “{field}” has an answer twice; all have to differ.",
    "lesson_right": "In “{path}”, {part} {stop}, “{field}” must be the number of the right answer, 1 to {limit}.",
    "puzzle_apart": "In “{path}”, {part} {stop}, “{field}” and “goal” cannot both be said.",
    "lesson_not_compared": "In “{path}”, {part} {stop}, “{field}” and “compare” cannot both be said.",
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
    "tour_build_trace": (
        "In “{path}”, {part} {stop}, “{field}” cannot show where a cell comes from; "
        "only the last build of a network can."
    ),
    "tour_refused": "{problem} That is “{field}” of {part} {stop} in “{path}”.",
    # shelves
    "shelf_no_shelf": "“{path}” is no shelf of Kernelscope; those have the key “kernelscope_shelf”.",
    "shelf_newer": "“{path}” is a shelf of version {version}; this Kernelscope reads version {known}.",
    "shelf_scenes": "“{path}” needs “scenes”, a list of 1 to {limit} scenes.",
    "shelf_name_twice": "In “{path}”, the scenes {first} and {second} are both called “{name}”.",
    "shelf_no_scene": "“{path}” is a shelf; --scene opens one of its scenes: {allowed}.",
}
"""The sentences of tours, lessons, their puzzles, and shelves."""

WORKSHEET_ERRORS: Final[dict[str, str]] = {
    "worksheet_no_worksheet": "“{path}” is no worksheet of Kernelscope; those have the key “kernelscope_worksheet”.",
    "worksheet_newer": "“{path}” is a worksheet of version {version}; this Kernelscope reads version {known}.",
    "worksheet_blocks": "“{path}” needs “blocks”, a list of 1 to {limit} exercises.",
    "worksheet_path": "In “{path}”, “{field}” cannot be “{name}”; it must name a file in the same folder or below it.",
    "worksheet_scene": "In “{path}”, {part} {stop}, “{field}” is {number}; the lesson has {count} scenes.",
    "worksheet_scene/no lesson": (
        "In “{path}”, {part} {stop}, “{field}” counts the scenes of a lesson; “lesson” has to name its file."
    ),
    "worksheet_begins": "In “{path}”, {part} {stop} is the first about numbers, so it needs a “scenario” or a “scene”.",
    "worksheet_twice": "In “{path}”, {part} {stop}, “{field}” and “scenario” cannot both be said.",
    "worksheet_lines": "In “{path}”, {part} {stop}, “{field}” must be a list of at most {limit} lines.",
    "worksheet_answers": "In “{path}”, {part} {stop}, “{field}” must be a list of texts, one for each blank.",
    "worksheet_blanks": (
        "In “{path}”, {part} {stop}, “{field}” has {count}, but the line has {blanks} blanks, "
        "each of three or more low lines."
    ),
    "worksheet_braces": (
        "In “{path}”, {part} {stop}, “{field}” has {{{name}}}, which means nothing; there are {allowed}."
    ),
    "worksheet_text": "In “{path}”, “texts” has “{name}”, which is no text of a worksheet; alike are {allowed}.",
    "worksheet_text_long": "In “{path}”, the text “{name}” has {count} characters; at most {limit} are allowed.",
    "worksheet_text_braces": "In “{path}”, the text “{name}” has {{{what}}}, which means nothing; there are {allowed}.",
    "worksheet_text_blanks": "In “{path}”, the text “{name}” has {count} blanks; its answers need {blanks}.",
    "worksheet_opened": (
        "“{path}” is a worksheet; --worksheet FILE.pdf makes it, and so does Share while a lesson is shown "
        "that names it."
    ),
    "worksheet_none": "“{path}” names no worksheet; a lesson does by “worksheet”.",
    "worksheet_flags": (
        "The exercises of “{path}” say themselves what they are about; of other flags only --seed, --versions "
        "and --paper go with it."
    ),
    "worksheet_image": (
        "A worksheet can take an image as it is if it has at most {most} × {most} pixels, all whole, from −99 to 99."
    ),
    "worksheet_kernel": "A worksheet has room for kernels of {most} × {most} at most; this one has {size}.",
    "worksheet_size": "A worksheet has room for {most} × {most} pixels, padding included; this kernel needs more.",
    "worksheet_block": "The exercise “{name}” makes no sense for a layer of {operation} here; there are {allowed}.",
}
"""The sentences of worksheets, in files and as they are asked for."""
