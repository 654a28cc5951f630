"""The catalogue: the library as people look through it, compare its options, search and map it."""
