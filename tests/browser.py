"""Chromium, which opens our pages as a reader would: at a desk and on a phone, with axe-core looking at both.

`faults(path)` is all that a test of a page needs. The browser starts once in a process.
"""

from __future__ import annotations

import atexit
import base64
import json
import os
import shutil
import subprocess
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

DESK, PHONE = 1280, 390
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PROGRAMS = ("chromium", "chromedriver")


def faults(path: Path) -> list[str]:
    """What keeps somebody from reading a page: what axe-core finds on a desk and on a phone, and what is too wide."""
    found = too_wide(path, DESK, PHONE)
    for width in (DESK, PHONE):
        _resized(width)
        found += [f"{width} px: {each}" for each in _violations(browser())]
    return found


def too_wide(path: Path, *widths: int) -> list[str]:
    """The widths at which a page would have to be scrolled sideways."""
    opened = browser()
    opened.get(path.resolve().as_uri())
    found = []
    for width in widths:
        _resized(width)
        if (needed := opened.execute_script("return document.documentElement.scrollWidth")) > width:
            found.append(f"{width} px: the page is {needed} px wide")
    return found


def shown(path: Path, address: str = "") -> str:
    """The words that are seen of a page, at an address within it."""
    browser().get(f"{path.resolve().as_uri()}#{address}")
    return str(browser().execute_script("return document.body.innerText"))


def printed(path: Path) -> list[list[str]]:
    """The lines of each page on which a page of the web is printed."""
    opened = browser()
    opened.get(path.resolve().as_uri())
    made = opened.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    target = path.with_suffix(".pdf")
    target.write_bytes(base64.b64decode(made))
    command = ["pdftotext", "-layout", str(target), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f") if page.strip()]


@cache
def browser() -> Chrome:
    """The browser; skips a test where none is installed, and fails it where CI says that one is."""
    if missing := [each for each in PROGRAMS if not shutil.which(each)]:
        if os.environ.get("PACTWRIGHT_REQUIRE_BROWSER"):
            pytest.fail(f"PACTWRIGHT_REQUIRE_BROWSER is set and {missing} is not on the path")
        pytest.skip(f"{missing} is not installed")
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService  # noqa: PLC0415 - most tests need no browser

    options = ChromeOptions()
    options.binary_location, driver = (str(shutil.which(each)) for each in PROGRAMS)
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    opened = Chrome(options=options, service=ChromeService(driver))
    atexit.register(opened.quit)
    return opened


def _resized(width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser().execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def _violations(opened: Chrome) -> list[str]:
    opened.execute_script(_axe())
    run = f"axe.run({json.dumps({'runOnly': STANDARDS, 'resultTypes': ['violations']})}).then(arguments[0])"
    found = opened.execute_async_script(run)["violations"]
    return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in found]


@cache
def _axe() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
