"""The program, run as a user runs it but in this process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from pactwright.cli.app import main
from tests.stories import Tree, as_yaml, spec_tree


@dataclass(frozen=True)
class Result:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Result]
Spec: TypeAlias = Callable[..., Path]


@pytest.fixture(name="run")
def run_program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `pactwright` with some words, in a folder of its own; no run ever shows a traceback."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["pactwright", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert code != 70, err
        return Result(code, out, err)

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
