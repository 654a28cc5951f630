"""How the parties print: roles for one and for many, and terms for columns whose rows differ.

"{{ partner }}" is "the Company" when one party stands on that side and "each Partner" when there are several; the
names are the spec's, exactly as typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.articles import with_article
from pactwright.document import Gap, Run, Text, Value
from pactwright.facts.parties import on_side, signing, with_role
from pactwright.formats import possessive
from pactwright.library.bodies import is_public
from pactwright.printing.lookup import is_meant
from pactwright.spec.bearers import BEARERS

if TYPE_CHECKING:
    from pactwright.library.model import Library, Rows
    from pactwright.spec import Party, Spec
    from pactwright.spec.parties import Collective

MANY: Mapping[str, Callable[[str, str], str]] = {
    "": lambda one, _: f"each {one}",
    "a": lambda one, _: with_article(one),
    "that": lambda one, _: f"that {one}",
    "all": lambda _, many: f"the {many}",
    "concerned": lambda one, _: f"the {one} concerned",
    "lead": lambda one, _: f"the Lead {one}",
    "plural": lambda _, many: many,
    "other": lambda one, _: f"each other {one}",
    "another": lambda one, _: f"another {one}",
    "others": lambda one, _: f"every other {one}",
}
TERMS: Mapping[str, Callable[[str], str]] = {
    "": lambda term: f"the {term}",
    "a": with_article,
    "that": lambda term: f"that {term}",
}
PAIR = {"other": "the other party", "another": "the other party", "others": "the other party"}
BOTH = 2


@dataclass(frozen=True, slots=True)
class PartyNames:
    """The names of one spec's parties, for one library."""

    spec: Spec
    library: Library

    def holders(self, role: str) -> dict[str, Party]:
        """The signing parties behind a role, by id."""
        if role == "party":
            return signing(self.spec)
        side, public = (self.library.vocabulary["roles"][role].get(key) for key in ("side", "public"))
        if not (side or public):
            return with_role(self.spec, role)
        found = on_side(self.spec, side) if side else signing(self.spec)
        wanted = {name: is_public(self.library, party) is (public == "yes") for name, party in found.items()}
        return {name: party for name, party in found.items() if wanted[name]} if public else found

    def namesake(self, role: str) -> str:
        """The role under whose noun those of a role go: a side's, where they are the whole of it."""
        roles = self.library.vocabulary["roles"]
        if "public" not in roles[role]:
            return role
        sides = (name for name, entry in roles.items() if "side" in entry and "public" not in entry)
        holders = self.holders(role)
        return next((name for name in sides if holders and self.holders(name) == holders), role)

    def nouns(self, role: str) -> tuple[str, str]:
        """The noun for one and for many: the spec's for a side, else the vocabulary's."""
        role = self.namesake(role)
        entry = self.library.vocabulary["roles"][role]
        own = self._collective(role)
        return (own and own.one) or entry["one"], (own and own.many) or entry["many"]

    def _collective(self, role: str) -> Collective | None:
        """What the spec calls the parties of the side that a role stands for."""
        entry = self.library.vocabulary["roles"][self.namesake(role)]
        return None if "public" in entry else getattr(self.spec.sides, entry.get("side", ""), None)

    def _article(self, role: str) -> str:
        """The article that the spec wants before one of them; "" where it goes by sound."""
        own = self._collective(role)
        return (own and own.called_with) or ""

    def role(self, role: str, form: str, *, owner: bool = False) -> Run:
        """A role in one of its forms; `owner` in the possessive."""
        holders = self.holders(role)
        if not holders:
            return Gap(f"[{self.nouns(role)[0]}]", f"parties ({role})")
        if len(holders) == 1 and role != "party":
            [(name, party)] = holders.items()
            return Value(_owned(party.called, owner=owner), f"parties.{name}.called")
        one, many = self.nouns(role)
        words = PAIR[form] if role == "party" and len(holders) == BOTH and form in PAIR else MANY[form](one, many)
        if form == "a" and (article := self._article(role)):
            words = f"{article} {one}"
        return Text(_owned(words, owner=owner))

    def party(self, name: str, *, owner: bool = False) -> Run:
        """What the document calls one party, or an outsider's name."""
        if name in self.spec.parties:
            return Value(_owned(self.spec.parties[name].called, owner=owner), f"parties.{name}.called")
        outsider, address = self.spec.outsiders.get(name), f"outsiders.{name}.name"
        if outsider and not outsider.name:
            return Gap(f"[Name of {name}]", address)
        return Value(outsider.name if outsider and outsider.name else name, address)

    def lead(self, role: str) -> str | None:
        """The id of the party that leads a side with several parties, if one has the role lead."""
        leads = [name for name, party in self.holders(role).items() if "lead" in party.roles]
        return leads[0] if len(leads) == 1 else None

    def column(self, column: str, form: str = "", *, owner: bool = False) -> Run:
        """The party that all rows of a column share, or the column's term; what is no party's owes nothing."""
        rows = [row for row in self._rows(column) if row not in {*BEARERS, *self.spec.outsiders}]
        if rows and len(set(rows)) == 1 and rows[0]:
            return self.party(rows[0], owner=owner)
        return Text(_owned(TERMS[form](self.library.columns[column].term), owner=owner))

    def is_unheld(self, column: str) -> bool:
        """Whether each row that a column governs says that it is no one party's."""
        rows = self._rows(column)
        return bool(rows) and all(row in BEARERS for row in rows)

    def _rows(self, column: str) -> list[str | None]:
        return column_values(self.spec, column, self.library.column_rows.get(column, {}))


def column_values(spec: Spec, column: str, meant: Rows) -> list[str | None]:
    """The party of each row of a column such as "milestones.payer", None where the spec does not say.

    Rows that the column does not govern are left out.
    """
    table, _, field = column.partition(".")
    rows = spec.ip.items if table == "ip_items" else getattr(spec, table)
    every = rows.values() if isinstance(rows, Mapping) else rows
    return [getattr(row, field) for row in every if is_meant(row, meant) is not False]


def _owned(words: str, *, owner: bool) -> str:
    """The words, as a possessive where something of theirs follows."""
    return possessive(words) if owner else words
