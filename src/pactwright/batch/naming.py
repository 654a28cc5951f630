"""The name of each file: safe on every file system, inside its folder, and never the name of another row's file.

Two rows cannot meet, because the key can be read back from a name. A key's part holds only a-z, 0-9 and "-"; where
that is not the key itself, eight digits of its SHA-256 stand behind it, and also where it looks as if they did.
Beside it, up to the next "_", stand only fixed words and the document's id, and no id ends or begins as another does;
parts that come out of a row are kept off by a "_", which no part can hold.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pactwright.batch.base import Base, standing_at
from pactwright.batch.model import Row
from pactwright.batch.versions import is_numbered
from pactwright.errors import InputError, UsageError
from pactwright.files import BESIDE_FINAL, MAX_SLUG, slug
from pactwright.findings import Finding, nearest
from pactwright.forms import accepted_kind, fields_around
from pactwright.including import spec_tree
from pactwright.spec import Spec

MOST = 120
LEAST_PART = 8
DIGITS = 8
KEY, DOCUMENT = "key", "document"
LONGEST = {KEY: MAX_SLUG + 1 + DIGITS, DOCUMENT: 20}
EXTENSION = len(".docx")

# Names that Windows keeps for its devices, whatever extension follows.
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})

_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_LIKE_A_DIGEST = re.compile(rf"-[0-9a-f]{{{DIGITS}}}$")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern that was checked: its fixed words and its fields by turns, and the room for what a row says."""

    pieces: tuple[str, ...]
    room: int

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses whose text stands in a name."""
        return tuple(dict.fromkeys(field for field in self.pieces[1::2] if field not in {KEY, DOCUMENT}))

    def name(self, key: str, document: str, form: str, texts: Mapping[str, str]) -> str:
        """The name of a file; `texts` is what the row says at `addresses`."""
        parts = {address: slug(texts[address])[: self.room].strip("-") for address in self.addresses}
        parts |= {KEY: self._key_part(key), DOCUMENT: document}
        stem = "".join(parts[piece] if index % 2 else piece for index, piece in enumerate(self.pieces))
        return f"{stem}-{_digest(key)}.{form}" if stem.lower() in RESERVED else f"{stem}.{form}"

    def _key_part(self, key: str) -> str:
        """What stands for a key; one that ends a name as a version or a sheet does is kept apart."""
        part = key_part(key)
        is_like = is_numbered(part) or part.endswith(BESIDE_FINAL)
        return f"{part}-{_digest(key)}" if self.pieces[-2:] == (KEY, "") and is_like else part


def name_pattern(pattern: str, documents: tuple[str, ...] = ()) -> NamePattern:
    """The names that a pattern gives; `documents` is what was asked for, nothing when each row says it.

    Raises UsageError for a pattern under which two files could have one name, or which no file system takes.
    """
    pieces = tuple(_FIELD.split(pattern))
    fixed, fields = pieces[::2], pieces[1::2]
    wrong = next(chain(_unsafe(fixed), _unknown(fields), _missing(fields, documents), _touching(pattern)), None)
    names = NamePattern(pieces, _room(fixed, fields))
    if wrong is None and (names.room < LEAST_PART if names.addresses else names.room < 0):
        wrong = f"gives names of more than {MOST} letters; take something out"
    if wrong is not None:
        message = f'--name: "{pattern}" {wrong}'
        raise UsageError(message)
    return names


def key_part(key: str) -> str:
    """What stands for a key in a name, alone for that key.

    >>> key_part("north-7"), key_part("North 7")
    ('north-7', 'north-7-630fb72d')
    """
    plain = slug(key)
    return plain if plain == key and not _LIKE_A_DIGEST.search(key) else f"{plain}-{_digest(key)}"


def same_part(keys: Iterable[str]) -> dict[str, str]:
    """Each key whose part an earlier key has already, with that key: a chance of one in four billion, still looked at.

    >>> same_part(["a", "A", "b"])
    {}
    """
    first: dict[str, str] = {}
    taken = ((key, first.setdefault(key_part(key), key)) for key in keys)
    return {key: earlier for key, earlier in taken if earlier != key}


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _unsafe(fixed: tuple[str, ...]) -> Iterator[str]:
    text = "".join(fixed)
    if found := _UNSAFE.search(text):
        yield f'holds "{found[0]}"; between the braces, use letters, digits, - and _'
    if fixed[0].startswith("-"):
        yield "begins with -, which commands take for an option; begin with a letter, a digit or a brace"


def _missing(fields: tuple[str, ...], documents: tuple[str, ...]) -> Iterator[str]:
    if KEY not in fields:
        yield "holds no {key}, so two rows would have one name; for example {key}-{document}"
    if DOCUMENT not in fields and len(documents) != 1:
        yield "holds no {document}, so two documents of a row would have one name; for example {key}-{document}"


def _touching(pattern: str) -> Iterator[str]:
    """A part out of a row that no "_" keeps off the key: "a-b" and "c" would give the name of "a" and "b-c"."""
    for stretch in _FIELD.sub(lambda field: field[0].replace("_", "\0"), pattern).split("_"):
        fields = [field.replace("\0", "_") for field in _FIELD.findall(stretch)]
        others = [field for field in fields if field not in {KEY, DOCUMENT}]
        if KEY in fields and others:
            yield f"could give two rows one name; put _ between {{{others[0]}}} and {{key}}"


def _unknown(fields: tuple[str, ...]) -> Iterator[str]:
    """A field that is no address of one piece of text in a spec."""
    for field in fields:
        if field in {KEY, DOCUMENT} or field.startswith("choices."):
            continue
        way = tuple(int(part) if part.isdecimal() else part for part in field.split("."))
        kind = accepted_kind(Spec, way)
        if kind is None:
            yield _nowhere(field, way)
        elif kind is not str:
            yield f"asks for {{{field}}}, where more than one piece of text stands"


def _nowhere(field: str, way: tuple[str | int, ...]) -> str:
    wrong = next(number for number in range(1, len(way) + 1) if accepted_kind(Spec, way[:number]) is None)
    keys = (*fields_around(Spec, way[:wrong]), *((KEY, DOCUMENT) if wrong == 1 else ()))
    hint = nearest(str(way[wrong - 1]), keys)
    return f"asks for {{{field}}}, which no spec holds" + (f"; {hint}" if hint else "")


def _room(fixed: tuple[str, ...], fields: tuple[str, ...]) -> int:
    """How long a part out of a row may be, so that the longest name is not too long."""
    own = [field for field in fields if field not in LONGEST]
    left = MOST - EXTENSION - sum(map(len, fixed)) - sum(LONGEST[field] for field in fields if field in LONGEST)
    return left // len(own) if own else left


def texts_at(addresses: tuple[str, ...], row: Row, base: Base | None) -> dict[str, str]:
    """The text at each address: in the row's cells, else in its spec or the base.

    Raises InputError where the row says nothing, because nothing would stand in the name.
    """
    if not addresses:
        return {}
    cells = {cell.address: cell.text for cell in row.cells}
    tree = spec_tree(row.spec)[0] if row.spec else base.tree if base else {}
    said = {each: cells[each] if each in cells else standing_at(tree, each.split(".")) for each in addresses}
    texts = {address: text for address, text in said.items() if isinstance(text, str) and text}
    if missing := tuple(_unsaid(address, row) for address in said if address not in texts):
        raise InputError(missing)
    return texts


def _unsaid(address: str, row: Row) -> Finding:
    seen = "nothing stands here, and the name of the file needs it"
    return Finding("name-part", "error", address, seen, fix="fill it in, or choose another --name", place=row.place)
