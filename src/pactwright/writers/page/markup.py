"""Runs and words as HTML: values stay exactly as typed, gaps say that they are open, references lead somewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pactwright.document import Gap, Reference, Run, Runs, Term, Text, Value, words
from pactwright.writers.direction import reads_leftwards

_MEANINGFUL = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"},
)


def escaped(text: str) -> str:
    """The text as character data or an attribute's value; a carriage return survives as a number.

    >>> escaped("R&D <b>")
    'R&amp;D &lt;b&gt;'
    """
    return text.translate(_MEANINGFUL)


def quoted(text: str) -> str:
    r"""The text as a string of a style sheet, which cannot end the sheet either.

    >>> quoted('a "b" </style>')
    '"a \\22 b\\22  \\3c /style\\3e "'
    """
    return '"' + "".join(f"\\{ord(sign):x} " if sign in '"\\<>\n\r\f' else sign for sign in text) + '"'


def runs_html(runs: Runs, open_word: str) -> str:
    """The runs; `open_word` is said before each gap, unseen, for those who do not see its colour."""
    return "".join(_PRINTED[type(run)](run, open_word) for run in runs)


def directed(runs: Runs) -> str:
    """The attribute of what reads from right to left, or nothing."""
    return ' dir="rtl"' if reads_leftwards(words(runs)) else ""


def label_html(label: str) -> str:
    """A paragraph's number, as words on the page; a space stands after it for those who copy or hear it."""
    return f'<span class="label">{escaped(label)}</span> ' if label else ""


def with_id(name: str) -> str:
    """The attribute that makes a place one can link to, or nothing."""
    return f' id="{escaped(name)}"' if name else ""


def _gap(run: Run, open_word: str) -> str:
    unseen = f'<span class="unseen">{escaped(open_word)}: </span>' if open_word else ""
    return f"<mark>{unseen}<bdi>{escaped(run.text)}</bdi></mark>"


def _reference(run: Run, _: str) -> str:
    bookmark = run.bookmark if isinstance(run, Reference) else ""
    return f'<a href="#{escaped(bookmark)}">{escaped(run.text)}</a>'


_PRINTED: Mapping[type[Run], Callable[[Run, str], str]] = {
    Text: lambda run, _: escaped(run.text).replace("\n", "<br>"),
    Value: lambda run, _: f"<bdi>{escaped(run.text)}</bdi>",
    Gap: _gap,
    Term: lambda run, _: f"<dfn>{escaped(run.text)}</dfn>",
    Reference: _reference,
}
