"""Words that follow from others by a rule without exception, and that dictionaries leave out.

Compounds with first parts that go before any noun or adjective, and Belarusian gerunds of
imperfective verbs (Беларуская граматыка, ч. 1, 1985: the past with -шы). Each rule was looked at on
newspapers and long texts: one that lets a slip through is not worth a word that it saves.
"""

from __future__ import annotations

import re

_Rule = tuple[re.Pattern[str], str]

_RUSSIAN = (
    "авиа|авто|анти|аудио|видео|вице-|гидро|евро|кино|медиа|микро|нарко|онлайн-|пост|пресс-|псевдо|радио|спец|теле|"
    "фото|экс-|эко|этно"
)
_BELARUSIAN = (
    "авія|аўта|анты|аўдыя|відэа|віцэ-|гідра|еўра|кіна|медыя|мікра|нарка|онлайн-|пост|прэс-|псеўда|радыё|спец|тэле|"
    "фота|экс-|эка|этна"
)


def _compounds(parts: str) -> _Rule:
    return re.compile(f"^({parts})(?=.{{5}})"), ""


_RULES: dict[str, tuple[_Rule, ...]] = {
    "be": (
        (re.compile("(?<=[ўгксзх])шы$"), ""),  # меў, меўшы; лёг, лёгшы
        (re.compile("ўшыся$"), "ўся"),
        _compounds(_BELARUSIAN),
    ),
    "ru": (_compounds(_RUSSIAN),),
}


def origins(word: str, language: str) -> list[str]:
    """Return the words, in small letters, of which one must be right for this one to be so by a rule."""
    low = word.lower()
    return [pattern.sub(made, low) for pattern, made in _RULES.get(language, ()) if pattern.search(low)]
