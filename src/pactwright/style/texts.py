"""Every text of a library that somebody reads: what it is, where it stands, and what a reason keeps in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pactwright.library.checks.place import Place, places
from pactwright.library.model import Issue, Library, Option
from pactwright.wording.parts import Kind, Parts, plain, used_terms
from pactwright.wording.style import SURVIVES, PassageKind

PLACELESS = "clauses/terms.yml:1:1"


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it was typed, its place ("file:line:column"), and the defined terms that it uses.

    `owner` is the option ("topic/issue/option"), issue or term that has it, `name` the item or the key in it;
    `excused` says of a check of style where the reason stands that keeps what it finds here, `items` is how many stand
    in its list.
    """

    kind: PassageKind
    said: str
    place: str
    owner: str
    name: str
    terms: tuple[str, ...] = ()
    excused: Mapping[str, str] = field(default_factory=dict)
    items: int = 0
    survives: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """What a pattern may look for: its kind, and whether it outlasts the end of the agreement."""
        return (self.kind, SURVIVES) if self.survives else (self.kind,)

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self.place.rsplit(":", 2)[0]

    @property
    def issue(self) -> str:
        """The issue to which it belongs, as far as it does."""
        return "/".join(self.owner.split("/")[:2])


def texts_of(library: Library) -> Iterator[Text]:
    """The texts of options, issues and terms, in the order of the library."""
    for option in (each for known in library.options.values() for each in known.values()):
        for place in places(library, option):
            yield _of_item(place)
        yield from _about(option)
    yield from _headings(library)
    for issue in library.issues.values():
        yield from _of_issue(issue)
    for name, term in library.terms.items():
        yield from _meaning(name, term.means, term.place)
    for name, column in library.columns.items():
        yield from _meaning(f"columns.{name}", column.means, column.place)
    for name, role in library.concerned.items():
        yield from _meaning(f"roles.{name}", role.means, role.place)


def reasons_in(library: Library) -> Iterator[tuple[str, str, str]]:
    """Each reason that keeps what style would refuse: the check, the name of the text, and where it stands."""
    options = [each for known in library.options.values() for each in known.values()]
    holders: list[Option | Issue] = [*options, *library.issues.values()]
    for holder in holders:
        for rule, texts in holder.style.items():
            for name in texts:
                yield rule, name, _reason(holder, rule, name)


def _of_item(place: Place) -> Text:
    file, option = place.item.file or place.option.file, place.option
    kind: PassageKind = "statement" if place.wording.kind == "statement" else "wording"
    excused = _excused(option, place.item.id)
    at, owner = f"{file}:{place.item.line}:1", f"{option.issue}/{option.id}"
    survives = place.wording.kind == "agreement" and _survives(place)
    said, name, items = plain(place.item.parts), place.item.id, len(place.item.items)
    return Text(kind, said, at, owner, name, excused=excused, items=items, survives=survives)


def of_wording(option: Option, kind: Kind) -> Text:
    """A wording of an option as a whole, which stands where its option does."""
    owner, name = f"{option.issue}/{option.id}", str(kind)
    return Text("wording", "", f"{option.file}:1:1", owner, name, excused=_excused(option, name))


def of_parameter(issue: Issue, name: str) -> Text:
    """A parameter of an issue."""
    place = issue.marks.place(f"parameters.{name}")
    return Text("phrase", "", place, issue.id, name, excused=_excused(issue, name))


def _survives(place: Place) -> bool:
    """Whether an item outlasts the end of the agreement, as its option says or else its issue."""
    lasts = place.issue.survives if place.option.survives is None else place.option.survives
    return lasts if isinstance(lasts, bool) else any(each in lasts for each in place.way)


def _headings(library: Library) -> Iterator[Text]:
    """What stands above the clauses, each heading once."""
    for issue in library.issues.values():
        place, excused = issue.marks.place("heading"), _excused(issue, "heading")
        yield Text("heading", issue.heading, place, issue.id, "heading", tuple(library.terms), excused)
    for option in (each for known in library.options.values() for each in known.values()):
        for section in (each for wording in option.wordings.values() for each in wording.sections if each.heading):
            place, owner = f"{option.file}:{section.line}:1", f"{option.issue}/{option.id}"
            excused = _excused(option, section.id)
            yield Text("heading", section.heading, place, owner, section.id, tuple(library.terms), excused)


def _about(option: Option) -> Iterator[Text]:
    """What is said of an option to whoever chooses."""
    owner = f"{option.issue}/{option.id}"
    for name in ("summary", "when_to_use", "differs"):
        said, at = getattr(option, name), option.marks.place(name)
        yield Text("summary", said, at, owner, name, excused=_excused(option, name))
    for number, asked in enumerate(option.asks_reason):
        name = f"asks-reason.{number}"
        at = option.marks.place(f"{name}.because")
        yield Text("summary", asked.because, at, owner, name, excused=_excused(option, name))
    yield Text("note", option.note, f"{option.file}:1:1", owner, "note", excused=_excused(option, "note"))


def _of_issue(issue: Issue) -> Iterator[Text]:
    for parameter in issue.parameters.values():
        for phrase in parameter.values:
            name = f"{parameter.name}.{phrase.word}"
            at, terms = issue.marks.place(f"parameters.{parameter.name}.values.{phrase.word}"), used_terms(phrase.parts)
            yield Text("phrase", plain(phrase.parts), at, issue.id, name, terms, _excused(issue, name))
    for each in issue.confirm:
        yield Text("confirm", plain(each.text), each.place, issue.id, each.id, excused=_excused(issue, each.id))


def _meaning(name: str, means: Parts, place: str) -> Iterator[Text]:
    if means:
        yield Text("definition", plain(means), place or PLACELESS, name, name, used_terms(means))


def _excused(holder: Option | Issue, name: str) -> dict[str, str]:
    """Where a reason stands for a text of an option or an issue, for each check that it silences."""
    return {rule: _reason(holder, rule, name) for rule, texts in holder.style.items() if name and name in texts}


def _reason(holder: Option | Issue, rule: str, name: str) -> str:
    return holder.marks.place(f"style.{rule}.{name}")
