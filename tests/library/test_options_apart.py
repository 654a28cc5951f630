"""Two answers to one question differ in what a negotiator asks: who pays, who decides, what if not, and what lasts.

Prints the table of each issue with `-s`: what each option alone says under each of these heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from pactwright.library.load import loaded
from pactwright.library.model import Library, Option
from pactwright.wording.parts import plain

Pair: TypeAlias = tuple[str, str, str]
Heads: TypeAlias = Mapping[str, frozenset[str]]

ALIKE: Mapping[Pair, str] = {
    ("data/access", "api-plus-bulk", "on-request"): "all data comes by itself, or what is needed when it is asked for",
    ("data/access", "on-request", "real-time-api"): "what is needed when it is asked for, or all data at once",
    ("data/access", "api-plus-bulk", "real-time-api"): "how soon data can be read, and how much of each month",
    (
        "evaluation/gates",
        "partner-self-report",
        "phase-gate",
    ): "a report lets the work go on, or only a yes of the city",
    ("evaluation/learning", "joint", "partner-report"): "who writes the report",
    ("governance/decisions", "one-vote", "unanimous"): "how many must agree",
    ("information/public-information", "city-sole", "trade-secret-schedule"): "what the partner has listed as secret",
    ("term/term", "gate-only", "mutual-notice"): "on which days a party may leave",
    ("data/register", "categories", "full-register"): "each data set waits for a yes, or only its category",
}
"""Options that are alike under all four heads, and what sets them apart all the same."""

DECIDES = re.compile(r"\b(?:may|decides?|approves?)\b")
PAYS = re.compile(r"\b(?:pay|pays|bear|bears|cost)\b")
ROLE = re.compile(r"\{\{ *([^}|]*?) *(?:\||\}\})")
END = re.compile(r"(?<=[.:;]) ")


@lru_cache
def library() -> Library:
    """The library without the law of a place."""
    return loaded("")


def said(option: Option) -> Mapping[str, str]:
    """What each item of an option says with all below it, by id."""
    wording = option.wordings.get("agreement") or next(iter(option.wordings.values()))
    return {item.id: " ".join(plain(each.parts) for each in item.walk()) for item in wording.walk() if item.id}


def answering(option: Option, *heads: str) -> Iterator[str]:
    """What the option says to the points of bad days under some heads."""
    words = said(option)
    for day, points in option.answers.items():
        for point, answer in points.items():
            if point.partition(".")[0] in heads:
                yield from (f"{day}, {point}: {words.get(name, name)}" for name in answer.items)


def acting(option: Option, other: Option, verbs: re.Pattern[str], verb: str) -> Iterator[str]:
    """Who does something of a kind in sentences that the other option does not say."""
    there = set(sentences(other))
    for sentence in (each for each in sentences(option) if each not in there):
        for found in verbs.finditer(sentence):
            roles = ROLE.findall(sentence[: found.start()])
            yield f"{roles[-1] if roles else sentence[: found.start()].strip()[-20:]} {verb}"


def sentences(option: Option) -> Iterator[str]:
    """Each sentence of an option."""
    return (sentence for text in said(option).values() for sentence in END.split(text))


def heads(option: Option, other: Option) -> Heads:
    """What an option says under each head, beside another of its issue."""
    borne = {f"{each.kind} {each.id}: {each}" for each in option.allocates}
    issue = library().issues[option.issue]
    lasts = issue.survives if option.survives is None else option.survives
    return {
        "who pays": frozenset({*borne, *answering(option, "pay"), *acting(option, other, PAYS, "pays")}),
        "who decides": frozenset(
            {*option.provides.values(), *answering(option, "decide"), *acting(option, other, DECIDES, "decides")}
        ),
        "what if not": frozenset(answering(option, "else", "after")),
        "what lasts": frozenset(said(option).keys() & set(lasts) if isinstance(lasts, tuple) else [str(lasts)]),
    }


def apart(one: Option, other: Option) -> list[str]:
    """The heads under which two options of an issue differ."""
    ours, theirs = heads(one, other), heads(other, one)
    return [head for head in ours if ours[head] != theirs[head]]


def test_two_options_of_an_issue_differ_in_what_a_negotiator_asks() -> None:
    alike: set[Pair] = set()
    for name, options in library().options.items():
        print(f"\n{name}")  # noqa: T201 - the table is read by whoever writes a new option
        for one, other in combinations(sorted(options), 2):
            found = apart(options[one], options[other])
            print(f"  {one} / {other}: {', '.join(found) or ALIKE.get((name, one, other), 'nothing')}")  # noqa: T201
            alike |= set() if found else {(name, one, other)}
    assert alike == set(ALIKE), "write under ALIKE what sets a new pair apart, or take a pair out that differs now"


def test_an_option_is_not_apart_from_itself() -> None:
    option = library().options["liability/cap"]["low-fixed"]
    assert apart(option, option) == []
