"""Many agreements from one table: each row's cells over a base spec, each document a whole file.

table -> rows -> (base spec + cells) -> documents -> files, journal -> manifest
"""
