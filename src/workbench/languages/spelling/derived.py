"""Words that follow from others by a rule without exception, and that dictionaries leave out.

Belarusian: gerunds and the cases of nouns in -нне (Закон Рэспублікі Беларусь № 420-З, 2008;
Беларуская граматыка, ч. 1, 1985). Both Cyrillic languages: compounds with first parts that go before
any noun or adjective.
"""

from __future__ import annotations

import re

_Rule = tuple[re.Pattern[str], str]


def _rules(*pairs: tuple[str, str]) -> tuple[_Rule, ...]:
    return tuple((re.compile(pattern), made) for pattern, made in pairs)


_RUSSIAN_PARTS = (
    "авиа|авто|агро|анти|аудио|био|вело|вице-|видео|гео|гидро|евро|изо|кино|контр|макро|медиа|микро|мини-?|мото|"
    "мульти|нано|нарко|онлайн-|пост|пресс-|псевдо|радио|спец|супер|теле|транс|турбо|ультра|фото|экс-|эко|электро|этно"
)
_BELARUSIAN_PARTS = (
    "авія|агра|анты|аўдыя|аўта|біа|вела|віцэ-|відэа|геа|гідра|еўра|кіна|контр|макра|медыя|мікра|міні-?|мота|"
    "мульты|нана|нарка|онлайн-|паў|пост|прэс-|псеўда|радыё|спец|супер|транс|турба|тэле|ультра|фота|экс-|эка|электра|этна"
)

_RULES: dict[str, tuple[_Rule, ...]] = {
    "be": _rules(
        ("ўшы$", "ць"),  # забіць, забіўшы
        ("ўшыся$", "цца"),
        ("(?<=[бвгдзклмнпрстўфх])шы$", ""),  # прынёс, прынёсшы; пайшоў, пайшоўшы
        ("([юу]|[яа])чы$", r"\1ць"),  # каментуюць, каментуючы
        ("([юу]|[яа])чыся$", r"\1цца"),
        ("нн(яў|ям|ямі|ях)$", "нне"),
        (f"^({_BELARUSIAN_PARTS})(?=.{{4}})", ""),
    ),
    "ru": _rules((f"^({_RUSSIAN_PARTS})(?=.{{4}})", "")),
}


def origins(word: str, language: str) -> list[str]:
    """Return the words, in small letters, of which one must be right for this one to be so by a rule."""
    low = word.lower()
    return [pattern.sub(made, low) for pattern, made in _RULES.get(language, ()) if pattern.search(low)]
