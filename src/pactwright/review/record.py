"""The memo as a record for programs."""

from __future__ import annotations

from pactwright.records import Record
from pactwright.review.model import Review

REVIEW = Record("review", "The memo on a draft", Review)
