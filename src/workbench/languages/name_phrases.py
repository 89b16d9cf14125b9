"""Names of what is no person, in a text: as a whole, and by the words of theirs that tell them.

Words that many such names have (турма, рада, committee), and a country's, tell nothing alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.languages.finding import Folded
from workbench.languages.known_names.usual import TITLES
from workbench.languages.name_company import given_names_of, is_of_country, is_usual
from workbench.languages.name_dress import LONGEST
from workbench.languages.name_stems import SURE, adjectives_of, begins, ends, forms_of, letters_of, stems_of

_ORDINARY = """
турма калонія ізалятар суд пракуратура міліцыя паліцыя рада савет камітэт камісія міністэрства дэпартамент упраўленне
цэнтр фонд саюз аб'яднанне таварыства партыя рух кааліцыя асацыяцыя федэрацыя група каманда арганізацыя ініцыятыва
праект праграма камунікацыйны школа універсітэт акадэмія інстытут бібліятэка музей тэатр завод фабрыка прадпрыемства
кампанія банк газета часопіс радыё тэлебачанне канал рэдакцыя агенцтва прэса вуліца плошча праспект парк вёска горад
раён вобласць возера рака станцыя лагер штаб дом праца суполка працэс справа сустрэча сход з'езд канферэнцыя мітынг
страйк акцыя марш шэсце пратэст арышт затрыманне допыт ператрус прысуд выбары рэферэндум дэмакратычны народны
нацыянальны дзяржаўны рэспубліканскі рэгіянальны міжнародны грамадскі грамадзянскі праваабарончы жаночы маладзёжны
незалежны свабодны вольны вялікі малы новы стары першы другі галоўны цэнтральны вышэйшы права чалавек салідарнасць
дэмакратыя свабода рэспубліка краіна служба бяспека дапамога падтрымка тюрьма колония изолятор прокуратура милиция
полиция совет комитет комиссия министерство департамент управление центр союз объединение общество партия движение
коалиция ассоциация федерация группа команда организация инициатива проект программа университет академия институт
библиотека театр фабрика предприятие компания журнал радио телевидение редакция агентство пресса улица площадь
проспект деревня город район область озеро река станция лагерь дело встреча собрание съезд конференция митинг
забастовка акция шествие протест арест задержание допрос обыск приговор выборы референдум демократический народный
национальный государственный республиканский региональный международный общественный гражданский правозащитный женский
молодёжный независимый свободный большой малый новый старый первый второй главный центральный высший право человек
солидарность демократия свобода республика страна безопасность помощь поддержка kalėjimas kolonija teismas prokuratūra
policija taryba komitetas komisija ministerija departamentas centras fondas sąjunga susivienijimas draugija partija
judėjimas koalicija asociacija federacija grupė komanda organizacija iniciatyva projektas programa mokykla
universitetas akademija institutas biblioteka muziejus teatras gamykla įmonė bendrovė bankas laikraštis žurnalas
radijas televizija redakcija agentūra spauda gatvė aikštė prospektas parkas kaimas miestas rajonas sritis ežeras upė
stotis stovykla byla susitikimas suvažiavimas konferencija mitingas streikas akcija eisena protestas areštas apklausa
krata nuosprendis rinkimai referendumas demokratinis tautinis nacionalinis valstybinis tarptautinis visuomeninis
moterų jaunimo nepriklausomas laisvas didysis mažasis naujas senas pirmas antras vyriausiasis teisė žmogus laisvė
respublika prison colony jail court trial prosecutor police council committee commission ministry department office
centre center fund foundation union association society party movement coalition federation group team organisation
organization initiative project program programme school university academy institute library museum theatre theater
factory plant company bank newspaper magazine radio television channel editorial agency press street square avenue
park village town city district region lake river station camp headquarters house work community case meeting assembly
congress conference rally strike action march procession protest arrest detention interrogation search raid sentence
verdict election elections referendum democratic people national state republican regional international public civil
human rights right women youth independent free freedom big small great little new old first second main central
supreme high solidarity democracy republic country service security help support aid news media the and for evening
morning night day north south east west world european women's people's hospital church hill road bridge hotel club
"""

_BEARERS = frozenset(
    ("радыё", "радио", "radio", "radijas", "газета", "newspaper", "плошча", "площадь", "вуліца", "улица", "праспект")
)
"""Words after which a usual word in the nominative is a paper's or a place's name."""

_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)\s[«“„\"]?$")
_BEFORE_LONGEST = 40

_SHORTEST = 4
"""Letters of a word that is asked about though only `known_names` takes it for a name."""

_LETTERS = re.compile(r"[^\W_]+")
_LEAST = 6
"""Letters that the words of a name have together, at least, to be looked for where they are glued."""

_OPENS = re.compile(r"(?:^|[.!?…:;\n•|]|[.!?…]\s*[»”\")])\s*[«“„\"(—–-]*\s*$")
_MARKS = " \t\n\u00a0.,:;!?…«»“”„\"'()[]–—-"
"""What may stand around a name that is all of a title, a tag or a value."""

_BEFORE = 12
"""Code points before a word that are looked at for a sentence's end."""


