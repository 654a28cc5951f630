"""The memo with which people decide about a draft: what it knows as data, and the pages and the text made of that."""
