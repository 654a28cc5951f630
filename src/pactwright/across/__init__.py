"""Across many agreements: what each took, where it departs, why some failed, and what they come to in money."""
