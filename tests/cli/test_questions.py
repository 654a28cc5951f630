"""`pactwright questions` sends out what is open, and takes the answers back without touching anything else."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from tests import browser
from tests.cli.conftest import Run, Spec
from tests.stories import as_yaml, changed, spec_tree, tree_in

# Typed by a person: comments, quotes, flow and block, samples in comments, an empty group, a line without an end.
TYPED = """\
# The harbour pilot.   Two spaces and an umlaut: ü
schema: 1
jurisdiction: au-nsw
date:    # when we sign
project:
  title: 'Name of the pilot'
  description: |
    Sensors count boats.
    They count them by day and by night.
parties:
  city:
    name: "Harbour Council"   # as in the charter
    side: public
    kind: council
    called: the Council
    lead: {name: , title: Manager, email: }
    signatories:
      - {name: , title: }
    #approval: {body: the council}
  maker: {name: Boat Counters Pty Ltd, side: partner, kind: company, called: the Company}

# What is paid.
funding:
  #price: 1
pilot:
  start:
  end: 2027-06-30
  in_scope: []

choices:
  liability/cap: low-fixed
open:
  - {fact: project.title, owner: city}
  - fact: pilot.start
    owner: city
    by: 2026-12-10
  - {fact: pilot.method, owner: maker}
version: "1\""""


@pytest.fixture(name="typed")
def typed_spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yml"
    path.write_text(TYPED, "utf-8")
    return path


def answers(folder: Path, rows: dict[str, str], name: str = "answers.csv") -> Path:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["owner", "address", "answer"])
        writer.writerows(["somebody", address, answer] for address, answer in rows.items())
    return folder / name


def test_what_is_open_is_listed_by_owner(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"pilot.start": None, "parties.maker.email": None}))
    result = run("questions", path)
    assert result.code == 0
    assert f"open in {path}." in result.out.splitlines()[0]
    owners = [line for line in result.out.splitlines()[1:] if line and not line.startswith(" ")]
    assert sorted(owners) == ["The Council", "The Sensor Company"]
    assert "Nothing is open in " in run("questions", spec()).out


def test_what_the_library_suggests_is_shown_as_a_suggestion_and_stays_open(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("two-cities"), {"choices.term/term.end_cost_cap": None}))
    [line] = [line for line in run("questions", path).out.splitlines() if "term/term.end_cost_cap" in line]
    assert "(suggested: AUD 2,000: About what " in line
    assert "USD" not in line


