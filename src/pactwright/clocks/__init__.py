"""Every date and every clock that a paper sets: what, who, by when, counted from what, and what if not."""

from pactwright.clocks.listed import listed as listed
from pactwright.clocks.model import Clock as Clock
from pactwright.clocks.model import Dates as Dates
