"""Text that stands for something not known yet, or that nobody can see: one place decides it for every text of a spec.

What is looked for are data, `seeds/placeholders.yml`; which characters draw nothing is said by Unicode, and named by
their code points. The sample words that `new` writes are read from its own forms. A placeholder is never refused by
itself, for a firm may be called like one: it is a remark and an open point, until `sure:` names its address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.textfile import Tree

MAX_CHARACTERS: Final = 3
BLANK: Final = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Mc", "Me"})
"""Categories of characters of which none says anything by itself."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a text may be none: `seen` in words; `is_whole` where nothing else stands beside it."""

    seen: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of the data: what a text that it finds is, and what it is held against; `among` is a list of keys."""

    says: str
    where: str
    among: str
    pattern: re.Pattern[str]

    def finds(self, text: str) -> bool:
        """Whether it is found in a plain text."""
        return bool(self.pattern.search(text) if self.where == "inside" else self.pattern.fullmatch(text))


@lru_cache(maxsize=8192)
def doubt(text: str, key: str = "") -> Doubt | None:
    r"""Why a text is a placeholder, or nothing; `key` is the last part of its address.

    >>> doubt("TBC").seen, doubt("Example Air Pty Ltd", "name")
    ('"TBC" says that something is still to come', None)
    >>> doubt("\u200b", "name").seen
    'nothing that prints: U+200B (ZERO WIDTH SPACE)'
    """
    plain = _plain(text)
    is_name = key in names()
    if not _says(plain, is_name=False):
        return Doubt(f"nothing that prints: {_named(text)}", is_whole=True)
    if is_name and plain.casefold() in samples():
        return Doubt(f"{quoted(text)} is the sample of the form", is_whole=True)
    for pattern in patterns():
        if (not pattern.among or key in keys_of(pattern.among)) and pattern.finds(plain):
            return Doubt(f"{quoted(text)} {pattern.says}", pattern.where != "inside")
    if is_name and not _says(plain, is_name=True):
        return Doubt(f"{quoted(text)} holds no letter and no digit", is_whole=True)
    return None


def _plain(text: str) -> str:
    """A text without what draws nothing, its letters in their plainest form, one space between its words."""
    gone = undrawn()
    kept = "".join(char for char in text if ord(char) not in gone)
    return " ".join(unicodedata.normalize("NFKC", kept).split())


def _says(plain: str, *, is_name: bool) -> bool:
    """Whether a plain text says anything; a name needs a letter or a digit."""
    found = (unicodedata.category(char) for char in plain)
    return any(each[0] in "LN" if is_name else each not in BLANK for each in found)


def _named(text: str) -> str:
    """The characters of a text by code point and name."""
    shown = list(dict.fromkeys(text))
    named = [f"U+{ord(char):04X} ({unicodedata.name(char, 'no name')})" for char in shown[:MAX_CHARACTERS]]
    return ", ".join(named) + (" ..." if len(shown) > MAX_CHARACTERS else "")


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of the data, in their order."""
    return tuple(
        Pattern(each["says"], each["where"], each.get("in", ""), _compiled(each["pattern"], each["where"]))
        for each in _data()["patterns"]
    )


def _compiled(pattern: str, where: str) -> re.Pattern[str]:
    """A pattern for a whole value takes what stands around its words along."""
    return re.compile(rf"[\W_]*(?:{pattern})[\W_]*", re.IGNORECASE) if where == "whole" else re.compile(pattern)


def names() -> frozenset[str]:
    """The keys under which a name stands."""
    return keys_of("names")


@lru_cache(maxsize=8)
def keys_of(among: str) -> frozenset[str]:
    """The keys of a list of the data, such as those under which a name stands."""
    return frozenset(_data()[among])


@cache
def undrawn() -> frozenset[int]:
    """The code points that draw nothing."""
    return frozenset(code for each in (*_data()["ignorable"], *_data()["empty"]) for code in _codes(each))


def _codes(typed: str) -> range:
    first, _, last = typed.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


@cache
def samples() -> frozenset[str]:
    """The names that the forms of `new` hold, in lower case; whoever starts a spec finds them in it."""
    forms = sorted((data_root() / "templates" / "specs").glob("*.yml"))
    trees = (parsed(read_text(path), path.name)[0] for path in forms)
    return frozenset(text.casefold() for tree in trees for key, text in _texts(tree) if key in {"name", "title"})


def _texts(tree: Tree, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a tree with its key."""
    if isinstance(tree, str):
        yield key, tree
    elif isinstance(tree, dict):
        for name, below in tree.items():
            yield from _texts(below, name)
    elif isinstance(tree, list):
        for below in tree:
            yield from _texts(below, key)


@cache
def _data() -> Mapping[str, Any]:
    path = data_root() / "seeds" / "placeholders.yml"
    return parsed(read_text(path), "seeds/placeholders.yml")[0]
