"""How the values of a spec print in one document: names, amounts, dates and lists, and the gap where one is missing."""
