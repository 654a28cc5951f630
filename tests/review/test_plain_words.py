"""What decides is told in words for people, never by the name of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactwright.facts import TABLE
from pactwright.facts import conditions as facts_of
from pactwright.facts.conditions import Conditions
from pactwright.library.prebuilt import library_for
from pactwright.selection.plain import in_words

LIBRARY = library_for("au-nsw", None)
NAME = re.compile(r"\b[a-z_]+\.[a-z_]+\b")
YES_NO = {("yes",), ("no",)}


def conditions() -> Iterator[tuple[str, Conditions]]:
    for issue in LIBRARY.issues.values():
        yield issue.id, issue.when
        yield from ((issue.id, each.when) for each in issue.defaults)
        for option in LIBRARY.options[issue.id].values():
            yield issue.id, option.requires
            yield from ((issue.id, rule.when) for rule in option.items.values())
            yield from ((issue.id, each.when) for each in option.allocates)
    for model in LIBRARY.models.values():
        yield from ((issue, each.when) for issue, choices in model.choices.items() for each in choices)


def test_no_condition_is_told_by_the_name_of_a_fact() -> None:
    told = {in_words(LIBRARY, issue, each) for issue, each in conditions() if each}
    assert len(told) > 200
    assert [each for each in told if NAME.search(each)] == []


def test_every_fact_that_is_yes_or_no_has_words_for_both() -> None:
    used = {each.subject for _, found in conditions() for each in facts_of.tests_in(found)}
    facts = [TABLE[each] for each in used if each in TABLE and TABLE[each].type == "yes-no"]
    assert len(facts) > 20
    assert [each.name for each in facts if not all(each.says) or len(set(each.says)) != 2] == []
