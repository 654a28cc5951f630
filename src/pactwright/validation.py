"""What pydantic refuses in a tree of text, as findings in our words: the place, what was seen, what is accepted, a fix.

A converter raises RefusedError for a text that it cannot read; `problems_in` tells all that is wrong at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding, closest, nearest
from pactwright.forms import Form, FormField, Place, fields_around

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from pactwright.textfile import Tree

MAX_SHOWN: Final = 40
GROUP: Final = "a group of keys"
# What pydantic calls a value of the wrong kind, and what is accepted in its place.
KINDS: Final[Mapping[str, str]] = {
    "string_type": "one piece of text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": GROUP,
    "model_type": GROUP,
    "dataclass_type": GROUP,
}
UNKNOWN: Final = frozenset({"extra_forbidden", "unexpected_keyword_argument"})


class RefusedError(ValueError):
    """A text that does not mean what is asked for: the id of the check, what was seen, accepted, and what to do."""

    def __init__(self, *, rule: str, seen: str, accepted: str, fix: str = "") -> None:
        super().__init__("; ".join(part for part in (seen, accepted, fix) if part))
        self.rule = rule
        self.seen = seen
        self.accepted = accepted
        self.fix = fix


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place of a tree, which is told key by key; `around` are the keys that can stand there."""

    where: Place
    around: Mapping[str, FormField]
    error: ErrorDetails

    @property
    def address(self) -> str:
        """The place as findings name it."""
        return ".".join(map(str, self.where))

    @property
    def is_section(self) -> bool:
        """Whether a group or a list is refused here, or is missing."""
        return self.is_missing or isinstance(self.error["input"], dict | list)

    @property
    def meant(self) -> str:
        """The key that was meant by one that cannot stand there, or nothing."""
        return closest(str(self.where[-1]), self.around) if self.where and self.error["type"] in UNKNOWN else ""

    @property
    def is_missing(self) -> bool:
        """Whether a key has to stand there, and does not."""
        return self.error["type"] == "missing"

    @property
    def finding(self) -> Finding:
        """The same in our words."""
        key = str(self.where[-1]) if self.where else ""
        if self.error["type"] in UNKNOWN:
            return self._unknown(key)
        if self.is_missing:
            return self._missing(key)
        refused = self.error["ctx"]["error"] if self.error["type"] == "value_error" else _another_kind(self.error)
        return Finding(refused.rule, "error", self.address, refused.seen, refused.accepted, refused.fix)

    def _unknown(self, key: str) -> Finding:
        seen, fix = f"{quoted(key)} is not a key here", nearest(key, self.around)
        return Finding("unknown-key", "error", self.address, seen, enumerated(tuple(self.around)), fix)

    def _missing(self, key: str) -> Finding:
        """What the key is for, and an example, are taken from what the form says of it."""
        info = self.around[key].info
        sentence = (info.description or "").rstrip(".")
        accepted = f'{sentence}. For example: "{info.examples[0]}"' if info.examples else sentence
        return Finding("missing-key", "error", self.address, f"{key} is missing", accepted, f"add {key}:")


def problems_in(tree: Tree, error: ValidationError, form: Form) -> list[Problem]:
    """Every problem that the reading of a tree as a form has met, in the order of the form."""
    found = [(_place(tree, each), each) for each in error.errors(include_url=False)]
    return [Problem(where, fields_around(form, where), each) for where, each in found]


def kind_of(value: object) -> str:
    """What a value is, in the words of somebody who types a file.

    >>> kind_of({}), kind_of(None)
    ('a group of keys', 'nothing')
    """
    if value is None:
        return "nothing"
    return GROUP if isinstance(value, dict) else "a list" if isinstance(value, list) else "a piece of text"


def quoted(text: str) -> str:
    r"""What was typed, in quotes, on one line and not too long.

    >>> print(quoted("two\nlines"))
    "two lines"
    """
    line = " ".join(text.split()) if text.strip() else text
    return f'"{line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 3] + "..."}"'


def enumerated(accepted: tuple[str, ...]) -> str:
    """The accepted words as a reader meets them.

    >>> enumerated(("yes", "no"))
    'one of yes, no'
    """
    shown = ", ".join(accepted[:MAX_SHOWN]) + (" ..." if len(accepted) > MAX_SHOWN else "")
    return f"one of {shown}" if len(accepted) > 1 else shown


def _place(tree: Tree, error: ErrorDetails) -> Place:
    """The keys and numbers that lead to what is wrong; names of types, which are no keys of the tree, are left out."""
    where: list[str | int] = []
    for key in error["loc"][:-1] if error["type"] == "missing" else error["loc"]:
        if (isinstance(tree, dict) and key in tree) or (isinstance(tree, list) and isinstance(key, int)):
            where.append(key)
            tree = tree[key]  # type: ignore[index] # a list has numbers, a group has keys
    return (*where, error["loc"][-1]) if error["type"] == "missing" else tuple(where)


def _another_kind(error: ErrorDetails) -> RefusedError:
    accepted = KINDS[error["type"]]
    fix = "put it in brackets: [...]" if accepted == "a list" and isinstance(error["input"], str) else ""
    if error["input"] in ("none", "nil"):
        fix = f"{'[]' if accepted == 'a list' else '{}'} says that there is none"
    return RefusedError(rule="wrong-kind", seen=f"{kind_of(error['input'])} stands here", accepted=accepted, fix=fix)
