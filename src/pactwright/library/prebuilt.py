"""The library as whoever drafts gets it: as an earlier run of an installed tool kept it, or else read from files."""

from __future__ import annotations

import io
import pickle
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from pactwright import __version__
from pactwright.library.digests import digest_of
from pactwright.library.model import Library
from pactwright.resources import data_root, is_installed
from pactwright.user_cache import read_cached, write_cached


@lru_cache(maxsize=16)
def library_for(jurisdiction: str, house: Path | None = None) -> Library:
    """The library of a jurisdiction, made once in a process; raises as `loaded` does."""
    name = _name(jurisdiction, house)
    if known := _kept(name):
        return known
    from pactwright.library.load import loaded  # noqa: PLC0415 - what was read once is not read again

    library = loaded(jurisdiction, house=house)
    if name and name == _name(jurisdiction, house):  # no file was changed while they were read
        write_cached(name, packed(library))
    return library


def _kept(name: str) -> Library | None:
    """The library that was kept under a name; None where there is none, or what is there cannot be made again."""
    with suppress(Exception):  # a pickle of another Python, or of a dependency that has changed
        if name and (content := read_cached(name)):
            return cast("Library", pickle.loads(content))  # noqa: S301 - nobody but the user could have written it
    return None


def packed(library: Library) -> bytes:
    """A library as it is kept."""
    buffer = io.BytesIO()
    _Pickler(buffer, protocol=5).dump(library)
    return buffer.getvalue()


def _name(jurisdiction: str, house: Path | None) -> str:
    """The name under which a library is kept, made of all that it comes from: the tool, its data, the house's files.

    A checkout keeps nothing: its code and clauses are there to be changed.
    """
    if not is_installed():
        return ""
    theirs = ((str(house), house),) if house else ()
    return f"library-{__version__}-{digest_of(jurisdiction, ('pactwright', data_root()), *theirs)}.pickle"


class _Pickler(pickle.Pickler):
    """Writes a value of ours as a call with its fields: made again in less than half the time."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle types it
        """How pickle asks what to write; the digest of a library stands first, as it is asked for."""
        if isinstance(value, type) or not is_dataclass(value):
            return NotImplemented
        return type(value), tuple(getattr(value, field.name) for field in fields(value))
