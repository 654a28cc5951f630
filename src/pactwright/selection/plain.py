"""Conditions in words for a person: of facts, of law, of what is chosen, and of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from pactwright.facts import TABLE
from pactwright.facts.conditions import AnyOf, Condition, Conditions
from pactwright.library.model import NONE, Library, Link, Parameter
from pactwright.resources import data_root
from pactwright.selection.unmet import LAW, means
from pactwright.textfile import parsed, read_text

NAME: Final = "templates/conditions.yml"
DOCUMENT = "document.kind"
_YES_NO = {("yes",), ("no",)}
_HOW_MANY = re.compile(r"how many (?P<noun>.+?)(?: (?P<there>there are))?")
_NOTHING = {("is", "0"), ("max", "0")}
_SOMETHING = ("min", "1")


@cache
def words() -> Mapping[str, Any]:
    """The words of conditions; nobody may change them."""
    tree, _ = parsed(read_text(data_root() / NAME), NAME)
    return dict(tree)


def in_words(library: Library, issue: str, conditions: Conditions) -> str:
    """What has to hold, joined with "and"; "" where nothing has to."""
    return all_of(_said(library, issue, each) for each in conditions)


def all_of(told: Iterable[str]) -> str:
    """What all has to hold, each in words."""
    return str(words()["and"]).join(told)


def only_where(library: Library, issue: str, conditions: Conditions) -> str:
    """The same behind "only where"."""
    said = in_words(library, issue, conditions)
    return str(words()["only"]).format(conditions=said) if said else ""


def alternatives_in_words(library: Library, group: Iterable[Link]) -> str:
    """Needs, or conflicts, of which one is enough."""
    return str(words()["or"]).join(link_in_words(library, each) for each in group)


def link_in_words(library: Library, link: Link) -> str:
    """A need of, or a conflict with, another issue."""
    said = words()
    key = {"any": "chosen_any", "none": "chosen_none", "not": "chosen_not"}.get(link.test, "chosen")
    told = str(said[key]).format(issue=_issue(library, link.issue), options=_options(library, link.issue, link.options))
    return f"{told} {only_where(library, link.issue, link.when)}".strip()


def _said(library: Library, issue: str, each: Condition | AnyOf) -> str:
    if isinstance(each, AnyOf):
        return str(words()["or"]).join(_said(library, issue, one) for one in each.alternatives)
    kind, _, name = each.subject.partition(".")
    if kind == "chosen":
        return _chosen(library, name, each)
    if kind == "law" and each.test == "present":
        return str(words()["law"]).format(what=name.replace("_", " "))
    if each.subject == DOCUMENT:
        return _document(library, each)
    parameter = _parameter(library, issue, name) if kind == "param" else None
    return _of_value(each, f"“{label(parameter)}”" if parameter else means(each.subject))


def _document(library: Library, each: Condition) -> str:
    titles = [str(library.vocabulary["documents"][name]["title"]).lower() for name in each.operand]
    key = "no_document" if each.test == "not" else "document"
    return str(words()[key]).format(title=" or ".join(titles))


def _of_value(each: Condition, what: str) -> str:
    """A test of a fact or a figure that is called so."""
    fact = TABLE.get(each.subject)
    if fact and all(fact.says) and each.operand in _YES_NO and each.test in {"is", "not"}:
        return fact.says[(each.operand == ("no",)) == (each.test == "is")]
    if (found := _HOW_MANY.fullmatch(what)) and each.test in words()["counted"]:
        return _counted(each, found["noun"], found["there"] or "")
    values = ", ".join(means(value) if value.startswith(LAW) else value for value in each.operand)
    return str(words()["tests"][each.test]).format(what=what, value=values)


def _counted(each: Condition, noun: str, there: str) -> str:
    said = words()["counted"]
    [value] = each.operand
    key = "none" if (each.test, value) in _NOTHING else "some" if (each.test, value) == _SOMETHING else each.test
    number = str(said[key]).format(value=value)
    return f"{there} {number} {noun}".strip()


def label(parameter: Parameter) -> str:
    """The short name of a figure: its label, its key term, or its name.

    >>> label(Parameter("pay_days", "days", "", ""))
    'pay days'
    """
    return parameter.label or parameter.key_term or parameter.name.replace("_", " ")


def _parameter(library: Library, issue: str, name: str) -> Parameter | None:
    other, _, own = name.rpartition(".")
    holder = library.issues.get(other or issue)
    return holder.parameters.get(own) if holder else None


def _chosen(library: Library, issue: str, each: Condition) -> str:
    said = words()
    if each.operand == (NONE,):
        key = "chosen_none" if each.test == "is" else "chosen_any"
    elif each.operand == ("any",) or each.test == "present":
        key = "chosen_any"
    else:
        key = "chosen_not" if each.test == "not" else "chosen"
    return str(said[key]).format(issue=_issue(library, issue), options=_options(library, issue, each.operand))


def _issue(library: Library, issue: str) -> str:
    return f"“{library.issues[issue].heading}”" if issue in library.issues else issue


def _options(library: Library, issue: str, names: Iterable[str]) -> str:
    known = library.options.get(issue, {})
    return str(words()["or"]).join(f"“{known[each].title}”" if each in known else each for each in names)
