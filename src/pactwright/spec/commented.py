"""A spec with every field of the form: what must be there as lines, all else as comments, each with its example.

A comment that begins with "# " explains; one that begins with "#" alone is a field, and takes effect without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic import WithJsonSchema

from pactwright.forms import Form, bare, entry_of, fields_of, is_group, is_list, is_map, notes_on
from pactwright.spec.base import Ref
from pactwright.spec.root import Spec

STEP: Final = "  "
HEAD: Final = """\
# yaml-language-server: $schema=pactwright-spec.schema.json
#
# Every field that a spec can have. Fill in from top to bottom, and take away the # before a line to use it.
# What is left out shows as a gap in the draft where a clause needs it. Nothing is ever guessed.
"""
# The ids of the two parties of the sample, and what the second one says where the form's examples fit the first.
PARTIES: Final[Mapping[str, Mapping[str, str]]] = {
    "city": {},
    "partner": {
        "name": "Example Sensors Pty Ltd",
        "side": "partner",
        "kind": "company",
        "called": "the Company",
    },
}
ENTRY: Final = "one"  # the id of an entry of a map whose form has no example
_PLAIN: Final = re.compile(r"[^\W_](?:[\w .%/@+()-]*[\w.%/@+()-])?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where lines are written: how far in, whether as comments, and the party that they are about."""

    margin: str = ""
    mark: str = ""
    indent: str = ""
    own: Mapping[str, str] | None = None

    def line(self, text: str) -> str:
        return f"{self.margin}{self.mark}{self.indent}{text}"

    def deeper(self, own: Mapping[str, str] | None = None) -> _Place:
        own = self.own if own is None else own
        if self.mark:
            return _Place(self.margin, self.mark, f"{self.indent}{STEP}", own)
        return _Place(f"{self.margin}{STEP}", "", "", own)

    def as_comment(self) -> _Place:
        return self if self.mark else _Place(self.margin, "#", self.indent, self.own)


def commented_spec(said: Mapping[str, str], choice: str, needed: Collection[str] = ()) -> str:
    """The whole sample; `said` are values of top fields that are known already, `choice` an issue with an option.

    `needed` are the addresses of fields of groups that have to be there as well, each with its example.
    """
    lines = [HEAD]
    for key, field in fields_of(Spec).items():
        inside = {rest for group, _, rest in (each.partition(".") for each in needed) if group == key}
        must = field.info.is_required() or key in said or inside
        place = _Place() if must else _Place().as_comment()
        lines += ["", f"# {field.info.description}"]
        if key == "choices":
            lines += [place.line("choices:"), place.deeper().line(choice)]
        else:
            lines += _field(key, field.form, field.info, place, said.get(key, ""), inside)
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _field(
    key: str,
    form: Form,
    info: Any,  # noqa: ANN401 - pydantic's FieldInfo
    place: _Place,
    known: str = "",
    needed: Collection[str] = (),
) -> Iterator[str]:
    """The lines of a field: its key, and its example or what stands below it."""
    plain = bare(form)
    below = place.deeper()
    if is_group(plain):
        yield place.line(f"{key}:")
        yield from _group(plain, below, needed)
    elif is_map(plain) and is_group(bare(entry_of(plain))):
        yield place.line(f"{key}:")
        for name, own in PARTIES.items() if key == "parties" else {_id(plain): {}}.items():
            yield below.line(f"{name}:")
            yield from _group(bare(entry_of(plain)), below.deeper(own))
    elif is_map(plain):
        yield place.line(f"{key}: {{{', '.join(f'{name}: 50' for name in PARTIES)}}}")
    elif is_list(plain) and is_group(bare(entry_of(plain))):
        yield place.line(f"{key}:")
        yield from _entries(bare(entry_of(plain)), below)
    else:
        yield place.line(f"{key}: {_example(form, info, known or (place.own or {}).get(key, ''))}")


def _id(form: Form) -> str:
    """The id of a sample entry of a map: the form's own example, where an id is of the library, or any word."""
    schemas = (note.json_schema or {} for note in notes_on(get_args(form)[0]) if isinstance(note, WithJsonSchema))
    return next((str(each["examples"][0]) for each in schemas if "examples" in each), ENTRY)


def _group(group: Any, place: _Place, needed: Collection[str] = ()) -> Iterator[str]:  # noqa: ANN401 - a group of the form
    for key, field in fields_of(group).items():
        if place.own and not field.info.is_required():
            continue  # the first party shows what may be said of each
        at = place if field.info.is_required() or key in needed else place.as_comment()
        yield f"{at.margin}# {field.info.description}" if not at.indent else at.line(f"# {field.info.description}")
        yield from _field(key, field.form, field.info, at)


def _entries(group: Any, place: _Place) -> Iterator[str]:  # noqa: ANN401 - as above
    """Entries of a list, as many as the form has examples of a field."""
    count = max(len(field.info.examples or ()) for field in fields_of(group).values())
    for number in range(count):
        inner = place.deeper()
        lines: list[str] = []
        for key, field in fields_of(group).items():
            examples = field.info.examples or [""]
            said = str(examples[min(number, len(examples) - 1)])
            lines += _field(key, field.form, field.info, inner, said)
        first, *rest = lines
        yield place.line(f"- {first[len(inner.line('')) :]}")
        yield from rest


def _example(form: Form, info: Any, known: str) -> str:  # noqa: ANN401 - as above
    typed = known or str((info.examples or [""])[0])
    ref = next((note for note in notes_on(entry_of(form) if is_list(form) else form) if isinstance(note, Ref)), None)
    if ref and typed not in {*PARTIES, *ref.groups}:
        typed = list(PARTIES)[-1]
    said = typed if _PLAIN.fullmatch(typed) else f'"{typed}"'
    return f"[{said}]" if is_list(form) else said