@dataclass(frozen=True, slots=True)
class Read:
    """A word of a text, folded: its place in code points, and how it is written."""

    start: int
    end: int
    key: str
    capital: bool


@dataclass(frozen=True, slots=True)
class _Telling:
    """A word that tells a name: `whole` where it is all of it, `strong` where its capital letter is its own."""

    stems: tuple[str, ...]
    owner: str
    whole: bool
    strong: bool
    event: bool = False
    adjective: bool = False
    """Whether the stems are those of adjectives made of it, which are written small."""


@cache
def _ordinary() -> dict[str, None]:
    return dict.fromkeys(stem for word in _ORDINARY.split() for stem in stems_of(word) if len(stem) > 1)


def is_ordinary(word: str) -> bool:
    """Tell whether a word is one that many names of organisations, places and events have."""
    key = letters_of(word)
    return any(key[:n] in _ordinary() and ends(key[:n], key[n:]) for n in range(2, len(key) + 1))


def is_worth_asking(words: str, name: str) -> bool:
    """Tell whether words that `known_names` alone takes for a name are more than usual words, or two or three letters.

    A name that has a usual word in it is known in every case of that word by other means.
    """
    if " " not in words and any(map(is_usual, name.split())):
        return False
    return any(
        not word[0].isupper() or not (len(word) < _SHORTEST or is_usual(word) or is_ordinary(word))
        for word in words.split()
        if not word[0].islower()
    )


def reads(text: str, folded: Folded) -> list[Read]:
    """Return the words of a text, folded; those of FreeSokal are one."""
    found = []
    for match in _LETTERS.finditer(folded.letters):
        start, end = folded.position(match.start()), folded.position(match.end())
        found.append(Read(start, end, match.group()[:LONGEST], text[start : start + 1].isupper()))
    return found


def of_a_title(text: str, start: int, end: int) -> bool:
    """Tell whether a usual word is part of a name that is no person's: Радио Свобода, Gorky Park."""
    before = _WORD_BEFORE.search(text, max(0, start - _BEFORE_LONGEST), start)
    word = text[start:end]
    if before is None or not is_usual(word):
        return False
    if before[1].lower() in _BEARERS:
        return is_ordinary(word)
    other = before[1].istitle() and len(before[1]) > 1 and not given_names_of(before[1])
    opens = _OPENS.search(text[max(0, before.start() - _BEFORE) : before.start()]) is not None
    return other and not opens and before[1].lower() not in TITLES and is_ordinary(word)


