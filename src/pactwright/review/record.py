"""The memo as a record for programs."""

from __future__ import annotations

from pactwright.records import Json, Record, record_data
from pactwright.review.model import Review

REVIEW = Record("review", "The memo on a draft", Review)


def data_of(review: Review) -> Json:
    """The data of a memo."""
    return record_data(REVIEW, review)
