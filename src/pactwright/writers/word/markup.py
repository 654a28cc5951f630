"""Text as XML that nothing on the way can mistake for anything else."""

from __future__ import annotations

import re

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"
FORBIDDEN = re.compile(f"[{_FORBIDDEN}]")
"""Characters that XML 1.0 cannot hold, however they are written."""

_MEANINGFUL = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "{": "&#123;",
        "}": "&#125;",
        "[": "&#91;",
        "]": "&#93;",
    },
)
_ANY_OF_THEM = re.compile("[" + re.escape("".join(map(chr, _MEANINGFUL))) + _FORBIDDEN + "]")


class ForbiddenCharacterError(ValueError):
    """A text holds a character that no XML can hold."""


def escaped(text: str) -> str:
    """The text as character data or an attribute's value.

    Braces and brackets are written as numbers too: docxtpl rewrites "{_{" wherever it meets it, even in a value, and
    a tag that is left over in the result can then only be the template's. Raises ForbiddenCharacterError.

    >>> escaped("R&D {{ x }}")
    'R&amp;D &#123;&#123; x &#125;&#125;'
    """
    if not _ANY_OF_THEM.search(text):
        return text
    if FORBIDDEN.search(text):
        raise ForbiddenCharacterError
    return text.translate(_MEANINGFUL)


class PlainWords(str):
    """Plain words for a template's scalar; printed as typed, whatever they hold."""

    __slots__ = ()

    def __html__(self) -> str:
        """What jinja2 prints where the template names this value."""
        return escaped(self)


class Markup(str):
    """Finished XML for a template's slot; printed as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """What jinja2 prints where the template names this value."""
        return str(self)
