"""Names in the order of an alphabet, whatever the platform's own is.

Letters stand as CLDR orders them in the interface's languages (common/collation/be.xml, lt.xml,
ru.xml and the root): Č after C, Š after S, Ž after Z in Lithuanian, where Y goes with I; Ё
after Е, І where Belarusian has it, Ў after У. Latin comes before Cyrillic except where
the interface itself is Cyrillic.
"""

from __future__ import annotations

import unicodedata

_LATIN = "aąàáâäãå bß c č dđ eęėèéêë f g h iįyìíîï j k lł m nñń oòóôöõø p q r sś š t uųūùúûü v w x zźż ž"
_LATIN_ENGLISH = "aąàáâäãå bß cč dđ eęėèéêë f g h iįìíîï j k lł m nñń oòóôöõø p q r sśš t uųūùúûü v w x y zźżž"
_CYRILLIC = "а б в гґ д её ж з иі й к л м н о п р с т уў ф х ц ч ш щ ъ ы ь э ю я"
_CYRILLIC_BELARUSIAN = "а б в гґ д е ё ж з иі й к л м н о п р с т у ў ф х ц ч ш щ ъ ы ь э ю я"

_BEGIN = 0x100
_SIGNS = dict.fromkeys(map(ord, "’'ʼ`´ʹ‘ʻ-‐‑"), None)


def _places(*scripts: str) -> dict[int, str]:
    letters = " ".join(scripts).split()
    return {ord(letter): chr(_BEGIN + place) for place, group in enumerate(letters) for letter in group}


def _table(language: str) -> dict[int, str | None]:
    latin = _LATIN if language == "lt" else _LATIN_ENGLISH
    cyrillic = _CYRILLIC_BELARUSIAN if language == "be" else _CYRILLIC
    scripts = (cyrillic, latin) if language in ("be", "ru") else (latin, cyrillic)
    return {**_SIGNS, **_places(*scripts)}


_TABLES = {language: _table(language) for language in ("be", "ru", "lt", "en")}


def collation_key(text: str, language: str) -> str:
    """Return a text that sorts names by the letters of a language first, and by their accents after.

    Languages other than the interface's four sort as English does.
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    return f"{plain.translate(_TABLES.get(language, _TABLES['en']))}\0{plain}"
