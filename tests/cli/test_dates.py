"""`pactwright dates`: every date and clock of a paper, as text, table, calendar, page and data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
import yaml

from pactwright.clocks.reading import event_of, form_of, who_in
from pactwright.clocks.sentences import Place, Sentence
from tests.cli.conftest import Run, Spec
from tests.stories import changed, spec_tree

EXAMPLE = Path("examples/startup-pilot/spec.yml").resolve()
PERIOD = re.compile(r"\b[\d,]+ (?:business )?(?:hour|day|week|month|year)s?\b(?:'s? notice)?")

# clause, who, time, event, what follows if it is not done; each typed from the sentence in the paper
TYPED = [
    (
        "2.7",
        "A party",
        "5 business days",
        "the other party asks",
        "2.9: If the authority is still missing after that time",
    ),
    ("8.7", "A party that was paid more than was due", "14 days", "a notice that shows the difference", ""),
    ("13.2", "Each party", "5 business days", "that date", ""),
    ("17.4", "the Equipment Keeper", "10 business days", "notice of the fault", ""),
    ("19.5", "The Council", "14 days", "it receives the invoice", "19.7: If the price is not paid in time"),
    ("23.2", "The Council", "10 business days", "it is submitted", "23.3: If the Council does neither in time"),
    ("49.10", "the Council", "5 business days", "an objection", ""),
    ("55.2", "A party", "30 days' notice", "", ""),
    ("71.3", "the Council", "20 business days", "notice of the sale", ""),
]


@pytest.fixture(name="rows", scope="module")
def rows_of_example(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    from tests.consoles import came_of  # noqa: PLC0415 - beside the run that it makes

    target = tmp_path_factory.mktemp("dates") / "dates.csv"
    assert came_of("dates", EXAMPLE, "-o", target).code == 0
    return list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))


@pytest.mark.parametrize(("clause", "who", "time", "event", "otherwise"), TYPED)
def test_a_clock_says_who_by_when_from_what_and_what_if_not(
    rows: list[dict[str, str]], clause: str, who: str, time: str, event: str, otherwise: str
) -> None:
    [row] = [each for each in rows if each["clause"] == clause and each["time"] == time]
    assert (row["who"], row["event"], row["date"]) == (who, event, "")
    assert row["if_not"].startswith(otherwise) if otherwise else row["if_not"] == ""


def test_a_date_says_who_and_where_it_stands(rows: list[dict[str, str]]) -> None:
    dated = {(row["address"], row["clause"]): row for row in rows if row["date"]}
    poles = dated["conditions.poles.by", "Schedule 9"]
    assert (poles["date"], poles["who"]) == ("2027-01-29", "the Council")
    work = dated["pilot.activities.0.by", "Schedule 4, part 2"]
    assert (work["date"], work["who"]) == ("2027-02-19", "the Council")
    assert dated["pilot.end", "11.3"]["date"] == "2027-09-30"


def test_every_period_of_the_paper_is_in_the_list(run: Run, rows: list[dict[str, str]], tmp_path: Path) -> None:
    assert run("draft", EXAMPLE, "--document", "pilot-agreement", "--format", "txt", "-o", tmp_path).code == 0
    [written] = tmp_path.glob("*.txt")
    paper = written.read_text("utf-8")
    printed = set(PERIOD.findall(" ".join(paper.replace("\N{NO-BREAK SPACE}", " ").split())))
    assert len(printed) > 20
    # what the Council contributes, and how long "by the Council" a data set is kept, in the words of the spec
    assert printed - {row["time"] for row in rows} == {"120 hours", "7 years"}


def test_only_what_counts_from_a_known_day_in_days_or_months_gets_a_date(run: Run, tmp_path: Path) -> None:
    moved = tmp_path / "spec.yml"
    moved.write_text(EXAMPLE.read_text("utf-8").replace("  end: 2027-09-30\n", "  end: 2027-11-30\n"), "utf-8")
    told = run("dates", moved, "--json")
    assert told.code == 0, told.err
    data = json.loads(told.out)
    counted = [each for each in data["dated"] if each["counted_from"]]
    assert {each["counted_from"] for each in counted} == {"2027-11-30"}
    assert {each["day"] for each in counted if each["time"] == "90\N{NO-BREAK SPACE}days"} == {"2028-02-28"}
    assert all("business" not in each["time"] and "hour" not in each["time"] for each in counted)
    assert all(each["day"] is None for each in (*data["waiting"], *data["others"]))
    waiting = {each["event"] for each in data["waiting"]}
    assert {"the Last Day", "it receives the invoice"} <= waiting


def test_a_calendar_holds_each_date_once_and_nothing_that_waits(
    run: Run, rows: list[dict[str, str]], tmp_path: Path
) -> None:
    said = run("dates", EXAMPLE, "-o", tmp_path / "dates.ics")
    text = (tmp_path / "dates.ics").read_text("utf-8").replace("\r\n ", "").replace("\r\n", "\n")
    days = re.findall(r"^DTSTART;VALUE=DATE:(\d{8})$", text, re.MULTILINE)
    assert days == [row["date"].replace("-", "") for row in rows if row["date"]]
    assert len(set(re.findall(r"^UID:(.+)$", text, re.MULTILINE))) == len(days)
    assert "The Company must keep open\\, for 90\N{NO-BREAK SPACE}days" in text
    assert "it receives the invoice" not in text
    assert (
        f"{sum(not row['date'] and bool(row['event']) for row in rows)}" in said.err or "clocks that wait" in said.err
    )
    again = run("dates", EXAMPLE, "-o", tmp_path / "again.ics")
    assert again.code == 0
    assert (tmp_path / "again.ics").read_bytes() == (tmp_path / "dates.ics").read_bytes()


def test_the_forms_say_the_same(run: Run, rows: list[dict[str, str]], tmp_path: Path) -> None:
    text = " ".join(run("dates", EXAMPLE).out.split())
    assert run("dates", EXAMPLE, "-o", tmp_path / "dates.html").code == 0
    page = (tmp_path / "dates.html").read_text("utf-8")
    assert page.count("<tr") >= len(rows)
    assert "What waits for an event" in text
    assert "What waits for an event" in page
    assert max(map(len, run("dates", EXAMPLE).out.splitlines())) <= 80


def test_a_name_that_looks_like_a_formula_stays_text(run: Run, spec: Spec, tmp_path: Path) -> None:
    tree = changed(spec_tree("startup-pilot"), {"milestones.sensors-up.deliverable": "=1+1"})
    assert run("dates", spec(tree), "-o", tmp_path / "dates.csv").code == 0
    assert "'=1+1: Due" in (tmp_path / "dates.csv").read_text("utf-8-sig")


def test_an_event_with_a_known_day_is_one_that_some_clause_counts_from() -> None:
    wordings = "\n".join(path.read_text("utf-8") for path in Path("clauses").glob("*/*/*.md"))
    for said in yaml.safe_load(Path("seeds/events.yml").read_text("utf-8")).values():
        assert any(each in wordings for each in said), said


SENTENCES = [
    (
        "The Council must pay within 14\xa0days after it receives the invoice, less tax.",
        "within",
        "The Council",
        "it receives the invoice",
    ),
    ("If that notice comes late, the Council must act within 2\xa0days.", "within", "the Council", ""),
    (
        "On 10\xa0business days' notice a party that did not cause it, other than the Keeper, may leave.",
        "notice",
        "a party that did not cause it, other than the Keeper",
        "",
    ),
    (
        "The plan stands unless a party objects within 5\xa0days after receiving it.",
        "within",
        "a party",
        "receiving it",
    ),
    ("The group must meet at least every 30\xa0days.", "every", "The group", ""),
    ("A party must show it at least 3\xa0days before it appears.", "before", "A party", "it appears"),
    (
        "The times in clause 4 end 12\xa0months after news under clause 71.4, if any.",
        "at",
        "",
        "news under clause 71.4",
    ),
    ("A Change that moves no date by more than 10\xa0days is valid.", "length", "", ""),
]


@pytest.mark.parametrize(("text", "form", "who", "event"), SENTENCES)
def test_a_sentence_is_read_as_a_lawyer_reads_it(text: str, form: str, who: str, event: str) -> None:
    found = re.search(r"\d+\xa0(?:business )?(?:days|months)(?:' notice)?", text)
    assert found
    start, end = found.span()
    assert form_of(text, start, end) == form
    assert who_in(text, start, "must") == who
    assert (event_of(text, end) if form not in {"every", "length"} else "") == event


def test_no_clause_after_the_next_but_one_is_what_follows() -> None:
    from pactwright.clocks.remedies import remedy  # noqa: PLC0415 - used once

    own = Sentence("A party must pay within 5 days.", (Place(24, 30, "x"),), "1.1", "a/b", 0)
    late = "If it is still unpaid after that time, interest runs."
    near, far = Sentence(late, (), "1.3", "a/b", 2), Sentence(late, (), "1.4", "a/b", 3)
    assert remedy((own, near), 0) == f"1.3: {late}"
    assert remedy((own, far), 0) == ""
    assert remedy((own, Sentence(late, (), "2.1", "c/d", 1)), 0) == ""
