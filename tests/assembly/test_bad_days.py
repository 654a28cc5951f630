"""Each point of a bad day is answered once, and the words that print prove it: planted clauses in a real document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from pactwright.choices import checked_choices
from pactwright.drafting import Draft, drafted
from pactwright.facts.conditions import Condition
from pactwright.library.model import Answer, Answers, BadDay, ItemRule, Option
from pactwright.service import outline
from pactwright.wording.parse import parsed_wordings
from tests.stories import Tree, changed, library, spec_of, spec_tree

FIRST, SECOND = "general/general", "liability/cap"
CHOSEN = {FIRST: "full", SECOND: "low-fixed"}
DAY = "kit-lost"
REPORT = "1. {#report} The Council must report the loss to {{ partner }} within 3 business days after the loss."
PAYS = "2. {#pays} The Council must pay AUD 500 for each loss."
DECIDES = "3. {#decides} The Council must decide within 10 days after the loss whether the place is used again."
ELSE = "4. {#else} If the Council reports late, the Council must pay nothing more than its own cost."
AFTER = "5. {#after} The other devices stay where they are."
TEXT = [REPORT, PAYS, DECIDES, ELSE, AFTER]
POINTS = {
    "act.report": "report",
    "pay.loss": "pays",
    "decide.place": "decides",
    "else.late": "else",
    "after.device": "after",
}


def option_saying(option: Option, text: str, answers: Answers, **more: object) -> Option:
    """An option with other words and answers."""
    wordings, _, findings = parsed_wordings(f"# Agreement\n\n{text}\n\n# Note\n\nNone.\n", 1)
    assert findings == ()
    said = {"wordings": wordings, "answers": answers, "items": {}, "needs": (), "yields": (), **more}
    return replace(option, **said)  # type: ignore[arg-type] # any field


def answering(points: Mapping[str, str]) -> Answers:
    """Answers to the planted day, one item a point."""
    return {DAY: {point: Answer((item,)) for point, item in points.items()}}


def draft(
    text: str = "\n".join(TEXT),
    points: Mapping[str, str] = POINTS,
    *,
    second: Mapping[str, str] | None = None,
    day: BadDay | None = None,
    tree: Tree | None = None,
    is_final: bool = False,
    **more: object,
) -> Draft:
    """The draft of a story with one bad day, which planted items of one issue answer, or of two."""
    tree = tree or spec_tree("startup-pilot")
    known = library(tree["jurisdiction"])
    day = day or BadDay(DAY, "A kit is lost", dict.fromkeys(POINTS, (FIRST, SECOND)))
    options = {name: dict(each) for name, each in known.options.items()}
    for each, issue in options.items():
        options[each] = {name: replace(option, answers={}, yields=()) for name, option in issue.items()}
    own = options[FIRST]["full"]
    options[FIRST]["full"] = option_saying(own, text, answering(points), **more)
    options[FIRST]["spare"] = replace(option_saying(own, "\n".join(TEXT), answering(POINTS)), id="spare")
    if second is not None:
        other = options[SECOND]["low-fixed"]
        options[SECOND]["low-fixed"] = option_saying(other, f"{REPORT}\n{PAYS}", answering(second))
    seeds = replace(known.seeds, bad_days={DAY: day})
    made = replace(known, read=f"{known.digest} {options[FIRST]} {second} {day}", options=options, seeds=seeds)
    spec = spec_of({**tree, "choices": {**tree.get("choices", {}), **CHOSEN}})
    return drafted(spec, checked_choices(spec, made), made, outline("pilot-agreement"), is_final=is_final)


def told(made: Draft) -> list[str]:
    """What is said of bad days."""
    return [f"{each.rule}: {each.seen}" for each in made.findings if each.rule in {"unanswered", "answered-twice"}]


def test_a_paper_that_answers_each_point_once_is_told_nothing() -> None:
    made = draft()
    assert told(made) == []
    assert made.waiting == ()


@pytest.mark.parametrize("gone", range(5))
def test_an_item_that_is_taken_out_leaves_its_point_unanswered(gone: int) -> None:
    text = "\n".join(TEXT[:gone] + TEXT[gone + 1 :])
    point = list(POINTS)[gone]
    [line] = told(draft(text))
    assert line.startswith("unanswered: A kit is lost")
    assert f"({point})" in line


@pytest.mark.parametrize(
    ("old", "new", "point", "lacks"),
    [
        ("within 3 business days after the loss.", "soon.", "act.report", "a day or a period"),
        ("The Council must report", "Somebody must report", "act.report", "who acts"),
        ("The Council must report", "The Council may report", "act.report", "a duty"),
        ("AUD 500 for each loss", "for each loss", "pay.loss", "an amount"),
        ("AUD 500 for each loss", "for each loss within 20 days", "pay.loss", "an amount"),
        ("The Council must pay AUD 500 for each", "No party has to pay more than that for a", "pay.loss", "an amount"),
        ("The Council must pay AUD 500", "AUD 500 must be paid", "pay.loss", "who pays"),
        ("The Council must decide", "Somebody must decide", "decide.place", "who decides"),
        ("within 10 days after the loss whether", "whether", "decide.place", "a day or a period"),
        ("The other devices stay where they are", "All stay calm", "after.device", "a state"),
    ],
)
def test_a_sentence_without_its_day_sum_or_actor_does_not_prove_its_point(
    old: str, new: str, point: str, lacks: str
) -> None:
    text = "\n".join(TEXT)
    assert text.count(old) == 1
    sentence = (
        text.replace(old, new).replace(" to {{ partner }}", "") if lacks == "who acts" else text.replace(old, new)
    )
    [line] = told(draft(sentence))
    assert f"({point})" in line
    assert lacks in line


def test_a_party_is_named_at_the_start_of_a_sentence_too() -> None:
    tree = changed(spec_tree("startup-pilot"), {"parties.city.called": "the Harbour"})
    text = "\n".join(TEXT).replace("The Council", "{{ city }}")
    assert told(draft(text, tree=tree)) == []


def test_that_no_party_has_to_pay_says_who_pays_what() -> None:
    assert (
        told(draft("\n".join(TEXT).replace("The Council must pay AUD 500 for each", "No party has to pay for a"))) == []
    )


def test_what_happens_if_nobody_acts_is_another_item() -> None:
    [line] = told(draft(points={**POINTS, "else.late": "report"}))
    assert "(else.late)" in line


def test_a_second_issue_that_answers_the_same_point_is_told_with_both_places() -> None:
    [line] = told(draft(second={"pay.loss": "pays"}))
    assert line.startswith("answered-twice: A kit is lost: two clauses answer who pays what (pay.loss)")
    assert f"({FIRST}#pays)" in line
    assert f"({SECOND}#pays)" in line


def test_an_issue_that_yields_to_the_answer_of_another_is_no_second_answer() -> None:
    assert told(draft(second={"pay.loss": "pays"}, yields=(f"{SECOND}#pays",))) == []


def test_an_item_that_may_yet_fall_away_is_told_by_its_gap_alone() -> None:
    waits = {"pays": ItemRule(when=(Condition("funding.paid", "is", ("yes",)),))}
    tree = changed(spec_tree("startup-pilot"), {"funding.price": None, "milestones": None})
    assert told(draft(items=waits, tree=tree)) == []


def test_a_day_that_cannot_happen_asks_nothing() -> None:
    day = BadDay(DAY, "A kit is lost", {"act.tell": (FIRST,)}, when=(Condition("parties.count", "min", ("9",)),))
    made = draft(day=day, points={})
    assert told(made) == []
    assert made.waiting == ()


def test_a_point_that_asks_for_more_facts_than_its_day_is_not_asked_without_them() -> None:
    only = {"act.report": (Condition("parties.count", "min", ("9",)),)}
    day = BadDay(DAY, "A kit is lost", {"act.report": (FIRST,)}, only_when=only)
    assert told(draft("1. Nobody reports.", day=day)) == []


def test_a_day_waits_for_a_clause_where_no_option_answers_and_is_no_remark() -> None:
    day = BadDay(DAY, "A kit is lost", {"act.tell": ("insurance/cover",), "pay.premium": (FIRST,)})
    made = draft(day=day, points={}, is_final=True)
    assert told(made) == []
    assert made.waiting == (DAY,)
    assert made.sheet
    [part] = [each for each in made.sheet.tables if each.id == "days"]
    [(what, lacks)] = part.rows
    assert what == "A kit is lost"
    assert "who acts first, who pays what" in lacks
