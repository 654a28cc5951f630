"""The theme of a document: the built-in Word template, or a house's own once it was inspected."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from pactwright.errors import InputError, UsageError
from pactwright.files import write_whole
from pactwright.findings import Finding
from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text
from pactwright.writers import Theme
from pactwright.writers.report import ReportTheme
from pactwright.writers.report.labels import labels_of


@cache
def default_theme() -> Theme:
    """The theme that ships with pactwright, for every format."""
    style, chart = ((_folder() / each).read_text("utf-8") for each in ("page.css", "chart.xml"))
    return Theme((_folder() / "default.docx").read_bytes(), shell("page.html"), style, chart)


@cache
def report_theme() -> ReportTheme:
    """The theme of reports that ships with pactwright, for every format."""
    words, _ = parsed(read_text(_folder() / "report.yml"), "templates/themes/report.yml")
    template, style = (_folder() / "report.docx").read_bytes(), (_folder() / "report.css").read_text("utf-8")
    return ReportTheme(template, shell("report.html"), style, labels_of(words))


def shell(name: str) -> str:
    """The page round the body in a file, with its places still to be filled; all pages share all but the body."""
    base, body = ((_folder() / each).read_text("utf-8") for each in ("base.html", name))
    return base.replace("$body", body.strip())


def _folder() -> Path:
    return data_root() / "templates" / "themes"


def theme_of(template: Path | None = None) -> Theme:
    """The theme of a Word template, the built-in one by default; other formats keep the one that ships.

    Raises InputError with everything that is wrong with it, ForeignContentError for what is refused for safety, and
    UsageError when it cannot be read.
    """
    if template is None:
        return default_theme()
    content, findings = _inspected(template)
    wrong = tuple(each for each in findings if each.level == "error")
    if wrong:
        raise InputError(wrong)
    return replace(default_theme(), template=content)


def template_findings(template: Path) -> tuple[Finding, ...]:
    """What keeps a template from being used, as errors, and what is hard to read in it, as warnings.

    Raises as `theme_of` does for what cannot be looked at.
    """
    return _inspected(template)[1]


def write_built_in(target: Path, *, force: bool = False) -> None:
    """Writes the built-in template, to be changed in Word; raises UsageError when a file is in the way."""
    if target.suffix.lower() != ".docx":
        message = f"{target}: a template is a Word document; name a file that ends in .docx"
        raise UsageError(message)
    if target.exists() and not force:
        message = f"{target}: exists already; use --force to replace it, or name another file"
        raise UsageError(message)
    write_whole(target, default_theme().template)


def _inspected(template: Path) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a template, and what keeps it from being used."""
    from pactwright.foreign import TEMPLATE, content  # noqa: PLC0415 - the built-in template needs no inspection
    from pactwright.writers.word.inspection import inspected  # noqa: PLC0415 - nor python-docx, which inspects

    data = content(template, TEMPLATE)
    return data, inspected(data, str(template))
