"""The look of a document: the built-in Word template, or a house's own once it was inspected."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pactwright.errors import ForeignContentError, InputError, UsageError
from pactwright.files import check_targets, write_whole
from pactwright.findings import Finding
from pactwright.resources import data_root
from pactwright.writers import Look

MOST_MEGABYTES = 10


@cache
def built_in() -> bytes:
    """The built-in template."""
    return (data_root() / "templates" / "looks" / "default.docx").read_bytes()


def look(template: Path | None = None) -> Look:
    """The look of a template, the built-in one by default.

    Raises InputError with everything that is wrong with it, ForeignContentError for what is refused for safety, and
    UsageError when it cannot be read.
    """
    if template is None:
        return Look(built_in())
    content = _content(template)
    if findings := _inspected(content, template):
        raise InputError(findings)
    return Look(content)


def template_findings(template: Path) -> tuple[Finding, ...]:
    """Everything that keeps a template from being used; raises as `look` does for what cannot be looked at."""
    return _inspected(_content(template), template)


def write_built_in(target: Path, *, force: bool = False) -> None:
    """Writes the built-in template, to be changed in Word; raises UsageError when a file is in the way."""
    if target.suffix.lower() != ".docx":
        message = f"{target}: a template is a Word document; name a file that ends in .docx"
        raise UsageError(message)
    check_targets([target], force=force)
    write_whole(target, built_in())


def _content(template: Path) -> bytes:
    """The bytes of a template, no more of them than a template can have."""
    try:
        with template.open("rb") as file:
            content = file.read(MOST_MEGABYTES * 1_000_000 + 1)
    except OSError as failed:
        message = f"{template}: cannot be read: {failed.strerror}"
        raise UsageError(message) from failed
    if len(content) > MOST_MEGABYTES * 1_000_000:
        message = f"{template}: is larger than {MOST_MEGABYTES} MB; make its pictures smaller"
        raise ForeignContentError(message)
    return content


def _inspected(content: bytes, template: Path) -> tuple[Finding, ...]:
    from pactwright.writers.word.inspection import inspected  # noqa: PLC0415 - the built-in look needs no inspection

    return inspected(content, str(template))
