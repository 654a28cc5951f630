"""What holds for every test."""

from __future__ import annotations

import gc

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # no test is timed, for other processes want the machine as well
settings.load_profile("untimed")

gc.set_threshold(50_000, 20, 100)  # the values of a paper all live as long as it: a search among them finds no garbage


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last: nobody needs to look whether it is garbage."""
    gc.collect()
    gc.freeze()
