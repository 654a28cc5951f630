"""What an issue, an option or a place lists for somebody to confirm before signing."""

from __future__ import annotations

from pactwright.library.conditions import When
from pactwright.library.model import Confirm
from pactwright.library.reading import Form, Problems


class ConfirmForm(Form):
    """One thing to confirm: what, who, and for which projects."""

    id: str
    text: str
    owner: str
    when: When = ()
    source: str = ""


def confirms_from(forms: tuple[ConfirmForm, ...], problems: Problems) -> tuple[Confirm, ...]:
    """The things to confirm, each under an id of its own; one that stands twice is noted."""
    found: dict[str, Confirm] = {}
    for number, each in enumerate(forms):
        if each.id in found:
            problems.add("repeated-id", f"confirm.{number}.id", f'"{each.id}" stands twice', "an id of its own")
        text = problems.parts(each.text, f"confirm.{number}.text")
        found[each.id] = Confirm(each.id, text, each.owner, each.when, each.source)
    return tuple(found.values())
