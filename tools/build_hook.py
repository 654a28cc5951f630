"""What hatchling calls when it builds a wheel: adds what the wheel carries ready-made.

An editable install works on a checkout, whose data change, and carries nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CarriedHook(BuildHookInterface[BuilderConfig]):
    """Runs tools/carry.py on the sources, and gives hatchling what it wrote."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling's word for what happens before it packs; `version` says whether the wheel is an editable one."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        root = Path(self.root)
        sources = {"PYTHONPATH": os.pathsep.join([str(root / "src"), *filter(None, sys.path)])}
        always_the_same = {"PYTHONHASHSEED": "0"}
        command = [sys.executable, str(root / "tools" / "carry.py"), self._folder.name]
        subprocess.run(command, check=True, env={**os.environ, **sources, **always_the_same})  # noqa: S603 - our own
        build_data["force_include"][self._folder.name] = "pactwright/carried"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Hatchling's word for what happens after it packed."""
        del build_data, artifact_path
        if version != "editable":
            self._folder.cleanup()
