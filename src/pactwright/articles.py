"""A noun behind "a" or "an".

By a table of our own: inflect says "a SME", "a MoU" and "a 8-week", and takes longer to load than a draft takes.
"""

from __future__ import annotations

import re
import unicodedata

_FIRST_WORD = re.compile(r"[0-9][0-9,]*|[A-Za-z]+")
_NUMBER = re.compile(r"8|1[18](?:,[0-9]{3})*$")  # eight, eighty; eleven, eighteen thousand
_LETTERS = frozenset("AEFHILMNORSX")  # that begin with a vowel when they are spelled
_LONGEST_SPELLED = 4
_SAID_AS_WORDS = frozenset({"FIFA", "HOST", "HUB", "LAN", "LEAD", "NASA", "NATO", "NIST", "SIM", "SITE", "STEM"})
_WORD = re.compile(
    """
    hour | honest | hono | heir               # an h that nobody hears
    | [ai]
    | e (?! u | w[ei])                        # a European, a ewe
    | o (?! ne(?!r) | nce | ui)               # a one-off, a once-only fee; an onerous duty
    | u (?! nanim | ni(?! n | m | d(?!ir) | ss | gn)  # a university; an uninsured, an unidentified person
          | s[aeiu] | t[aeio] | bi | k[ru] | r[aiou])  # a user, a utility, a ubiquitous sign; an urban council
    """,
    re.VERBOSE | re.IGNORECASE,
)


def with_article(noun: str) -> str:
    """The noun behind its article, by how it sounds.

    >>> with_article("Council"), with_article("Hour"), with_article("University"), with_article("SME")
    ('a Council', 'an Hour', 'a University', 'an SME')
    >>> with_article("8-week trial"), with_article("UN body"), with_article("one-off payment"), with_article("MoU")
    ('an 8-week trial', 'a UN body', 'a one-off payment', 'an MoU')
    """
    return f"{'an' if _begins_with_a_vowel(noun) else 'a'} {noun}"


def _begins_with_a_vowel(noun: str) -> bool:
    found = _FIRST_WORD.search(unicodedata.normalize("NFKD", noun))
    first = found[0] if found else ""
    if first[:1].isdigit():
        return bool(_NUMBER.match(first))
    return first[0].upper() in _LETTERS if _is_spelled(first) else bool(_WORD.match(first))


def _is_spelled(word: str) -> bool:
    """Whether it is said letter by letter: the X of X-ray, or a short word of which most letters are capitals."""
    if len(word) <= 1 or word.upper() in _SAID_AS_WORDS:
        return len(word) == 1
    return len(word) <= _LONGEST_SPELLED and 2 * sum(map(str.isupper, word)) > len(word)
