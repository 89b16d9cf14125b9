"""Names of the English-language press: traditional given names, and the way back into Cyrillic.

Back goes by BGN/PCGN 1947 (simplified) for Russian and by the passports' table of 2008 for
Belarusian, read the other way round; since both leave out signs and write several letters alike,
what comes of it is always a guess.
"""

from __future__ import annotations

from functools import cache

from workbench.languages.transliteration.crossing import Candidate
from workbench.languages.transliteration.given_names import english_of, every_name, is_feminine
from workbench.languages.transliteration.romanise import BGN_PCGN, MIA_2008
from workbench.languages.transliteration.rules import Rules, letters, map_words, with_case, words_of


def press_form(russian: str) -> str:
    """Write a Russian name as the press does: Мария is Maria, Александр Alexander; the rest by BGN/PCGN."""

    def word(given: str) -> str:
        usual = english_of(given.lower())
        return with_case(usual, given) if usual else BGN_PCGN.word(given)

    return map_words(russian, word)


_VOWELS = tuple(zip("eoua", "еёюя", strict=True))
_START = "(?<![^\\W\\d_])"
_END = "(?![^\\W\\d_])"
_LETTERS = "a=а b=б c=к d=д e=е f=ф g=г i=и j=й k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у v=в w=в x=кс y=ы z=з"
_DIGRAPHS = (("shch", "щ"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("zh", "ж"), ("ck", "к"))

_FROM_RUSSIAN = Rules(
    [
        *_DIGRAPHS,
        (f"(?<=[kn])y{_END}", "ий"),
        (f"(?:iy|y){_END}", "ий"),
        (f"(?<=[e])i{_END}", "й"),
        *((f"(?<=i)y?{vowel}", new) for vowel, new in _VOWELS[2:]),
        *((f"(?<=[bfmprv])y{vowel}", f"ь{new}") for vowel, new in _VOWELS[:1]),
        *((f"y{vowel}", new) for vowel, new in _VOWELS),
        ("(?<=[aeou])y", "й"),
        (f"{_START}e", "э"),
        *letters(_LETTERS + " h=г"),
    ]
)
_FROM_BELARUSIAN = Rules(
    [
        ("shch", "шч"),
        *_DIGRAPHS[1:],
        *((f"(?<=y)i{vowel}", new) for vowel, new in _VOWELS),
        *((f"[yi]{vowel}", new) for vowel, new in _VOWELS),
        ("(?<=[aeo])u(?![aeiouy])", "ў"),
        ("(?<=[aeou])i", "й"),
        (f"{_START}e", "э"),
        ("(?<=(?:sh|zh|ch))e|(?<=r)e", "э"),
        *letters(_LETTERS.replace("i=и", "i=і") + " h=г"),
    ]
)

_SLAVIC = (
    *("ov", "ova", "ev", "eva", "yov", "yova", "sky", "skiy", "ski", "skaya", "tsky", "tski", "tskaya", "enko", "enka"),
    *("anka", "ich", "vich", "vych", "vna", "ik", "uk", "yuk", "ko", "au", "ou", "eu", "ava", "in", "ina", "ets"),
    *("chyk", "chik", "yka", "ikava"),
)
_BELARUSIAN = ("ski", "tski", "au", "ou", "eu", "ava", "auskaya", "ouskaya", "enka", "anka", "yk", "chyk")


@cache
def _given() -> dict[str, dict[str, str]]:
    """Return given names by their English spellings and the language in which they are so, in lower case."""
    found: dict[str, dict[str, str]] = {}
    for be, ru, en in every_name():
        for language, name, spelling in (("be", be, MIA_2008.word(be)), ("ru", ru, BGN_PCGN.word(ru)), ("ru", ru, en)):
            if spelling:
                found.setdefault(spelling, {}).setdefault(language, name)
    return found


def from_english(name: str) -> tuple[str, Candidate] | None:
    """Return the language (`be` or `ru`) and the form that an English spelling may stand for there.

    None where nothing tells that the name is a Slavic one.
    """
    words = [word.lower() for word in words_of(name)]
    if not words or not (words[-1] in _given() or words[-1].endswith(_SLAVIC)):
        return None
    known = [_given()[word] for word in words if word in _given()]
    only = {language for forms in known if len(forms) == 1 for language in forms}
    language = "be" if words[-1].endswith(_BELARUSIAN) or only == {"be"} else "ru"
    rules = _FROM_BELARUSIAN if language == "be" else _FROM_RUSSIAN

    def word(given: str) -> str:
        found = _given().get(given.lower(), {}).get(language)
        return with_case(found, given) if found else rules.word(given)

    return language, Candidate(map_words(name, word), certain=False)


def lithuanian_form(name: str) -> Candidate | None:
    """Give a man's name of the Latin alphabet Lithuanian endings: Donaldas Trumpas, Johnas Coale’as.

    VLKK resolution of 19 June 1997 (names in other languages' Latin letters keep their spelling):
    -as after a consonant, and after an apostrophe where the last letter is silent.
    None where the bearer is not known to be a man, or a word ends in a vowel that is heard.
    """
    words = [word.lower() for word in words_of(name)]
    first = _given().get(words[0]) if words else None
    if first is None or any(map(is_feminine, first.values())) or any(word[-1] in "aiouyė" for word in words):
        return None
    return Candidate(map_words(name, lambda word: word + ("'as" if word[-1] == "e" else "as")), certain=False)
