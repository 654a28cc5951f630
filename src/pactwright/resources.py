"""Where the data that ships with pactwright lies, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from pactwright.errors import UsageError

SENTINEL = Path("clauses", "vocabulary.yml")


def is_installed() -> bool:
    """Whether the data are those of an installed wheel, which were checked before they were released."""
    return data_root() == Path(__file__).resolve().parent


def data_root() -> Path:
    """The folder that holds clauses/, templates/, seeds/ and examples/.

    Raises UsageError when the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for root in (package, package.parent.parent):
        if (root / SENTINEL).is_file():
            return root
    message = (
        f"pactwright is not installed whole: {SENTINEL.as_posix()} is missing beside {package.name}; install it again"
    )
    raise UsageError(message)
