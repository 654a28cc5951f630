"""Words of a report as HTML: everything typed is escaped, tones are marked by form and by hidden words."""

from __future__ import annotations

from pactwright.report import Line, Words
from pactwright.writers.direction import reads_leftwards
from pactwright.writers.page.markup import escaped as escaped_typed
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.typed import has_leftward, printable, text_of


def escaped(text: str) -> str:
    """The text as character data or an attribute's value; what no page may hold is replaced by a sign for it."""
    return escaped_typed(printable(text))


def line_html(line: Line, labels: Labels) -> str:
    """The words of a line one after the other."""
    return "".join(_words(words, labels) for words in line)


def directed(line: Line) -> str:
    """The attribute of what reads from right to left, or nothing."""
    return ' dir="rtl"' if reads_leftwards(text_of(line)) else ""


def _words(words: Words, labels: Labels) -> str:
    inside = escaped(words.text).replace("\n", "<br>")
    if has_leftward(words.text):
        inside = f"<bdi>{inside}</bdi>"
    if words.to:
        inside = f'<a href="{escaped(words.to)}">{inside}</a>'
    return _toned(words, inside, labels)


def _toned(words: Words, inside: str, labels: Labels) -> str:
    match words.tone:
        case "strong":
            return f"<strong>{inside}</strong>"
        case "quiet":
            return f'<span class="quiet">{inside}</span>'
        case "alert":
            return f'<strong class="alert">{inside}</strong>'
        case "added":
            return f"<ins>{_unseen(labels.added)}{inside}{_unseen(labels.ended)}</ins>"
        case "removed":
            return f"<del>{_unseen(labels.removed)}{inside}{_unseen(labels.ended)}</del>"
        case _:
            return inside


def _unseen(text: str) -> str:
    """Words for whoever does not see how the words beside them look."""
    return f'<span class="unseen"> {escaped(text)} </span>'
