"""The cells of a workbook or a text table: each value as text, with what a person sees of it and where it stands."""
