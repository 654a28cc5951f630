"""A spec as it was typed, in whatever kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pactwright.findings import Finding, SourceMap

if TYPE_CHECKING:
    from pactwright.textfile import Tree


class Typed(NamedTuple):
    """The tree of a spec, where each address of it stands, and what is worth knowing about the file."""

    tree: dict[str, Tree]
    marks: SourceMap
    remarks: tuple[Finding, ...] = ()
