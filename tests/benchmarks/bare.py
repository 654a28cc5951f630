"""The bare script that `draft` is held against: `python bare.py TEMPLATE DATA DOCUMENT` fills a template with JSON."""

import json
import sys

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types

if __name__ == "__main__":
    _, template, data, target = sys.argv
    with open(data, encoding="utf-8") as file:  # noqa: PTH123 - nothing is imported that need not be
        ready = json.load(file)
    document = DocxTemplate(template)
    document.render(ready, autoescape=True)
    document.save(target)
