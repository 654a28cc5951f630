"""The program, run as a user runs it but in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.consoles import Came, came_of
from tests.stories import Tree, as_yaml, spec_tree

Run: TypeAlias = Callable[..., Came]
Spec: TypeAlias = Callable[..., Path]


@pytest.fixture(name="run")
def run_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `pactwright` with some words, in a folder of its own; no run ever shows a traceback."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Came:
        came = came_of(*words)
        assert "Traceback" not in came.text
        assert came.code != 70, came.err
        return came

    return run


@pytest.fixture(name="spec")
def spec_file(tmp_path: Path) -> Spec:
    """Writes a story, or a tree, as a spec; gives back its path."""

    def write(tree: Tree | str = "startup-pilot", name: str = "spec.yml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_yaml(spec_tree(tree) if isinstance(tree, str) else tree), "utf-8")
        return path

    return write
