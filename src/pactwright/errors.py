"""Our exceptions, drawn as a tree.

PactwrightError             everything that a caller may want to catch
├── InputError              the input has problems; carries every finding            exit 1
├── UsageError              a file cannot be read or written, or the call is wrong    exit 2
└── ForeignContentError     somebody else's file is refused for safety                exit 4
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwright.findings import Finding


class PactwrightError(Exception):
    """The root; the message is one line for a person."""


class InputError(PactwrightError):
    """The input has problems; all of them are in `findings`, in the order of the input."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings


class UsageError(PactwrightError):
    """Something that the user named cannot be read, written or understood."""


class ForeignContentError(PactwrightError):
    """A file that somebody else made is refused before anything in it is used."""


def path_trouble(failed: OSError) -> str:
    """What the system refused to do with a path, in one sentence.

    >>> path_trouble(OSError(28, "No space left on device", "out.docx"))
    'out.docx: cannot be used: No space left on device'
    """
    return f"{failed.filename or 'a file'}: cannot be used: {failed.strerror or failed}"
