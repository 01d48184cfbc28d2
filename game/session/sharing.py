"""The forms in which what is shown can be handed out, in the order in which the sheet has them."""

from __future__ import annotations

from ..value import Value

SHARE = "share"
"""The sheet of the forms."""
STEPS, VERSIONS = (1, 30), (1, 4)
"""How many steps a moving picture, and how many versions a worksheet may have."""
PAPERS = ("a4", "letter")


class Form(Value):
    """A form: its name, its icon, how its file ends ("" where it is no file), and the group that it belongs to."""

    name: str
    icon: str
    ending: str
    group: str


FORMS: tuple[Form, ...] = (
    Form("picture", "image", ".png", "pictures"),
    Form("drawing", "drawing", ".svg", "pictures"),
    Form("moving", "images", ".gif", "steps"),
    Form("film", "film", ".mp4", "steps"),
    Form("webm", "film", ".webm", "steps"),
    Form("pages", "pages", ".pdf", "steps"),
    Form("lesson sheet", "worksheet", ".pdf", "class"),
    Form("worksheet", "worksheet", ".pdf", "class"),
    Form("moodle", "moodle", ".xml", "class"),
    Form("python", "program", ".py", "numbers"),
    Form("text", "text", ".txt", "numbers"),
    Form("table", "table", ".csv", "numbers"),
    Form("latex", "equation", ".tex", "numbers"),
    Form("markdown", "markdown", ".md", "numbers"),
    Form("code", "code", "", "code"),
    Form("qr", "qr", ".png", "code"),
)
PICTURES = ("picture", "drawing")
FILMS = ("film", "webm")
MOVING = ("moving", *FILMS, "pages")
"""What is drawn as it is shown: of one instant, which keeps what is secret; films, which need ffmpeg; and all that is
drawn of steps, which would tell it."""

OF_THE_LESSON = "lesson sheet"
"""The worksheet that a lesson names: it can be handed out only while such a lesson is led, and tells nothing of it."""
WORKSHEETS = ("worksheet", OF_THE_LESSON)
LARGE = (*PICTURES, *MOVING, *WORKSHEETS, "qr")
"""What needs large libraries, or many pixels, to be written: the others take no time and hardly any memory."""


def form_of(name: str) -> Form | None:
    """Return a form by its name, None where there is none."""
    return next((form for form in FORMS if form.name == name), None)
