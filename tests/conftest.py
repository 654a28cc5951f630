"""What holds for every test."""

from __future__ import annotations

import gc

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # no test is timed, for other processes want the machine as well
settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last: nobody needs to look whether it is garbage."""
    gc.collect()
    gc.freeze()
