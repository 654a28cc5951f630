"""What a kind of project proposes, as lines of a spec: each risk with its reason as a comment, nothing as a fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pactwright.library.model import ProjectKind

STEP: Final = "  "
HEAD: Final = (
    "# Proposals for the risks of a spec, and no facts: put the ids of your parties for city and partner,\n"
    "# change what does not fit, and leave out what cannot happen.\n"
)


def proposed_risks(kind: ProjectKind) -> str:
    """The risks of a kind under `risks:`, each below the reason why it is allocated so."""
    lines = ["risks:"]
    for name, row in kind.risks.items():
        lines += [f"{STEP}# {row['why']}", f"{STEP}{name}:"]
        lines += [f"{STEP}{STEP}{line}" for key, value in row.items() if key != "why" for line in _lines(key, value)]
    return HEAD + "".join(f"{line}\n" for line in lines)


def _lines(key: str, value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{key}: {{{', '.join(f'{name}: {_said(each)}' for name, each in value.items())}}}"
    elif isinstance(value, list):
        yield f"{key}:"
        yield from (f"{STEP}- {_said(each)}" for each in value)
    else:
        yield f"{key}: {_said(value)}"


def _said(value: object) -> str:
    """A text as YAML takes it: in quotes where a mark of YAML stands in it."""
    text = str(value)
    return f'"{text}"' if any(mark in text for mark in (": ", " #", ",", "{", "}", "[", "]", '"')) else text
