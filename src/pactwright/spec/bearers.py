"""Who bears the cost of a risk where it is no one party; the list `allocation` of the vocabulary explains each."""

SHARED = "shared"
EACH_OWN = "each-own"
OUTSIDE = "outside"

BEARERS = (SHARED, EACH_OWN, OUTSIDE)
"""The parties by their shares, each its own, or somebody who is no party."""