def test_the_three_forms_hold_the_same_questions(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec("street-demonstration")
    asked = json.loads(run("questions", path, "--json").out)
    assert len(asked) > 3
    for name in ("q.csv", "q.html", "q.txt"):
        assert run("questions", path, "-o", name).code == 0
        text = (tmp_path / name).read_text("utf-8")
        assert all(each["address"] in text for each in asked)
    with (tmp_path / "q.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["address"] for row in rows) == sorted(each["address"] for each in asked)
    assert {row["answer"] for row in rows} == {""}
    assert run("questions", path, "--format", "csv", "-o", "-").out.startswith("owner,address,what,")


def test_the_page_of_questions_is_made_like_that_of_an_agreement(run: Run, spec: Spec, tmp_path: Path) -> None:
    """One skeleton and one look; a table scrolls in a box of its own, so that the page does not on a phone."""
    path = spec("street-demonstration")
    assert run("questions", path, "-o", "q.html").code == 0
    assert browser.faults(tmp_path / "q.html") == []
    assert run("draft", path, "--document", "mou", "--format", "html", "-o", "mou.html").code == 0
    asked, drafted = ((tmp_path / name).read_text("utf-8") for name in ("q.html", "mou.html"))
    heads = [re.sub("<title>.*</title>|@page {.*", "", each[: each.index("<body>")]) for each in (asked, drafted)]
    assert heads[0] == heads[1].replace('lang="en-AU"', 'lang="en"')
    assert asked.count("<table") == asked.count('<div class="box" tabindex="0">\n<table') > 1


@pytest.mark.parametrize("words", [("-o", "q.docx"), ("-o", "q.csv", "--format", "html"), ("-o", "folder")])
def test_a_list_in_another_form_is_refused(run: Run, spec: Spec, tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run("questions", spec(), *words)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert [each.name for each in tmp_path.iterdir()] == ["spec.yml"]


def test_a_list_that_is_there_is_kept(run: Run, spec: Spec, tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text("filled in", "utf-8")
    assert run("questions", spec(), "-o", "q.csv").code == 2
    assert (tmp_path / "q.csv").read_text("utf-8") == "filled in"
    assert run("questions", spec(), "-o", "q.csv", "--force").code == 0


ANSWERS = {
    "date": "2026-12-15",
    "project.title": "Boats, counted: a pilot",
    "parties.city.lead.name": "Ann O'Hara",
    "parties.city.signatories.0.name": "Bo #2",
    "parties.city.approval.body": "the council",
    "parties.maker.email": "boats@maker.example",
    "funding.price": "AUD 12,000 exclusive",
    "pilot.start": "2027-03-01",
    "pilot.method": "yes: in\ntwo lines",
    "pilot.in_scope": "boats; buoys",
    "pilot.sites.pier.name": "Pier {1}",
    "liability/cap.low_fixed": "AUD 60,000",
    "choices.term/term.term_months": "12",
    "contributions.0.party": "maker",
}

# The same, line by line; every line that is not here must be as it was.
FILLED = {
    "date:    # when we sign": "date: 2026-12-15    # when we sign",
    "  title: 'Name of the pilot'": '  title: "Boats, counted: a pilot"',
    "    lead: {name: , title: Manager, email: }": '    lead: {name: "Ann O\'Hara", title: Manager, email: }',
    "      - {name: , title: }": '      - {name: "Bo #2", title: }',
    "  maker: {name: Boat Counters Pty Ltd, side: partner, kind: company, called: the Company}": (
        "  maker: {name: Boat Counters Pty Ltd, side: partner, kind: company, called: the Company, "
        "email: boats@maker.example}"
    ),
    "  start:": "  start: 2027-03-01",
    "  in_scope: []": "  in_scope: [boats, buoys]",
    "  liability/cap: low-fixed": '  liability/cap: {option: low-fixed, low_fixed: "AUD 60,000"}',
    "funding:": 'funding:\n  price: "AUD 12,000 exclusive"',
    "  - {fact: project.title, owner: city}": None,
    "  - fact: pilot.start": None,
    "    owner: city": None,
    "    by: 2026-12-10": None,
    "  - {fact: pilot.method, owner: maker}": None,
}


def test_answers_are_written_at_their_addresses_and_nothing_else_changes(run: Run, typed: Path, tmp_path: Path) -> None:
    result = run("questions", typed, "--take", answers(tmp_path, ANSWERS))
    assert result.code == 0, result.err
    assert result.out == f"{typed}\n"
    assert result.err.startswith("14 answers taken; ")
    text = typed.read_text("utf-8")
    for line in TYPED.splitlines():
        new = FILLED.get(line, line)
        assert new is None or new in text, line
    kept = [line for line in TYPED.splitlines() if line not in FILLED]
    assert [line for line in text.splitlines() if line in kept] == kept
    tree = tree_in(typed)
    assert tree["pilot"]["method"] == "yes: in\ntwo lines"
    assert tree["pilot"]["sites"] == {"pier": {"name": "Pier {1}"}}
    assert tree["parties"]["city"]["approval"] == {"body": "the council"}
    assert tree["parties"]["maker"]["email"] == "boats@maker.example"
    assert tree["choices"]["term/term"] == {"term_months": "12"}
    assert tree["contributions"] == [{"party": "maker"}]
    assert tree["open"] == ""
    assert run("check", typed).code == 0


def test_answers_can_be_taken_twice(run: Run, typed: Path, tmp_path: Path) -> None:
    table = answers(tmp_path, ANSWERS)
    assert run("questions", typed, "--take", table).code == 0
    before = typed.read_bytes()
    again = run("questions", typed, "--take", table)
    assert (again.code, typed.read_bytes()) == (0, before)


@pytest.mark.parametrize(
    ("address", "answer", "told"),
    [
        ("pilot.start", "March 2027", "answers.csv:2:3: error: date: "),
        ("pilot.strat", "2027-03-01", '"pilot.strat" is no place for one value'),
        ("pilot.end", "2027-07-31", '"pilot.end" is not open: a value stands there'),
        ("parties.ctiy.name", "Harbour Council", "answers.csv:2:3: error: missing-key: "),
        ("parties", "all of them", '"parties" is no place for one value'),
        ("liability/cap.low_fixed", "AUD 1", "answers.csv:2:3: error: out-of-range: "),
        ("liability/cup", "low-fixed", "answers.csv:2:3: error: unknown-issue: "),
        ("parties.city.signatories.3.name", "Bo", '"parties.city.signatories.3.name" cannot be written: '),
        ("project.description.more", "x", "is no place for one value"),
        ("funding.paid", "yes", '"funding.paid" is no place for one value'),
        ("", "yes", '"" is no place for one value'),
    ],
)
def test_one_answer_that_is_refused_keeps_all_out(
    run: Run, typed: Path, tmp_path: Path, address: str, answer: str, told: str
) -> None:
    result = run("questions", typed, "--take", answers(tmp_path, {address: answer, "date": "2026-12-15"}))
    assert result.code == 1
    assert told in result.err
    refused = [line for line in result.err.splitlines() if " warning: " not in line]
    assert all(line.startswith(f"{tmp_path}/answers.csv:2:3: error: ") for line in refused)
    assert typed.read_text("utf-8") == TYPED


def test_two_answers_to_one_question_are_refused_and_the_same_one_twice_is_not(
    run: Run, typed: Path, tmp_path: Path
) -> None:
    table = answers(tmp_path, {"date": "2026-12-15", "pilot.start": "2027-03-01"})
    twice = table.read_text("utf-8") + "somebody,date,2026-12-16\nsomebody,pilot.start,2027-03-01\n"
    table.write_text(twice, "utf-8")
    result = run("questions", typed, "--take", table)
    assert (result.code, typed.read_text("utf-8")) == (1, TYPED)
    said = f'{table}:4:3: error: answer: {table}:2:3 answers "2026-12-15"; one answer; empty one of the two'
    assert result.err.splitlines() == [said]
    table.write_text(twice.replace("2026-12-16", "2026-12-15"), "utf-8")
    assert run("questions", typed, "--take", table).code == 0


def test_answers_that_were_read_as_windows_1252_are_taken_with_a_warning(run: Run, typed: Path, tmp_path: Path) -> None:
    table = answers(tmp_path, {"project.title": "Küste"})
    table.write_bytes(table.read_text("utf-8").encode("cp1252"))
    result = run("questions", typed, "--take", table)
    assert (result.code, tree_in(typed)["project"]["title"]) == (0, "Küste")
    assert result.err.startswith(f"{table}:2:3: warning: table-encoding: ")


def test_each_refused_answer_is_told(run: Run, typed: Path, tmp_path: Path) -> None:
    rows = {"date": "soon", "pilot.strat": "x", "pilot.start": "2027-03-01", "parties.maker.kind": "university"}
    result = run("questions", typed, "--take", answers(tmp_path, rows))
    assert result.code == 1
    refused = [line for line in result.err.splitlines() if " warning: " not in line]
    places = [line.split(": error")[0].rsplit("/", 1)[1] for line in refused]
    assert sorted(places) == ["answers.csv:2:3", "answers.csv:3:3", "answers.csv:5:3"]


def test_answers_go_into_the_file_of_each_part(run: Run, tmp_path: Path) -> None:
    tree = changed(spec_tree("startup-pilot"), {"parties.maker.email": None, "date": None})
    maker = tree["parties"].pop("maker")
    (tmp_path / "company.yml").write_text("# ours\n" + as_yaml({"parties": {"maker": maker}}), "utf-8")
    (tmp_path / "spec.yml").write_text(as_yaml({"include": ["company.yml"], **tree}), "utf-8")
    table = answers(tmp_path, {"parties.maker.email": "us@maker.example", "date": "2026-12-01"})
    result = run("questions", "spec.yml", "--take", table)
    assert result.code == 0, result.err
    assert result.out.splitlines() == ["company.yml", "spec.yml"]
    assert (tmp_path / "company.yml").read_text("utf-8").startswith("# ours\n")
    assert tree_in(tmp_path / "company.yml")["parties"]["maker"]["email"] == "us@maker.example"
    assert tree_in(tmp_path / "spec.yml")["date"] == "2026-12-01"


def test_line_ends_and_the_mark_of_the_file_stay(run: Run, typed: Path, tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf" + TYPED.encode().replace(b"\n", b"\r\n") + b"\r\n"
    typed.write_bytes(before)
    assert run("questions", typed, "--take", answers(tmp_path, {"date": "2026-12-15"})).code == 0
    assert typed.read_bytes() == before.replace(b"date: ", b"date: 2026-12-15 ", 1)


@pytest.mark.parametrize("table", ["nowhere.csv", "answers.xlsx", "spec.yml", "folder.csv", "other.csv"])
def test_what_is_no_table_of_answers_is_refused(run: Run, typed: Path, tmp_path: Path, table: str) -> None:
    (tmp_path / "answers.xlsx").write_bytes(b"PK")
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "other.csv").write_text("name,sum\na,1\n", "utf-8")
    result = run("questions", typed, "--take", table)
    assert (result.code in {1, 2}, result.out) == (True, "")
    assert [": error: " in line or line.lower().startswith("error: ") for line in result.err.splitlines()][-1:] == [
        True
    ]
    assert typed.read_text("utf-8") == TYPED


def test_answers_cannot_be_written_into_standard_input(run: Run, tmp_path: Path) -> None:
    result = run("questions", "-", "--take", answers(tmp_path, {"date": "2026-12-15"}))
    assert result.code == 2
    assert "name the spec" in result.err


WORDS = {
    "date": "1 December 2026",
    "pilot.start": "2027-01-10",
    "pilot.end": "2027-01-30",
    "funding.price": "nil",
    "procurement.route": "no-effect",
    "choices.procurement/basis": "no-effect",
    "term/term.end_cost_cap": "nil",
    "choices.term/term.end_cost_cap": "nil",
}


@pytest.mark.parametrize(("model", "most"), [("demonstrator", 60)])
def test_from_a_new_spec_to_a_final_by_answers_alone(run: Run, tmp_path: Path, model: str, most: int) -> None:
    assert run("new", "spec.yml", "--model", model).code == 0
    given = 0
    for turn in range(5):
        asked = json.loads(run("questions", "spec.yml", "--json").out)
        if not asked:
            break
        rows = {each["address"]: answer_to(each["address"], given + number) for number, each in enumerate(asked)}
        if "pilot.activities" in rows:
            rows.pop("pilot.activities")
            told = run("questions", "spec.yml", "--take", answers(tmp_path, {"pilot.activities": "all of it"})).err
            assert "such as pilot.activities.0.what" in told
            rows |= {"pilot.activities.0.what": "Show the street", "pilot.activities.0.by": "2027-01-20"}
        if rows.pop("pilot.quantities", ""):
            rows |= {"pilot.quantities.0.what": "stands", "pilot.quantities.0.planned": "10"}
        result = run("questions", "spec.yml", "--take", answers(tmp_path, rows, f"answers-{turn}.csv"))
        assert result.code == 0, result.err
        given += len(rows)
    assert 0 < given <= most
    assert run("check", "spec.yml").out.splitlines()[-1].endswith(", ready for a final")
    assert run("draft", "--final", "spec.yml", "--document", "pilot-agreement").code == 0


def answer_to(address: str, number: int) -> str:
    """What somebody could answer, no two alike where names must differ."""
    last = address.rpartition(".")[2]
    by_field = {"email": f"desk{number}@body.example", "currency": "AUD", "tax": "exclusive", "who": "city"} | {
        "company_secretary": "none",
        "on_behalf": "no",
    }
    return WORDS.get(address) or by_field.get(last, f"The {last.replace('_', ' ')} number {number}")
