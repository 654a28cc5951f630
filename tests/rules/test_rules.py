"""Each rule finds the mistake that is planted for it, and nothing in a sound agreement."""

from __future__ import annotations

import sys

import pytest
from msgspec.structs import replace

from pactwright.document import (
    Agreement,
    Article,
    Clause,
    Gap,
    OpenPoint,
    Paragraph,
    PartyLine,
    Reference,
    Run,
    Runs,
    Text,
    Value,
)
from pactwright.findings import Finding
from pactwright.rules import RULES, agreement_findings
from tests import stories
from tests.stories import spec_tree

DUTY = "The Council must answer every question of the Sensor Company within five days."


@pytest.fixture(scope="module", name="sound")
def sound_agreement() -> Agreement:
    """The agreement of the start-up's story."""
    return stories.sound(spec_tree("startup-pilot")).agreement


def found(rule: str, agreement: Agreement) -> list[Finding]:
    """What one rule finds."""
    return list(RULES[rule](agreement))


def with_paragraphs(agreement: Agreement, *texts: Run | Runs) -> Agreement:
    """The agreement with a clause more, of one paragraph for each of some runs."""
    items = (each if isinstance(each, tuple) else (each,) for each in texts)
    paragraphs = (
        Paragraph("clause", (Text("Planted"),), "99", "99", "_pw_planted"),
        *(Paragraph("item", runs, f"99.{n}", f"99.{n}", f"_pw_planted_{n}") for n, runs in enumerate(items, 1)),
    )
    heading, planted = Paragraph("article", (Text("Planted"),), "Part 99"), Clause("a/b", "c", "0a1b2c3d", paragraphs)
    return replace(agreement, articles=(*agreement.articles, Article(heading, (planted,))))


@pytest.mark.parametrize("name", stories.names())
@pytest.mark.parametrize("document", stories.DOCUMENTS)
def test_the_stories_keep_every_rule(name: str, document: str) -> None:
    assert agreement_findings(stories.sound(spec_tree(name), document).agreement) == ()


@pytest.mark.parametrize("mark", ["{{ days }}", "}}", "[[liability/cap]]", "]]", "**Term**"])
def test_a_mark_that_is_left_in_library_text_is_an_error(sound: Agreement, mark: str) -> None:
    planted = with_paragraphs(sound, Text(f"within {mark} of notice"))
    assert found("leftover-mark", planted) == [
        Finding("leftover-mark", "error", "clauses", f'"within {mark} of notice" in 99.1 holds a mark')
    ]


@pytest.mark.parametrize("mark", ["{{ days }}", "[[liability/cap]]", "**Term**"])
def test_the_same_marks_in_a_value_are_what_somebody_typed(sound: Agreement, mark: str) -> None:
    assert found("leftover-mark", with_paragraphs(sound, Value(mark, "project.title"))) == []


def test_a_duty_that_stands_twice_is_named_with_both_places(sound: Agreement) -> None:
    planted = with_paragraphs(sound, Text(DUTY), Text("Nothing else."), Text(DUTY))
    assert [str(finding) for finding in found("repeated-sentence", planted)] == [
        "clauses: warning: repeated-sentence: 99.3 says the same as 99.1"
    ]


@pytest.mark.parametrize(
    "other", [DUTY.replace("five", "six"), "Nothing in this clause makes a party liable for another.", "It must."]
)
def test_what_is_no_repeated_duty_is_left_alone(sound: Agreement, other: str) -> None:
    assert found("repeated-sentence", with_paragraphs(sound, Text(other), Text(DUTY))) == []


def test_a_duty_is_the_same_whatever_its_stop_and_its_capitals(sound: Agreement) -> None:
    planted = with_paragraphs(sound, Text(DUTY), Text(DUTY.rstrip(".").upper().replace("MUST", "must") + ";"))
    assert len(found("repeated-sentence", planted)) == 1


def lasting(words: int) -> str:
    """A sentence of so many words, or the rest of one."""
    return f"{' '.join(['day'] * words)}."


NUMBERS = (
    Reference("1.2", "_pw_1"),
    Text(", "),
    Reference("3.4(a)", "_pw_2"),
    Text(" to "),
    Reference("5", "_pw_3"),
    Text(" and "),
    Reference("6", "_pw_4"),
)


@pytest.mark.parametrize(
    "runs",
    [
        (Text(lasting(36)),),
        (Text("Short. "), Text(lasting(20)[:-1]), Text(" under Part 6A of the Act "), Text(lasting(10))),
        (Value("the Department of Roads and Rivers", "parties.city.name"), Text(f" {lasting(34)}")),
        (Gap("[End: the Council to supply]", "pilot.end"), Text(f" {lasting(35)}")),
        (Text("Despite clauses "), *NUMBERS, Text(f" {lasting(33)}")),
        (Text("The Sensor Company of Hill "), Text(lasting(33))),
    ],
)
def test_a_sentence_that_prints_longer_than_anybody_reads_is_told(sound: Agreement, runs: Runs) -> None:
    names = (PartyLine((), (), (Value("the Sensor Company of Hill", "parties.maker.called"),)),)
    [told] = found("hard-to-read", with_paragraphs(replace(sound, parties=names), runs))
    assert '..." in 99.1 has 36 words' in told.seen
    shorter = Text(runs[-1].text.replace("day ", "", 1))
    assert found("hard-to-read", with_paragraphs(replace(sound, parties=names), (*runs[:-1], shorter))) == []


def test_sentences_that_are_long_on_average_are_told(sound: Agreement) -> None:
    short, full = replace(sound, recitals=(), articles=(), schedules=()), [Text(lasting(17)), Text(lasting(20))]
    assert found("hard-to-read", short) == []
    [told] = found("hard-to-read", with_paragraphs(short, *full))
    assert told.seen == "the document has 18.5 words a sentence on average"
    assert found("hard-to-read", with_paragraphs(short, *full, Text(lasting(17)))) == []


def test_an_open_point_is_an_error_in_a_final_only(sound: Agreement) -> None:
    point = OpenPoint((Text("start date"),), (Text("clause 3"),), (Text("The Council"),), (), "pilot.start")
    draft = replace(sound, open_points=(point,))
    assert found("gap-in-final", draft) == []
    seen, fix = "start date is open in clause 3", "The Council can supply it; or draft without --final"
    assert found("gap-in-final", replace(draft, is_final=True)) == [
        Finding("gap-in-final", "error", "pilot.start", seen, "", fix)
    ]


def test_every_rule_has_a_manual_page_with_a_bad_and_a_good_text() -> None:
    for name, rule in RULES.items():
        page = sys.modules[rule.__module__].__doc__ or ""
        assert all(part in page for part in ("Bad: ", "Good: ", "Why: ")), name


def test_every_rule_has_a_planted_mistake_here() -> None:
    source = stories.ROOT.joinpath("tests", "rules", "test_rules.py").read_text("utf-8")
    assert all(f'found("{name}"' in source for name in RULES)
