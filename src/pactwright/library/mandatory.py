"""What a place requires: items that stand in every paper whose facts call for them, whatever anybody chooses."""

from __future__ import annotations

from pactwright.library.conditions import When
from pactwright.library.model import Mandatory
from pactwright.library.reading import Form, Problems


class MandatoryForm(Form):
    """One required item: its address, why the place asks for it, for which projects, and the source that says so."""

    item: str
    why: str
    when: When = ()
    source: str = ""


def mandatory_from(forms: tuple[MandatoryForm, ...], problems: Problems) -> tuple[Mandatory, ...]:
    """The items that a file requires; an address without an id is noted."""
    found: list[Mandatory] = []
    for number, each in enumerate(forms):
        address = f"mandatory.{number}"
        if each.item and not all(each.item.partition("#")):
            problems.add("mandatory", f"{address}.item", f'"{each.item}" names no item', "topic/issue#id")
        else:
            found.append(Mandatory(each.item, each.why, each.when, each.source, problems.marks.place(address)))
    return tuple(found)
