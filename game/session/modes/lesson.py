"""What the intents about the lesson that is being made do. All of it can be taken back; no undo of the work has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...core.goal import aimed_maps, is_met, maps_made
from ...files.errors import FileProblem
from ...files.goal_fields import APART, LARGEST
from ...files.lesson_text import scenario_object, scene_of
from ...files.shelf import Scene
from ...files.tour import Build, Stop, Tour
from ...files.tour_fields import TRACE
from ...files.tour_file import LONGEST_TITLE, MOST_STOPS
from ...input import lesson_intents as intents
from ...input.intent import Intent, Side
from ...play.stamp_walk import in_stamps
from ...words.plain import plain, shown
from ...words.sentences import sentence_for
from ...words.texts import text
from ..changes import gesture_ended
from ..lesson import Draft, drafted, with_words
from ..mode import Mode
from ..naming import remembered, title_of
from ..stack_intents import view_of
from ..state import Handler, State, within
from ..toasts import with_toast, without_toasts
from ..tour import at_stop, tour_begun
from .present import start_present


def seen(state: State) -> Stop:
    """Return a scene of what is seen now. Raises FileProblem where it can be none."""
    scenario = state.scenario
    title = title_of(scenario, state.path, state.result.edited[0])
    other = state.work.of(Side.B) if state.compare.on else None
    view = view_of(state)
    singles = other is None or (scenario.is_single and other.is_single)
    stamps = scenario.layer.is_transposed and singles and not (state.interface.stacked or state.interface.spread)
    position = state.position_in_cells
    if stamps:
        position = state.playback.position if state.stamped else in_stamps(scenario, position)
    said = {key: value for key, value in view.items() if not (stamps and key == "stamp")}
    return scene_of(title, scenario_object(scenario), other, position=position, view=said)


def _added(state: State, made: Callable[[], Stop]) -> State:
    draft = drafted(state.interface.draft)
    if len(draft.scenes) >= MOST_STOPS:
        return with_toast(state, text("lesson.full", limit=MOST_STOPS))
    try:
        scene = made()
    except FileProblem as problem:
        return with_toast(state, sentence_for(problem), warning=True)
    scenes = (*draft.scenes, scene)
    said = {_said_of_added(place, one) for place, one in enumerate(draft.scenes, 1)}  # the newest alone is said
    after = without_toasts(state, lambda toast: toast.sentence in said)
    after = within(after, "interface", draft=draft.with_scenes(scenes, len(scenes) - 1))
    return with_toast(after, _said_of_added(len(scenes), scene))


def _said_of_added(place: int, scene: Stop) -> str:
    return text("lesson.added", scene=place, title=scene.title)


def _add_seen(state: State, _: object) -> State:
    state = gesture_ended(state)
    return _added(state, lambda: seen(state))


def _add_scene(state: State, intent: intents.AddScene) -> State:
    shelved = intent.scene
    if not isinstance(shelved, Scene) or (opened := shelved.opened) is None:
        return state
    if (puzzle := shelved.puzzle) is not None:
        return _added(state, lambda: puzzle.changed(name=""))
    said: dict[str, object] = {} if shelved.builds is None else {"builds": [_written_out(b) for b in shelved.builds]}
    whole = scenario_object(opened.scenario, opened.position, opened.view)
    return _added(state, lambda: scene_of(shelved.title, whole, shelved.other, **said))


def _written_out(build: Build) -> dict[str, float] | str:
    if build.traces:
        return TRACE
    return {"from": build.start, "to": build.end, "seconds": build.seconds}


def _of_scene(change: Callable[[State, Draft, Stop, Any], State]) -> Handler:
    """Return what an intent about a scene does; about one that is not there nothing happens."""

    def does(state: State, intent: Any) -> State:
        draft = drafted(state.interface.draft)
        if not 0 <= intent.index < len(draft.scenes):
            return state
        try:
            return change(state, draft, draft.scenes[intent.index], intent)
        except FileProblem as problem:
            return with_toast(state, sentence_for(problem), warning=True)

    return does


def _put(state: State, draft: Draft, index: int, scene: Stop) -> State:
    scenes = (*draft.scenes[:index], scene, *draft.scenes[index + 1 :])
    return within(state, "interface", draft=draft.with_scenes(scenes, index))


def _replace(state: State, draft: Draft, scene: Stop, intent: intents.ReplaceScene) -> State:
    """Put what is seen in the place of a scene. Builds and conditions were about what stood there, and go."""
    kept = {key: scene.found[key] for key in ("title", "note", "text", "question") if key in scene.found}
    return _put(state, draft, intent.index, with_words(seen(gesture_ended(state)), kept))


def _remove(state: State, draft: Draft, scene: Stop, intent: intents.RemoveScene) -> State:
    scenes = draft.scenes[: intent.index] + draft.scenes[intent.index + 1 :]
    chosen = min(intent.index, len(scenes) - 1) if scenes else None
    after = within(state, "interface", draft=draft.with_scenes(scenes, chosen))
    return with_toast(after, text("lesson.removed", title=scene.title))


def _move(state: State, draft: Draft, scene: Stop, intent: intents.MoveScene) -> State:
    rest = draft.scenes[: intent.index] + draft.scenes[intent.index + 1 :]
    to = min(max(intent.to, 0), len(rest))
    if to == intent.index:
        return within(state, "interface", draft=draft.changed(chosen=to))
    return within(state, "interface", draft=draft.with_scenes((*rest[:to], scene, *rest[to:]), to))


def _say(state: State, draft: Draft, scene: Stop, intent: intents.SayOfScene) -> State:
    words = intent.words.strip()
    if intent.key == "title" and not words:
        return state
    return _put(state, draft, intent.index, with_words(scene, {intent.key: words or None}))


def _ask(state: State, draft: Draft, scene: Stop, intent: intents.AskInScene) -> State:
    if scene.goal is not None and intent.kind:
        return with_toast(state, text("lesson.goal.no_question", scene=intent.index + 1))
    return _put(state, draft, intent.index, with_words(scene, {"question": intent.kind or None}))


def _aim(state: State, draft: Draft, scene: Stop, intent: intents.SetGoal) -> State:
    """Keep the maps that are seen as the goal of a scene, and nothing of how they were made; or take it away."""
    if not intent.on:
        return _put(state, draft, intent.index, with_words(scene, dict.fromkeys(("goal", "hints", "task", "reply"))))
    seen = aimed_maps(gesture_ended(state).result)
    if max(seen[0].shape) > LARGEST:
        return with_toast(state, text("lesson.goal.large", limit=LARGEST))
    if is_met(seen, maps_made(scene.scenario)):
        return with_toast(state, text("lesson.goal.same", scene=intent.index + 1))
    maps = [[[_plain(value) for value in row] for row in grid.tolist()] for grid in seen]
    gone = dict.fromkeys(APART)
    aimed = with_words(scene, {**gone, "goal": maps[0] if len(maps) == 1 else maps})
    after = _put(state, draft, intent.index, aimed)
    return with_toast(after, text("lesson.goal.set", scene=intent.index + 1))


def _plain(value: float) -> float:
    """Return a number as one writes it: whole ones without a point."""
    return int(value) if value.is_integer() else value


def _edit(state: State, intent: intents.EditLesson) -> State:
    lesson = intent.lesson
    if not isinstance(lesson, Tour) or not lesson.is_lesson:
        return state
    draft = drafted(state.interface.draft).with_scenes(lesson.stops, None)
    return within(
        state,
        "interface",
        draft=draft.changed(name=lesson.name, path=intent.path or None, worksheet=lesson.worksheet, saved=True),
    )


def _new(state: State, _: object) -> State:
    draft = drafted(state.interface.draft).with_scenes((), None)
    return within(state, "interface", draft=draft.changed(name="", path=None, worksheet=None, saved=True))


def _written(state: State, intent: intents.LessonWritten) -> State:
    draft = drafted(state.interface.draft).changed(path=intent.path, saved=True)
    state = remembered(within(state, "interface", draft=draft), intent.path)
    return with_toast(state, text("lesson.written", path=shown(intent.path, 80)))


def _present(state: State, intent: intents.PresentLesson) -> State:
    """Lead through the lesson from a scene on, whatever was left where the last time."""
    draft = drafted(state.interface.draft)
    if not draft.scenes:
        return with_toast(state, text("lesson.empty"))
    begun = tour_begun(state, draft.lesson)
    return start_present(at_stop(begun, min(max(intent.index, 0), len(draft.scenes) - 1)))


def _choose(state: State, intent: intents.ChooseScene) -> State:
    draft, index = drafted(state.interface.draft), intent.index
    chosen = index if index is not None and 0 <= index < len(draft.scenes) else None
    return within(state, "interface", draft=draft.changed(chosen=chosen))


def _name(state: State, intent: intents.NameLesson) -> State:
    name = plain(intent.name, " ").strip()[:LONGEST_TITLE]
    return within(state, "interface", draft=drafted(state.interface.draft).called(name))


HANDLERS: dict[type[Intent], Handler] = {
    intents.AddWhatIsSeen: _add_seen,
    intents.AddScene: _add_scene,
    intents.ChooseScene: _choose,
    intents.ReplaceScene: _of_scene(_replace),
    intents.RemoveScene: _of_scene(_remove),
    intents.MoveScene: _of_scene(_move),
    intents.SayOfScene: _of_scene(_say),
    intents.AskInScene: _of_scene(_ask),
    intents.SetGoal: _of_scene(_aim),
    intents.NameLesson: _name,
    intents.UndoLesson: lambda state, _: within(state, "interface", draft=drafted(state.interface.draft).taken_back()),
    intents.EditLesson: _edit,
    intents.NewLesson: _new,
    intents.LessonWritten: _written,
    intents.PresentLesson: _present,
}

MODE = Mode(handlers=HANDLERS)
"""It is never on; its handlers are looked up when one of its intents comes."""
