"""The guide at a terminal, with a file of answers, and with what is wrong with either or with its own file."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
import yaml

from pactwright.cli.completion import answers_of
from pactwright.errors import InputError
from pactwright.guide.form import guide_from
from pactwright.library.prebuilt import library_for
from tests.consoles import Came, came_of
from tests.stories import CASES, ROOT, tree_in

KERB = tree_in(CASES / "guide-kerb-sensors.yml")["answers"]
SEED = (ROOT / "seeds" / "guide.yml").read_text("utf-8")


class Terminal(io.StringIO):
    """What somebody types."""

    def isatty(self) -> bool:
        """Somebody sits there."""
        return True


@pytest.fixture(name="here", autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, lines: list[str], *words: object) -> Came:
    """What comes of some lines that are typed at a terminal."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{each}\n" for each in lines)))
    return came_of(*words)


def test_it_asks_goes_back_explains_and_writes_the_spec(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    lines = ["?", "finding", "b", "3", "nine", "startup", "1", "2", "2", "1", "3", "2", "1", "1", "1", "1", "1", "2"]
    came = typed(monkeypatch, lines, "guide", "-o", "spec.yml")
    assert came.code == 0, came.err
    assert came.err.startswith("Type a number. b goes back, ? explains, Enter means not known yet.\n")
    assert "Think of the day after the last day." in came.err
    assert '"nine" is no answer; a number from 1 to 6' in came.err
    assert came.err.count("1/14  What should you have at the end?") == 2
    assert came.out.lstrip().startswith("Start-up pilot\n")
    assert max(map(len, came.out.splitlines())) <= 80
    spec = yaml.load((here / "spec.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert (spec["model"], spec["procurement"]["route"]) == ("startup-pilot", "challenge-based")
    assert spec["jurisdiction"] == "au-nsw"


def test_answers_are_kept_as_they_come_and_the_next_time_goes_on_from_there(
    monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    stopped = typed(monkeypatch, ["proof", "startup"], "guide", "--save", "mine.yml")
    assert stopped.code == 130
    kept = yaml.load((here / "mine.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    assert {key: value for key, value in kept.items() if value != "unknown"} == {"goal": "proof", "partner": "startup"}
    came = typed(monkeypatch, [""] * 12, "guide", "--save", "mine.yml")
    assert (came.code, "\n1/14" in came.err, "\n3/14" in came.err) == (0, False, True)
    assert "Start-up pilot" in came.out


def test_an_answer_that_does_not_go_with_another_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["proof", "", "", "", "price", "", "", "", "", "", "", "", "", "call", "challenge"]
    came = typed(monkeypatch, lines, "guide")
    assert came.code == 0
    assert 'That does not go with your answer to "Does the city pay the partner?"' in came.err
    assert came.err.count("14/14") == 2


def test_new_asks_the_same_questions(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    came = typed(monkeypatch, ["finding", "university", *[""] * 12], "new", "spec.yml", "--ask")
    assert came.code == 0, came.err
    assert "model: research-pilot\njurisdiction: au-nsw\n" in (here / "spec.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("guide", "-o", "there.yml"), "exists already; use --force"),
        (("new", "spec.yml", "--ask", "--jurisdiction", "us-co"), '"us-co" is not a jurisdiction'),
        (("guide", "-o", "spec.docx"), "name a file that ends in .yml"),
    ],
)
def test_what_is_wrong_with_the_call_is_said_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch, here: Path, words: tuple[str, ...], said: str
) -> None:
    (here / "there.yml").write_text("schema: 1\n", "utf-8")
    came = typed(monkeypatch, ["finding"], *words)
    assert (came.code, came.err.count("\n"), said in came.err) == (2, 1, True)


def test_without_a_terminal_and_without_answers_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("proof\n"))
    came = came_of("guide")
    assert (came.code, came.out) == (2, "")
    assert "pactwright guide --form > answers.yml" in came.err


def test_the_form_can_be_filled_in_and_an_empty_one_recommends_nothing(here: Path) -> None:
    form = came_of("guide", "--form").out
    (here / "answers.yml").write_text(form, "utf-8")
    empty = came_of("guide", "--answers", "answers.yml")
    assert (empty.code, empty.out) == (2, "")
    assert "no question is answered" in empty.err
    (here / "answers.yml").write_text(form.replace("goal: unknown", "goal: try-out"), "utf-8")
    assert "Demonstrator" in came_of("guide", "--answers", "answers.yml").out


def test_every_wrong_answer_is_told_at_once_each_at_its_place(here: Path) -> None:
    (here / "answers.yml").write_text(
        "goal: prof\npays: cost\nroad: call\nroute: call\npeople: [yes]\nafter: unknown\n", "utf-8"
    )
    came = came_of("guide", "--answers", "answers.yml")
    said = [(line.split(": ")[0], line.split(": ")[2]) for line in came.err.splitlines()]
    assert (came.code, came.out) == (1, "")
    assert said == [
        ("answers.yml:1:1", "unknown-answer"),
        ("answers.yml:3:1", "unknown-question"),
        ("answers.yml:4:1", "answers-clash"),
        ("answers.yml:5:1", "unknown-answer"),
    ]
    assert 'did you mean "proof"?' in came.err
    assert "change one of the two; pays stands at answers.yml:2:1" in came.err


def test_one_answer_may_be_set_over_those_of_the_file(here: Path) -> None:
    (here / "answers.yml").write_text(yaml.safe_dump(KERB), "utf-8")
    assert "A plain purchase" in came_of("guide", "--answers", "answers.yml", "--set", "goal=product").out
    assert came_of("guide", "--set", "goal=finding").out.lstrip().startswith("Research pilot")
    wrong = came_of(
        "guide", "--answers", "answers.yml", "--set", "route=call", "--set", "gaol=finding", "--set", "saving"
    )
    assert (wrong.code, wrong.out) == (1, "")
    said = sorted(wrong.err.splitlines())
    assert [line.partition(": error: ")[0] for line in said] == [
        "--set gaol=finding",
        "--set route=call",
        "--set route=call",
        "--set saving=",
    ]
    assert ["after stands at answers.yml:" in said[1], "pays stands at answers.yml:" in said[2]] == [True, True]


def test_what_a_house_has_withdrawn_is_not_recommended(here: Path) -> None:
    (here / "house").mkdir()
    gone = "withdrawn:\n  - {id: evaluation/learning/blueprint, reason: Our city writes none.}\n"
    (here / "house" / "withdrawn.yml").write_text(gone, "utf-8")
    asked = ("guide", "--set", "goal=proof", "--set", "after=others")
    assert "evaluation/learning: blueprint" in came_of(*asked).out
    came = came_of(*asked, "--library", "house")
    assert (came.code, "evaluation/learning" in came.out, "replication" in came.out) == (0, False, True)


def test_a_shell_completes_questions_and_answers() -> None:
    completed = [answers_of(None, None, typed) for typed in ("par", "pays=", "pays=c", "no=")]  # type: ignore[arg-type]
    assert completed == [
        ["partner="],
        ["pays=nobody", "pays=price", "pays=cost", "pays=grant", "pays=unknown"],
        ["pays=cost"],
        [],
    ]


def test_where_no_agreement_is_right_no_spec_is_written(here: Path) -> None:
    (here / "answers.yml").write_text(yaml.safe_dump({**KERB, "goal": "place-only"}), "utf-8")
    came = came_of("guide", "--answers", "answers.yml", "-o", "spec.yml")
    assert (came.code, (here / "spec.yml").exists()) == (1, False)
    assert came.out.lstrip().startswith("A permit: no agreement is right here\n")
    for said in ("A permit or a licence of the place", "Roads Act 1993", "https://", "Start-up pilot is the model"):
        assert said in " ".join(came.out.split())


MISTAKES = [
    ("points: {demonstrator: 4,", "points: {demonstartor: 4,", "unknown-name", 'did you mean "demonstrator"?'),
    ("never: {research-pilot:", "never: {reserch-pilot:", "unknown-name", '"reserch-pilot" is not a model'),
    ("ip/project-ip/city-owns:", "ip/project-ip/city-own:", "unknown-name", "ip/project-ip/city-own"),
    ("ip/project-ip/joint-free:", "ip/project/joint-free:", "unknown-name", "ip/project/joint-free"),
    ("facts: {funding.price: nil}", "facts: {funding.prise: nil}", "unknown-fact", "no place of a spec"),
    ("when: {pays: [grant]}", "when: {pays: [grants]}", "unknown-name", '"grants" is not an answer to pays'),
    (
        "inventor: [city], pays: [nobody]",
        "invent: [city], pays: [nobody]",
        "unknown-name",
        '"invent" is not a question',
    ),
    ("says: Nothing; it ends on its last day", "tells: Nothing", "unknown-key", "tells"),
    ("points: {demonstrator: 4,", "points: {demonstrator: many,", "wrong-type", "many"),
    ("models: [demonstrator, research-pilot,", "models: [research-pilot,", "missing-key", "demonstrator"),
]


@pytest.mark.parametrize(("old", "new", "rule", "seen"), MISTAKES)
def test_a_mistake_in_the_file_of_the_guide_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, rule: str, seen: str
) -> None:
    assert old in SEED
    path = tmp_path / "guide.yml"
    path.write_text(SEED.replace(old, new, 1), "utf-8")
    with pytest.raises(InputError) as refused:
        guide_from(path, "guide.yml", library_for(""))
    line = SEED[: SEED.index(old)].count("\n") + 1
    told = [each for each in refused.value.findings if each.rule == rule and seen in str(each)]
    assert told, str(refused.value)
    assert told[0].place.startswith(f"guide.yml:{line}:") or rule in {"unknown-key", "missing-key"}


def test_a_guide_that_can_rule_out_every_model_or_cites_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "guide.yml"
    every = ", ".join(f"{each}: why" for each in yaml.safe_load(SEED)["models"])
    text = SEED.replace("        points: {startup-pilot: 3, research-pilot: 1}", f"        never: {{{every}}}", 1)
    before, _, after = text.partition("  prize:")
    path.write_text(f"{before}  prize:{after.partition('    sources:')[0]}", "utf-8")
    with pytest.raises(InputError) as refused:
        guide_from(path, "guide.yml", library_for(""))
    assert {"no-way-out", "missing-key"} <= {each.rule for each in refused.value.findings}
