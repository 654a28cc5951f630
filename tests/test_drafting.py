"""Every option of every issue becomes a document without an error, for two parties and for five, in every place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from pactwright.document import Paragraph, words
from pactwright.drafting import Draft
from pactwright.library.model import Option, Parameter
from pactwright.wording.parts import Item, Words
from pactwright.writers.word import word_file
from tests import stories
from tests.solving import PLAIN, can_stand, options, solved
from tests.stories import DOCUMENTS, TEMPLATE, Tree, changed, plain, spec_tree

PLACES = ("au-nsw", "us-ca")
BROUGHT: Tree = {"datasets.brought": {"name": "Levels of last year", "class": "city", "personal": "no", **PLAIN}}
"""What a party has already, and may share under a memorandum."""
UNPLANNED: Tree = {"pilot.start": None}
"""A pilot of which a memorandum says what its own paper will say, because no day is known for it."""
STORIES = {"two": "startup-pilot", "five": "two-cities"}


@cache
def base(parties: str, place: str) -> Tree:
    """A story without its model, so that only the library's defaults choose."""
    return changed(spec_tree(STORIES[parties]), {"jurisdiction": place, "model": None})


def every_option() -> Iterator[tuple[str, str, str, str]]:
    """Place, parties, document and option of everything that may be drafted."""
    for place in PLACES:
        for parties in STORIES:
            for document in DOCUMENTS:
                for option in options(place):
                    if is_wanted(option, parties, place) and can_stand(option, base(parties, place), document):
                        yield place, parties, document, f"{option.issue}/{option.id}"


def is_wanted(option: Option, parties: str, place: str) -> bool:
    """Whether to draft it: five parties in California where it has a wording of its own, or two cannot choose it."""
    if option.id == "collective" and parties == "five":  # what it needs is deeper than the search goes
        return False
    own = stories.ROOT / "clauses" / "jurisdictions" / place / option.issue / f"{option.id}.md"
    for_two = any(can_stand(option, base("two", place), document) for document in DOCUMENTS)
    return (parties, place) != ("five", "us-ca") or own.is_file() or not for_two


def named(place: str, name: str) -> Option:
    """An option by its full name."""
    issue, _, option = name.rpartition("/")
    return stories.library(place).options[issue][option]


def first_words(option: Option, draft: Draft) -> str:
    """The longest stretch of library text in the first item that stands in this document whatever the facts are.

    Without its last bracket: "(the End Date)" is not printed where nothing uses the term.
    """
    kind = draft.selection.issues[option.issue].kinds[0]
    wording = option.wording(kind)
    assert wording is not None
    items = [item for section in wording.sections for item in section.items]
    first = next((item for item in items if is_sure(option, item)), items[0])
    texts = [part.text for part in first.parts if isinstance(part, Words)]
    this = "this memorandum" if draft.agreement.document == "mou" else "this agreement"
    return max(texts, key=len).partition(" (")[0].strip().replace("this agreement", this)


def is_sure(option: Option, item: Item) -> bool:
    """Whether an item stands whatever the facts are: under no condition, and with no list that may fall away."""
    rule = option.items.get(item.id)
    return not (rule and rule.when) and not item.items


def printed(draft: Draft, issue: str) -> str:
    """What the clauses of an issue say, all capitals made small."""
    blocks = [
        block
        for article in draft.agreement.articles
        for clause in article.clauses
        if clause.id == issue
        for block in clause.blocks
    ]
    return " ".join(plain(words(block.runs)) for block in blocks if isinstance(block, Paragraph)).casefold()


OPTIONS = tuple(every_option())


def meant(option: Option) -> Tree:
    """What to change in a story so that a memorandum speaks of the issue of an option."""
    standings = option.mou or stories.library("au-nsw").issues[option.issue].mou
    planned = [each for each in standings if each.standings == ("omit",) and "pilot.start" in str(each.when)]
    return BROUGHT | (UNPLANNED if planned else {})


@pytest.mark.parametrize(("place", "parties", "document", "name"), OPTIONS)
def test_every_option_can_be_drafted_and_its_words_are_there(
    place: str, parties: str, document: str, name: str
) -> None:
    option = named(place, name)
    made = solved(changed(base(parties, place), meant(option) if document == "mou" else {}), document, option)
    assert made.selection.issues[option.issue].chosen == option.id
    assert plain(first_words(option, made)).casefold() in printed(made, option.issue)
    assert not [point for point in made.agreement.open_points if not point.owner]
    assert not [str(each) for each in made.findings if each.rule == "hard-to-read"]
    if (place, parties, document) == ("au-nsw", "two", "pilot-agreement"):
        word_file(made.agreement, TEMPLATE)


