"""House style of a whole library: what our text must not say, what still does, and how easily it reads."""
