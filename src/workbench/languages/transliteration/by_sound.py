"""How a name that English writes is written in Cyrillic by its sound: Young, Янг.

After the practical transcription of English names (Р. С. Гиляревский, Б. А. Старостин, Иностранные имена и
названия в русском тексте, 3rd edition, 1985), as far as the spelling tells the sound; for finding a name
that is written so, never for proposing one. Names whose sound no rule leads to are listed. The key across
scripts (`fold`) brings the Belarusian and Lithuanian spellings (Янгас, Jangas) to the same.
"""

from __future__ import annotations

import re

from workbench.languages.transliteration.english import from_english
from workbench.languages.transliteration.rules import Rules, words_of

_NAMES = """
young=янг wright=райт george=джордж james=джеймс john=джон jack=джек joseph=джозеф thomas=томас hugh=хью
charles=чарльз michael=майкл anthony=энтони moore=мур stewart=стюарт shaw=шоу hughes=хьюз howard=говард taylor=тейлор
walker=уокер hall=холл murphy=мёрфи cook=кук bailey=бейли watson=уотсон reynolds=рейнольдс wallace=уоллес
cole=коул coleman=коулман bryant=брайант holmes=холмс rose=роуз lewis=льюис lee=ли jordan=джордан butler=батлер
hunter=хантер murray=мюррей russell=рассел douglas=дуглас lloyd=ллойд graham=грэм grace=грейс rachel=рейчел
jane=джейн joan=джоан julie=джули paul=пол saul=сол sean=шон ian=иэн stephen=стивен ryan=райан brian=брайан
sarah=сара deborah=дебора susan=сьюзан louise=луиза eugene=юджин heather=хезер tyler=тайлер wood=вуд woods=вудс
"""
"""Names whose sound their spelling does not tell, and how they are written."""

_LISTED = dict(pair.split("=") for pair in _NAMES.split())

_RULES = Rules(
    [
        ("^wr", "р"),
        ("^kn", "н"),
        ("^wh", "у"),
        ("eigh", "ей"),
        ("igh", "ай"),
        ("augh|ough", "о"),
        ("tch", "тч"),
        ("ch", "ч"),
        ("sch|sh", "ш"),
        ("ph", "ф"),
        ("th", "т"),
        ("ck", "к"),
        ("qu", "кв"),
        ("dge$|ge$|dg", "дж"),
        ("ce$", "с"),
        ("j", "дж"),
        ("x", "кс"),
        ("ee|ea|ie$|ey$", "и"),
        ("oo", "у"),
        ("ou", "ау"),
        ("oa|ow$", "оу"),
        ("ow", "ау"),
        ("ai|ay", "ей"),
        ("oi|oy", "ой"),
        ("au|aw", "о"),
        ("ew", "ью"),
        ("^by$|by(?=[^aeiouy])", "бай"),
        ("a(?=[^aeiouy]e$)", "ей"),
        ("i(?=[^aeiouy]e$)|y(?=[^aeiouy]e$)", "ай"),
        ("o(?=[^aeiouy]e$)", "оу"),
        ("u(?=[^aeiouy]e$)", "ью"),
        ("(?<=[^aeiouy])e$", ""),
        ("ir(?=[^aeiouy]|$)|ur(?=[^aeiouy]|$)", "ёр"),
        ("u(?=[^aeiouy])", "а"),
        ("w(?=[aeiouy])", "у"),
        ("^y(?=[aeiou])", "й"),
        ("y", "и"),
        ("c(?=[eiy])", "с"),
        ("a", "э"),
        ("e", "е"),
        ("i", "и"),
        ("o", "о"),
        ("u", "у"),
        ("b", "б"),
        ("[ck]", "к"),
        ("d", "д"),
        ("f", "ф"),
        ("g", "г"),
        ("h", "х"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("p", "п"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("[vw]", "в"),
        ("z", "з"),
    ]
)
_ENGLISH = re.compile(r"[A-Za-z .'’-]+")


def by_sound(name: str) -> str:
    """Return a name as Cyrillic writes its sound; empty where it is no English one, or may be a Slavic one."""
    words = words_of(name)
    if not words or not _ENGLISH.fullmatch(name) or from_english(name) is not None:
        return ""
    made = (_LISTED.get(word.lower()) or _RULES.word(word.lower()) for word in words)
    return " ".join(word[:1].upper() + word[1:] for word in made)
