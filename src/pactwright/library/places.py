"""Where libraries lie, and the places whose law they know: found without reading a clause."""

from __future__ import annotations

from pathlib import Path

from pactwright.errors import UsageError
from pactwright.library.digests import digest_of
from pactwright.resources import data_root

JURISDICTIONS = "jurisdictions"


def jurisdictions(root: Path | None = None, house: Path | None = None, clauses: Path | None = None) -> tuple[str, ...]:
    """The ids of the jurisdictions for which a library can be loaded; raises UsageError as `house_folder` does."""
    roots = [clauses or (root or data_root()) / "clauses", *([house_folder(house)] if house else [])]
    return tuple(
        sorted({path.parent.name for each in roots for path in each.glob(f"{JURISDICTIONS}/*/jurisdiction.yml")})
    )


def digest_of_files(
    jurisdiction: str, house: Path | None = None, root: Path | None = None, clauses: Path | None = None
) -> str:
    """By what the library of a jurisdiction is known: the place, and every file from which it may be read."""
    root = root or data_root()
    ours = (("clauses", clauses or root / "clauses"), ("seeds", root / "seeds"))
    theirs = ((str(house), house),) if house else ()
    return digest_of(jurisdiction, *ours, *theirs)


def documents(root: Path | None = None) -> tuple[str, ...]:
    """The kinds of document that can be drafted: those with an outline."""
    return tuple(path.stem for path in sorted((root or data_root()).glob("templates/outlines/*.yml")))


def models(root: Path | None = None) -> tuple[str, ...]:
    """The ids of the partnership models."""
    return tuple(path.stem for path in sorted((root or data_root()).glob("seeds/models/*.yml")))


def house_folder(house: Path) -> Path:
    """The folder of a house library; raises UsageError when there is none."""
    if not house.is_dir():
        message = f"{house}: there is no such folder; --library takes the folder of a house library"
        raise UsageError(message)
    return house


def issue_names() -> tuple[str, ...]:
    """The issues of the built-in library, as topic/issue, by the names of their files."""
    files = sorted((data_root() / "clauses").glob("*/*/issue.yml"))
    return tuple(f"{path.parent.parent.name}/{path.parent.name}" for path in files)


def option_names() -> tuple[str, ...]:
    """The options of the built-in library, as topic/issue/option, by the names of their files."""
    root = data_root() / "clauses"
    files = (path for name in issue_names() for path in sorted((root / name).glob("*.md")))
    return tuple(path.relative_to(root).with_suffix("").as_posix() for path in files)
