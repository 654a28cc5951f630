"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # no test is timed, for other processes want the machine as well
settings.load_profile("untimed")
