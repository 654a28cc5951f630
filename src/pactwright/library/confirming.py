"""What an issue, an option or a place lists for somebody to confirm before signing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pactwright.library.conditions import When
from pactwright.library.model import Confirm, Library
from pactwright.library.reading import Form, Problems


class ConfirmForm(Form):
    """One thing to confirm: what, who, for which projects, and the source that says why."""

    id: str
    text: str
    owner: str
    when: When = ()
    source: str = ""


def confirms_from(forms: tuple[ConfirmForm, ...], problems: Problems) -> tuple[Confirm, ...]:
    """The things to confirm, each under an id of its own; one that stands twice is noted."""
    found: dict[str, Confirm] = {}
    for number, each in enumerate(forms):
        address = f"confirm.{number}"
        if each.id in found:
            problems.add("repeated-id", f"{address}.id", f'"{each.id}" stands twice', "an id of its own")
        text = problems.parts(each.text, f"{address}.text")
        place = problems.marks.place(address)
        found[each.id] = Confirm(each.id, text, each.owner, each.when, each.source, place)
    return tuple(found.values())


def names_to_confirm(library: Library) -> Iterator[str]:
    """Everything that a library may ask to confirm, as a spec names it: "liability/cap#insured", "au-nsw#threshold"."""
    place = library.jurisdiction
    yield from (f"{place.id}#{each.id}" for each in place.confirm)
    for issue in library.issues.values():
        options = library.options.get(issue.id, {}).values()
        listed = chain(issue.confirm, *(option.confirm for option in options))
        yield from dict.fromkeys(f"{issue.id}#{each.id}" for each in listed)
