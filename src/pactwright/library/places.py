"""Where libraries lie, and the places whose law they know: found without reading a clause."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pactwright.errors import InputError, UsageError
from pactwright.files import slug
from pactwright.library.digests import digest_of
from pactwright.resources import data_root

JURISDICTIONS = "jurisdictions"
MODELS = "models"
KINDS = "kinds"
ISSUE_FILE = "issue.yml"


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


def models(root: Path | None = None, house: Path | None = None) -> tuple[str, ...]:
    """The ids of the partnership models, those of a house among them."""
    folders = [(root or data_root()) / "seeds" / MODELS, *([house / MODELS] if house else [])]
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.yml")}))


def resource_names() -> tuple[str, ...]:
    """The ids of the public resources from which the library comes."""
    return tuple(path.stem for path in sorted((data_root() / "seeds" / "resources").glob("*.yml")))


def seed_names(file: str) -> tuple[str, ...]:
    """The ids in a file of seeds, such as barriers.yml."""
    return tuple(_table("seeds", file))


def stance_names() -> tuple[str, ...]:
    """The words for whom an option leans to."""
    return tuple(_table("clauses", "vocabulary.yml")["stances"])


def article_names(document: str) -> tuple[str, ...]:
    """The parts of a kind of document, by the words of their headings."""
    return tuple(slug(each["heading"]) for each in _table("templates", "outlines", f"{document}.yml")["articles"])


def _table(*names: str) -> dict[str, Any]:
    from pactwright.textfile import parsed_table, read_text  # noqa: PLC0415 - help needs no YAML; a shell asks for ids

    path = data_root().joinpath(*names)
    return dict(parsed_table(read_text(path), path.name)[0])


def specs() -> tuple[str, ...]:
    """The models for which a spec to fill in ships."""
    return tuple(path.stem for path in sorted((data_root() / "templates" / "specs").glob("*.yml")))


def house_folder(house: Path) -> Path:
    """The folder of a house library; raises UsageError when there is none."""
    if not house.is_dir():
        message = f"{house}: there is no such folder; --library takes the folder of a house library"
        raise UsageError(message)
    return house


def issue_names(house: Path | None = None) -> tuple[str, ...]:
    """The issues of the library, and of a house over it, as topic/issue, by the names of their files."""
    folders = {path.parent for root in _roots(house) for path in root.glob(f"*/*/{ISSUE_FILE}")}
    return _in_use({f"{folder.parent.name}/{folder.name}" for folder in folders}, house)


def option_names(house: Path | None = None) -> tuple[str, ...]:
    """The options of the same, as topic/issue/option, by the names of their files."""
    known = set(issue_names(house))
    paths = {path.relative_to(root) for root in _roots(house) for path in root.glob("*/*/*.md")}
    return _in_use({path.with_suffix("").as_posix() for path in paths if path.parent.as_posix() in known}, house)


def _roots(house: Path | None) -> tuple[Path, ...]:
    return (data_root() / "clauses", *([house] if house else []))


def _in_use(names: set[str], house: Path | None) -> tuple[str, ...]:
    """The names that a house has not withdrawn; what is wrong with its list is told when it is loaded."""
    path = house / "withdrawn.yml" if house else None
    if path is None or not path.is_file():
        return tuple(sorted(names))
    from pactwright.textfile import parsed_table, read_text  # noqa: PLC0415 - help needs no YAML; a shell asks for a house's names

    try:
        listed = parsed_table(read_text(path), path.name)[0].get("withdrawn")
    except InputError:
        listed = None
    gone = {each.get("id") for each in listed or () if isinstance(each, dict)} if isinstance(listed, list) else set()
    return tuple(sorted(names - gone))
