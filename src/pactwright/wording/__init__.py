"""Clause text: what it is made of, how it is read, what it must not say."""