class Phrases:
    """The names of what is no person, by their words; made once, asked often."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[tuple[str, ...], ...]]]] = {}
        self._telling: dict[str, list[_Telling]] = {}
        self._glued: dict[re.Pattern[str], str] = {}

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def add(self, owner: str, words: Sequence[str], *, event: bool = False) -> None:
        """Take in one form of a name, its words in order; of an `event` a usual word alone tells less."""
        stemmed = [(word, stems) for word in words if (stems := stems_of(word))]
        if not stemmed:
            return
        named = [(word, stems) for word, stems in stemmed if len(word) > 2 and not word.isdigit()]
        for phrase in (stemmed, named) if len(named) > 1 else (stemmed,):
            whole = owner, tuple(stems for _word, stems in phrase)
            for stem in whole[1][0]:
                known = self._by_first.setdefault(stem, [])
                if len(phrase) > 1 and whole not in known:
                    known.append(whole)
        if len(stemmed) > 1 and sum(len(stems[0]) for _word, stems in stemmed) > _LEAST:
            pattern = "[aivhmns]{0,4}".join(f"(?:{'|'.join(map(re.escape, stems))})" for _word, stems in stemmed)
            self._glued[re.compile(pattern)] = owner
        own = any(word.islower() for word, _stems in stemmed)
        for at, (word, _stems) in enumerate(stemmed):
            whole_word = len(stemmed) == 1
            strong = word[:1].isupper() and ((own and at > 0) or (len(word) > 1 and word.isupper() and word.isalpha()))
            self._tell(owner, word, whole=whole_word, strong=strong, event=event)

    def _tell(self, owner: str, word: str, *, whole: bool, strong: bool, event: bool) -> None:
        usual = is_ordinary(word) or is_usual(word) or is_of_country(word)
        if not whole and (usual or len(word) < 3 or word.islower() or word.isdigit()):
            return
        stems = tuple(dict.fromkeys(stem for form in forms_of(word) for stem in stems_of(form)))
        told = _Telling(stems, owner, whole, (strong or whole) and not usual, event=event)
        called = _Telling(
            adjectives_of(word) if whole and not event else (), owner, whole, strong=False, adjective=True
        )
        for each in (told, called):
            for stem in each.stems:
                known = self._telling.setdefault(stem, [])
                if each not in known:
                    known.append(each)

    def find(self, text: str, words: Sequence[Read]) -> Iterator[tuple[int, int, str, bool]]:
        """Yield (start, end, owner, whether it is sure) of every name that stands among words in order."""
        whole = list(self._whole(words))
        yield from ((start, end, owner, True) for start, end, owner in whole)
        inside = {(owner, at) for start, end, owner in whole for at in _starts(words, start, end)}
        small = {word.key for word in words if not word.capital}
        for word in words:
            for n in range(1, len(word.key) + 1):
                for told in self._telling.get(word.key[:n], ()):
                    if ends(word.key[:n], word.key[n:]) and (told.owner, word.start) not in inside:
                        sure = _alone(text, word, told, seen_small=word.key in small)
                        if sure is not None:
                            yield word.start, word.end, told.owner, sure

    def _whole(self, words: Sequence[Read]) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, owner) of the names of several words that stand there whole."""
        for at, word in enumerate(words):
            for n in range(1, len(word.key) + 1):
                for owner, phrase in self._by_first.get(word.key[:n], ()):
                    last = at + len(phrase)
                    if last <= len(words) and all(begins(words[at + k].key, each) for k, each in enumerate(phrase)):
                        yield word.start, words[last - 1].end, owner

    def glued(self, key: str) -> Iterator[tuple[str, bool]]:
        """Yield (owner, whether it is sure) of every name that stands in a folded run of letters."""
        for pattern, owner in self._glued.items():
            if pattern.search(key):
                yield owner, True
        for at in range(len(key)):
            for n in range(SURE - 1, len(key) - at + 1):
                for told in self._telling.get(key[at : at + n], ()):
                    if told.strong and (at == 0 or n >= SURE) and ends(key[at : at + n], key[at + n :]):
                        yield told.owner, True

    def anywhere(self, key: str) -> bool:
        """Tell whether a name, or a word that tells one, stands in letters without spaces."""
        return any(pattern.search(key) for pattern in self._glued) or any(
            len(stem) >= SURE and stem in key and any(each.strong for each in told)
            for stem, told in self._telling.items()
        )


def _alone(text: str, word: Read, told: _Telling, *, seen_small: bool) -> bool | None:
    """Tell whether one word surely names what it tells; None where it is no name."""
    if told.adjective:
        return False
    if not word.capital:
        return False if told.strong and len(told.stems[0]) >= SURE - 1 else None
    opens = _OPENS.search(text[max(0, word.start - _BEFORE) : word.start]) is not None
    if told.strong:
        return not (opens and seen_small)
    if told.whole and not told.event:
        return not text[: word.start].strip(_MARKS) and not text[word.end :].strip(_MARKS)
    return None if opens and (seen_small or told.whole) else False


def _starts(words: Sequence[Read], start: int, end: int) -> Iterator[int]:
    """Yield where the words of a range begin."""
    for at in range(bisect_left(words, start, key=_start_of), len(words)):
        if words[at].start >= end:
            return
        yield words[at].start


def _start_of(word: Read) -> int:
    return word.start
