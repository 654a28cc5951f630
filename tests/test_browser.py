"""Where CI says that a browser is installed, a test that finds none fails; elsewhere it skips, and says why."""

from __future__ import annotations

import shutil

import pytest

from tests import browser


@pytest.mark.parametrize(("required", "raised"), [("1", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_a_browser_is_missed_aloud(required: str, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setenv("PACTWRIGHT_REQUIRE_BROWSER", required)
    with pytest.raises(raised, match="chromedriver"):
        browser.browser.__wrapped__()
