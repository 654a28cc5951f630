"""The guide: stories of officers, which answer leads where, and the specs that are written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pactwright.checking import checked
from tests.consoles import came_of
from tests.stories import CASES, ROOT, tree_in

STORIES = {path.stem.removeprefix("guide-"): tree_in(path) for path in sorted(CASES.glob("guide-*.yml"))}
MODELS = {"demonstrator", "research-pilot", "startup-pilot", "alliance-light", "alliance-full"}
FORMS = {"permit", "prize", "purchase", "grant"}
SEED = yaml.safe_load((ROOT / "seeds" / "guide.yml").read_text("utf-8"))
QUESTIONS: dict[str, Any] = SEED["questions"]
SAVING = {"goal": "proof", "partner": "startup", "cities": "one", "length": "years", "pays": "price", "overrun": "both"}
SAVING |= {"saving": "kept", "steer": "table"}
BASES = {name: dict(story["answers"]) for name, story in STORIES.items()} | {"saving-that-is-kept": SAVING}
# One other answer, and the neighbour is right: (story, its model, question, answer, the other model).
NEIGHBOURS = [
    ("street-weekend", "demonstrator", "length", "months", "startup-pilot"),
    ("hardly-known", "research-pilot", "goal", "try-out", "demonstrator"),
    ("heat-study", "research-pilot", "partner", "startup", "startup-pilot"),
    ("saving-that-is-kept", "startup-pilot", "saving", "shared", "alliance-light"),
    ("flood-team", "alliance-full", "steer", "city", "alliance-light"),
]
# What each question moves: another model or form, another option, or another document.
MOVES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("goal", "kerb-sensors", "product", {"outcome": "purchase"}),
    ("partner", "heat-study", "startup", {"outcome": "startup-pilot"}),
    ("cities", "kerb-sensors", "several", {"options": {"governance/structure": "programme-board"}}),
    ("length", "street-weekend", "months", {"outcome": "startup-pilot"}),
    ("pays", "flood-team", "price", {"outcome": "alliance-light"}),
    ("overrun", "flood-team", "city", {"options": {"risk/overrun": "city-bears"}}),
    ("saving", "saving-that-is-kept", "shared", {"outcome": "alliance-light"}),
    ("steer", "flood-team", "city", {"outcome": "alliance-light"}),
    ("inventor", "kerb-sensors", "city", {"options": {"ip/project-ip": "city-owns"}}),
    ("people", "kerb-sensors", "yes", {"options": {"data/personal": "processor"}}),
    ("place", "kerb-sensors", "nowhere", {"options": {"operations/site": "none"}}),
    ("after", "kerb-sensors", "others", {"options": {"procurement/scale-up": "replication"}}),
    ("binding", "kerb-sensors", "intent", {"documents": ["mou"]}),
    ("route", "hardly-known", "call", {"outcome": "demonstrator"}),
]


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("guide")


def guided(folder: Path, answers: dict[str, str], *more: object) -> Any:  # noqa: ANN401 - a record
    """The record of what the guide says to some answers."""
    path = folder / "answers.yml"
    path.write_text(yaml.safe_dump(answers), "utf-8")
    came = came_of("guide", "--answers", path, "--json", *more)
    assert came.code in {0, 1}, came.err
    record = json.loads(came.out)
    record["id"] = record["instead"]["id"] if record["instead"] else record["model"]
    record["chosen"] = {each["issue"]: each["option"] for each in record["options"]}
    return record


@pytest.mark.parametrize("name", STORIES)
def test_a_story_leads_where_the_officer_expects(folder: Path, name: str) -> None:
    story = STORIES[name]
    said = guided(folder, story["answers"])
    tipped = (
        [each["question"] for each in said["instead"]["tipped"]] if said["instead"] else [said["tipped"]["question"]]
    )
    assert (said["id"], tipped[0]) == (story["outcome"], story["tipped"])
    points = {each["model"]: str(each["points"]) for each in said["scores"]}
    assert {**points, **story.get("points", {})} == points
    assert {**said["chosen"], **story.get("options", {})} == said["chosen"]
    reasons = {each["issue"]: each["tipped"]["reason"] for each in said["options"]}
    assert [issue for issue, reason in story.get("reasons", {}).items() if reason not in reasons[issue]] == []
    near = [(each["question"], each["answer"], each["outcome"]) for each in said["near"]]
    assert [each for each in story["near"] if (each["question"], each["answer"], each["outcome"]) not in near] == []
    assert said["documents"] == story.get("documents", said["documents"])
    assert {**said["facts"], **story.get("facts", {})} == said["facts"]
    assert said["unknown"] == story.get("unknown", [])
    assert story.get("says", "") in (said["instead"] or {"reason": ""})["reason"]
    assert said["is_close"] == (story.get("is_close") == "yes") or said["instead"]


def test_every_model_and_every_other_form_is_reached() -> None:
    assert set(SEED["models"]) == MODELS
    assert {story["outcome"] for story in STORIES.values()} == MODELS | FORMS
    assert all(each["sources"] and each["nearest"] for each in SEED["instead"].values())


@pytest.mark.parametrize(("story", "before", "question", "answer", "after"), NEIGHBOURS)
def test_one_answer_leads_to_the_neighbour_and_is_told_as_a_near_miss(
    folder: Path, story: str, before: str, question: str, answer: str, after: str
) -> None:
    said = guided(folder, BASES[story])
    assert said["id"] == before
    assert (question, answer, after) in [(each["question"], each["answer"], each["outcome"]) for each in said["near"]]
    assert guided(folder, BASES[story] | {question: answer})["id"] == after


def test_the_near_misses_are_all_that_lead_elsewhere_and_no_others(folder: Path) -> None:
    answers = BASES["hardly-known"]
    said = guided(folder, answers)
    near = {(each["question"], each["answer"]): each["outcome"] for each in said["near"]}
    for question, form in QUESTIONS.items():
        for answer in form["answers"]:
            after = guided(folder, answers | {question: answer})["id"]
            assert near.get((question, answer), "research-pilot") == after


@pytest.mark.parametrize(("question", "story", "answer", "moved"), MOVES)
def test_each_question_moves_what_is_recommended(
    folder: Path, question: str, story: str, answer: str, moved: dict[str, Any]
) -> None:
    before, after = guided(folder, BASES[story]), guided(folder, BASES[story] | {question: answer})
    for said, is_moved in ((before, False), (after, True)):
        assert (said["id"] == moved.get("outcome")) == (is_moved and "outcome" in moved)
        for issue, option in moved.get("options", {}).items():
            assert (said["chosen"].get(issue) == option) == is_moved
        assert (said["documents"] == moved.get("documents")) == (is_moved and "documents" in moved)


def test_no_question_is_left_out_of_the_table() -> None:
    assert [question for question, *_ in MOVES] == list(QUESTIONS)


def widened() -> Iterator[dict[str, str]]:
    """The stories, and one more for each answer that none of them gives, with a story that it goes with."""
    given = {pair for answers in BASES.values() for pair in answers.items()}
    yield from BASES.values()
    for question, form in QUESTIONS.items():
        for answer in form["answers"]:
            if (question, answer) in given:
                continue
            ways = ({**answers, question: answer} for answers in BASES.values())
            yield next(each for each in ways if not any(_meet(clash["both"], each) for clash in SEED["clashes"]))


def _meet(both: dict[str, list[str]], answers: dict[str, str]) -> bool:
    return all(answers.get(question) in some for question, some in both.items())


@pytest.mark.parametrize("answers", tuple(widened()), ids=lambda each: f"{each.get('goal')}-{each.get('route')}")
def test_the_spec_says_what_was_recommended_and_holds_no_error(folder: Path, answers: dict[str, str]) -> None:
    path = folder / "spec.yml"
    path.unlink(missing_ok=True)
    said = guided(folder, answers, "-o", path)
    if said["instead"]:
        assert not path.exists()
        return
    spec = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert spec["model"] == said["model"]
    assert {issue: each["option"] for issue, each in (spec["choices"] or {}).items()} == said["chosen"]
    assert all(each["reason"] for each in (spec["choices"] or {}).values())
    assert {address: at(spec, address) for address in said["facts"]} == said["facts"]
    assert {each["fact"] for each in spec["open"]} >= set(said["open"])
    assert [str(each) for each in checked(path).findings if each.level == "error"] == []


def at(tree: Any, address: str) -> Any:  # noqa: ANN401 - a tree
    """What stands at an address."""
    for key in address.split("."):
        tree = tree[int(key)] if isinstance(tree, list) else tree[key]
    return tree


def test_no_model_is_recommended_against_what_it_requires(folder: Path) -> None:
    """A demonstrator pays nobody and lasts some days; a full alliance pays cost up to a target."""
    for answers in BASES.values():
        for question in ("pays", "length"):
            for answer in QUESTIONS[question]["answers"]:
                changed = answers | {question: answer}
                if any(_meet(clash["both"], changed) for clash in SEED["clashes"]):
                    continue
                model = guided(folder, changed)["model"]
                assert model != "demonstrator" or changed.get("pays") in {None, "nobody", "unknown"}
                assert model != "demonstrator" or changed.get("length") in {None, "days"}
                assert model != "alliance-full" or changed.get("pays") in {None, "cost", "unknown"}


def test_the_record_is_what_its_schema_says(folder: Path) -> None:
    validator = Draft202012Validator(json.loads((ROOT / "templates" / "guide.schema.json").read_text("utf-8")))
    for name in ("ready-bins", "hardly-known"):
        said = guided(folder, BASES[name])
        record = {key: value for key, value in said.items() if key not in {"id", "chosen"}}
        assert [error.message for error in validator.iter_errors(record)] == []
        assert not validator.is_valid({**record, "score": 1})
