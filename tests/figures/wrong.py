"""What is refused, in words, so that a test reads like the line that a person gets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pactwright.figures.problems import FigureError, Problem


def problems(call: Callable[[], object]) -> tuple[Problem, ...]:
    """All problems with which a call is refused."""
    with pytest.raises(FigureError) as refused:
        call()
    assert str(refused.value) == "\n".join(map(str, refused.value.problems))
    return refused.value.problems


def said(call: Callable[[], object]) -> list[str]:
    """The same as sentences."""
    return [str(each) for each in problems(call)]