def test_every_option_is_drafted_somewhere() -> None:
    drafted = {(place, name) for place, _, _, name in OPTIONS}
    assert drafted == {(place, f"{option.issue}/{option.id}") for place in PLACES for option in options(place)}


@pytest.mark.parametrize("name", ["formation/parties/mutual", "governance/structure/two-leads"])
def test_an_option_for_two_is_refused_for_five(name: str) -> None:
    issue, _, option = name.rpartition("/")
    made = stories.draft(changed(base("five", "au-nsw"), {"choices": {issue: option}}))
    [told] = [each for each in made.findings if each.rule == "requires"]
    assert (told.address, told.accepted) == ("parties", "it must be at most 2")
    assert told.seen == f"{issue}: {option} does not fit: how many parties sign is 5 by parties"
    assert not made.is_sound


def values_of(parameter: Parameter) -> list[object]:
    """Every value that a parameter can take, if these are few."""
    if parameter.type == "yes-no":
        return ["yes", "no"]
    if parameter.type == "choice":
        return [phrase.word for phrase in parameter.values]
    if parameter.type == "choices":
        return [list(parameter.fixed) or [parameter.values[0].word], [phrase.word for phrase in parameter.values]]
    return []


def every_value() -> Iterator[tuple[str, str, object]]:
    """Option, parameter and value of everything that has few values."""
    for option in options("au-nsw"):
        for parameter in stories.library("au-nsw").issues[option.issue].parameters.values():
            if not parameter.options or option.id in parameter.options:
                for value in values_of(parameter):
                    yield f"{option.issue}/{option.id}", parameter.name, value


def answers(option: Option) -> dict[str, object]:
    """An amount or a day for each parameter of an option that has no default."""
    parameters = stories.library("au-nsw").issues[option.issue].parameters.values()
    asked = (each for each in parameters if not (each.default or each.optional or each.source))
    own = (each for each in asked if not each.options or option.id in each.options)
    typical = {"money": "AUD 9,000", "date": "2027-02-01"}
    return {each.name: typical[each.type] for each in own if each.type in typical and not each.per}


@pytest.mark.parametrize(("name", "parameter", "value"), list(every_value()))
def test_every_value_of_a_choice_can_be_drafted(name: str, parameter: str, value: object) -> None:
    option = named("au-nsw", name)
    parties = "two" if can_stand(option, base("two", "au-nsw"), "pilot-agreement") else "five"
    document = "pilot-agreement" if "agreement" in option.wordings else "mou"
    made = solved(base(parties, "au-nsw"), document, option, answers(option) | {parameter: value})
    assert "[" not in printed(made, option.issue)
    assert not [str(each) for each in made.findings if each.rule == "hard-to-read"]
    for phrase in stories.library("au-nsw").issues[option.issue].parameters[parameter].values:
        if isinstance(value, list) and phrase.word in value and f"{{{{ {parameter} | items" in source(option):
            longest = max((part.text for part in phrase.parts if isinstance(part, Words)), key=len)
            assert plain(longest).strip().casefold() in printed(made, option.issue)


def source(option: Option) -> str:
    """The file of an option as a lawyer wrote it."""
    return (stories.ROOT / option.file).read_text("utf-8")


def test_a_sound_draft_has_no_error_and_says_so() -> None:
    made = stories.sound(spec_tree("startup-pilot"))
    assert made.is_sound
    assert made.agreement.document == "pilot-agreement"


def test_the_findings_of_a_draft_come_once() -> None:
    made = stories.draft(changed(spec_tree("startup-pilot"), {"choices": {"a/b": "c", "liability/cap": "lowfixed"}}))
    assert [finding.rule for finding in made.findings if finding.level == "error"] == [
        "unknown-issue",
        "unknown-option",
    ]


def test_what_is_yes_and_ought_to_be_no_is_said_in_words() -> None:
    made = stories.draft(changed(spec_tree("startup-pilot"), {"model": "demonstrator"}))
    [told] = [str(each) for each in made.findings if each.rule == "model-requires" and "paid" in each.seen]
    assert "the model demonstrator does not fit: a partner is paid money, by funding.price" in told
    assert "it fits where no partner is paid money" in told
