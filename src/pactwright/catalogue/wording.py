"""The wording of an option as the library has it, item by item: blanks by their labels, references as a sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pactwright.catalogue.words import words
from pactwright.document import Gap, Reference, Run, Runs, Text
from pactwright.facts import TABLE
from pactwright.findings import SourceMap
from pactwright.library.model import Library, Option
from pactwright.printing.names import PartyNames
from pactwright.selection.plain import label, only_where
from pactwright.spec import Spec, spec_from
from pactwright.textfile import Tree
from pactwright.wording.parts import Blank, Cite, Defined, Item, Kind, Part, Parts, Words

SIGN = "§"
"""Stands for a reference: its number is no difference."""
BULLET = "\n\N{EN DASH} "
KEPT = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """An item that stands right below a heading: its id, what it says with all below it, and when it stands.

    `runs` are empty where it does not print in the paper that was asked about.
    """

    id: str
    heading: str
    runs: Runs
    condition: str = ""


def kind_of(option: Option) -> Kind:
    """The wording that the catalogue shows: an agreement's, where the option has one."""
    return "agreement" if "agreement" in option.wordings else next(iter(option.wordings))


def pieces(library: Library, option: Option, kind: Kind | None = None) -> tuple[Piece, ...]:
    """The items of a wording, with the conditions under which they stand."""
    wording = option.wording(kind or kind_of(option))
    reader, sections = Reader(library, option), wording.sections if wording else ()
    return tuple(reader.piece(item, each.heading) for each in sections for item in each.items)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the items of an option aloud before any spec fills them."""

    library: Library
    option: Option

    def piece(self, item: Item, heading: str) -> Piece:
        """An item with all below it."""
        return Piece(item.id, heading, tuple(self._item(item)), self.condition(item))

    def condition(self, item: Item) -> str:
        """When an item stands, in words; "" where it always does."""
        rule = self.option.items.get(item.id)
        return only_where(self.library, self.option.issue, rule.when) if rule else ""

    def runs(self, parts: Parts) -> Runs:
        """The parts of a text as runs."""
        return tuple(self._part(each) for each in parts)

    def _item(self, item: Item) -> Iterator[Run]:
        yield from self.runs(item.parts)
        for child in item.items:
            said = self.condition(child)
            yield Text(f"{BULLET}[{said}] " if said else BULLET)
            yield from self._item(child)

    def _part(self, part: Part) -> Run:
        if isinstance(part, Words):
            return Text(part.text)
        if isinstance(part, Defined):
            return Text(part.term)
        if isinstance(part, Cite):
            return Text(part.term) if part.term else Reference(SIGN, "")
        return self._blank(part)

    def _blank(self, blank: Blank) -> Run:
        if blank.name in self.library.vocabulary["roles"]:
            return neutral_names(self.library).role(blank.name, blank.format, owner=blank.possessive)
        if blank.name in self.library.columns:
            return neutral_names(self.library).column(blank.name, blank.format, owner=blank.possessive)
        if blank.name in self.option.provides:
            return Text(self.option.provides[blank.name])
        return Gap(f"[{self._label(blank.name)}]{_unit(blank)}", "")

    def _label(self, name: str) -> str:
        kind, _, rest = name.partition(".")
        if kind == "fact" and rest in TABLE:
            return TABLE[rest].ask or rest
        other, _, own = name.rpartition(".")
        issue = self.library.issues.get(other or self.option.issue)
        if other and (provided := self._provided(other, own)):
            return provided
        parameter = issue.parameters.get(own) if issue else None
        if not parameter:
            return own.replace("_", " ")
        said = label(parameter)
        return said if said != own.replace("_", " ") else _without_unit(own)

    def _provided(self, issue: str, name: str) -> str:
        """What another issue most often provides under a name."""
        options = self.library.options.get(issue, {})
        return next((each.provides[name] for each in options.values() if name in each.provides), "")


def _unit(blank: Blank) -> str:
    said = str(words()["units"].get(blank.format, ""))
    return f"{said}\N{RIGHT SINGLE QUOTATION MARK}s" if blank.possessive else said


def _without_unit(name: str) -> str:
    """A name without the word that only counts: "accept_bdays" is "accept"."""
    *front, last = name.split("_")
    return " ".join(front if front and last in words()["unit_words"] else (*front, last))


@lru_cache(maxsize=KEPT)
def neutral_names(library: Library) -> PartyNames:
    """The names of a city and a partner of whom nothing is known."""
    return PartyNames(_neutral(library), library)


def _neutral(library: Library) -> Spec:
    """A spec that says who takes part and nothing else."""
    nouns = library.vocabulary["roles"]
    sides = {role: entry["side"] for role, entry in nouns.items() if "side" in entry and "public" not in entry}
    parties: dict[str, Tree] = {
        role: {"name": nouns[role]["one"], "side": side, "kind": kind, "called": f"the {nouns[role]['one']}"}
        for (role, side), kind in zip(sides.items(), _kinds(library), strict=True)
    }
    tree: dict[str, Tree] = {"schema": "1", "jurisdiction": "none", "project": {"title": "none"}, "parties": parties}
    return spec_from(tree, SourceMap("", {}))


def _kinds(library: Library) -> Iterable[str]:
    """A kind of body that the law treats as public, and one that it does not."""
    kinds = library.vocabulary["kinds"]
    return (next(name for name, entry in kinds.items() if entry["public"] == wanted) for wanted in ("yes", "no"))
