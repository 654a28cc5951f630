"""The library as whoever drafts gets it: the one that the wheel carries, or else read from its files."""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from pactwright.carried import carried
from pactwright.library.model import Library
from pactwright.library.places import SOURCES


@cache
def library_for(jurisdiction: str, house: Path | None = None) -> Library:
    """The library of a jurisdiction, made once in a run; raises as `loaded` does."""
    if house is None and (content := carried(carried_name(jurisdiction), *SOURCES)):
        return cast("Library", pickle.loads(content))  # noqa: S301 - it lies in the wheel, beside this very line
    from pactwright.library.load import loaded  # noqa: PLC0415 - what is carried is not read again

    return loaded(jurisdiction, house=house)


def carried_name(jurisdiction: str) -> str:
    """The name under which a wheel carries a library."""
    return f"library-{jurisdiction or 'base'}.pickle"


def packed(library: Library) -> bytes:
    """A library as a wheel carries it."""
    buffer = io.BytesIO()
    _Pickler(buffer, protocol=5).dump(library)
    return buffer.getvalue()


class _Pickler(pickle.Pickler):
    """Writes a value of ours as a call with its fields: made again in less than half the time."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - as pickle types it
        """How pickle asks what to write."""
        if isinstance(value, type) or not is_dataclass(value):
            return NotImplemented
        return type(value), tuple(getattr(value, field.name) for field in fields(value))
