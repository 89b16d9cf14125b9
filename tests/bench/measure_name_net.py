# ruff: noqa: T201 - a script that prints tables
"""What of hidden names is withheld: `PYTHONPATH=src:tests/support python tests/bench/measure_name_net.py [--list]`.

Recall: made-up people, whose names the net is given in every script, are put into sentences in every
case and disguise; a name is withheld where nothing but an initial or a word of other people is left.
False alarms: 200 usual surnames a language, none of which somebody in the texts bears, are looked for in
the NTREX articles of ../shared/data, where they are there.
"""

from __future__ import annotations

import argparse
import csv
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator

from measure_known_names import PERSON, SETS
from shared_data import NTREX

from made_people import MadeName, people
from workbench.languages.inflection.names import inflect
from workbench.languages.known_names.usual import ALSO_WORDS
from workbench.languages.name_called import Forms
from workbench.languages.name_net import NameNet
from workbench.languages.name_parts import NameParts
from workbench.services.levels import all_forms

LINES = NTREX / "ntrex.tsv"
LANGUAGES = ("be", "ru", "lt", "en")
WORD = re.compile(r"[^\W\d_]+")
SENTENCES = {
    "be": "Учора {} бачылі ў горадзе.",
    "ru": "Вчера {} видели в городе.",
    "lt": "Vakar {} matė mieste.",
    "en": "Yesterday {} was seen in town.",
}
LIKE = str.maketrans("аеосрхіАЕОСРХІaeocpxiAEOCPXI", "aeocpxiAEOCPXIаеосрхіАЕОСРХІ")
SMALL = str.maketrans("abcdefghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")

DISGUISES: dict[str, Callable[[str], str]] = {
    "none": lambda word: word,
    "capitals": str.upper,
    "spaced out": " ".join,
    "parted by hyphens": "-".join,
    "hyphen at a line's end": lambda word: f"{word[: len(word) // 2]}-\n{word[len(word) // 2 :]}",
    "a line's end inside": lambda word: f"{word[: len(word) // 2]}\n{word[len(word) // 2 :]}",
    "a no-break space inside": lambda word: f"{word[: len(word) // 2]}\u00a0{word[len(word) // 2 :]}",
    "soft hyphen": lambda word: f"{word[: len(word) // 2]}\u00ad{word[len(word) // 2 :]}",
    "look-alike letters": lambda word: word.translate(LIKE),
    "small capitals (Latin)": lambda word: word.lower().translate(SMALL) if word.isascii() else "",
    "hashtag": lambda word: f"#Free{word}",
    "percent": lambda word: "".join(f"%{byte:02X}" for byte in word.encode()),
    "percent twice": lambda word: "".join(f"%25{byte:02X}" for byte in word.encode()),
    "percent of cp1251": lambda word: "".join(f"%{byte:02X}" for byte in word.encode("cp1251", "ignore")),
    "character references": lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    "quoted-printable": lambda word: "".join(f"={byte:02X}" for byte in word.encode()),
}
"""What is done to a family name. Empty where it cannot be done."""


SHORT = """
Швец Шаўца Шаўцу Шаўцом · Заяц Зайца Зайцу Зайцам · Лось Лося Лосю Ласю Лосем · Рэпка Рэпкі Рэпцы Рэпку Рэпак
Кравец Краўца Краўцу · Верабей Вераб’я Вераб’ю · Салавей Салаўя Салаўю · Муха Мухі Мусе Муху Мухаў · Жук Жука Жуку
Груша Грушы Грушу Грушай · Кос Коса Косу · Журавель Жураўля Жураўлю · Король Короля Кароль Круль Król · Орел Орла Орлу
Król Króla Królowi Круль Круля · Gaidys Gaidžio Gaidžiui Gaidį Gaidienė Gaidytė · Medis Medžio Medžiui Medį Medienė
Butkus Butkaus Butkui Butkų Butkienė Butkutė · Rytis Ryčio Ryčiui Rytį Rytienė · Žąsinas Žąsino Žąsinaitė Žąsinienė
Чарнышэвіч Чернышевич Czarnyszewicz Černyševičius Tschernyschewitsch · Пётра Пятра · Сокал Сокала Сокалу Sokal Соколу
"""
"""Short family names and those whose stem changes: the name, then forms of it as grammars have them."""


def short_names() -> None:
    """Print how many of the forms written down by hand are withheld."""
    met, missed = 0, []
    for line in SHORT.replace("\n", " · ").split("·"):
        if not line.strip():
            continue
        name, *forms = line.split()
        tag = "pl" if "ó" in name else "lt" if name[-1] == "s" else "be"
        net = NameNet([Forms("p", all_forms([(f"Янка {name}", tag)]))])
        for form in forms:
            met += 1
            if not net.find(f"Там {form} там."):
                missed.append(f"{name}: {form}")
    print(f"short family names: {met - len(missed)} of {met}", missed)


def inflected(name: MadeName) -> Iterator[str]:
    """Yield a family name in every case that its language has."""
    yield name.family
    parts = NameParts(given=name.given, family=name.family)
    for form in inflect(f"{name.given} {name.family}", name.tag, parts):
        yield form.value.split(" ", 1)[1]


def recall(count: int, *, listed: bool) -> None:
    """Print how many forms are withheld, a row a disguise and a column a language."""
    met: Counter[tuple[str, str]] = Counter()
    withheld: Counter[tuple[str, str]] = Counter()
    for person in people(count, seed=11):
        if person.again is not None:
            continue
        net = NameNet([Forms("p", tuple(v for n in person.names for v in all_forms([(n.value, n.tag)])))])
        for name in person.names:
            tag = name.tag if name.tag in LANGUAGES else "en"
            for family in dict.fromkeys(inflected(name)):
                for how, disguise in DISGUISES.items():
                    words = disguise(family)
                    if not words or (how == "percent of cp1251" and not re.search("[а-я]", family)):
                        continue
                    text = SENTENCES[tag].format(words)
                    start = text.index(words)
                    met[how, tag] += 1
                    found = net.find(text)
                    whole = any(
                        c.start <= start + 5 * (how == "hashtag") and start + len(words) <= c.end for c in found
                    )
                    withheld[how, tag] += whole
                    if listed and not whole:
                        print(f"    {how}: {name.value} ({name.tag}): {text!r} {found}")
    print("| withheld, % of forms | " + " | ".join(LANGUAGES) + " |\n| --- |" + " --- |" * len(LANGUAGES))
    for how in DISGUISES:
        shares = [f"{100 * withheld[how, tag] / met[how, tag]:.1f}" if met[how, tag] else "" for tag in LANGUAGES]
        print(f"| {how} | " + " | ".join(shares) + " |")
    print("forms:", {tag: met["none", tag] for tag in LANGUAGES})


def real_texts(*, listed: bool) -> None:
    """Print how many of the persons’ names of the ner-* texts are withheld, where all are hidden by their lemmas."""
    print("| texts | persons' names | withheld in part at least, % | withheld whole, % |\n| --- | --- | --- | --- |")
    for tag, (read, folder) in SETS.items():
        path = LINES.parents[1] / folder
        met = part = whole = 0
        for text in read(path) if path.is_dir() else ():
            names = [(name, tag) for kind, name in sorted(text.names) if kind is PERSON]
            found = NameNet([Forms(name, all_forms([(name, tag)])) for name, tag in names]).find(text.text)
            for span, kind in text.gold:
                if kind is PERSON:
                    over = [c for c in found if c.start < span.end and span.start < c.end]
                    met, part = met + 1, part + bool(over)
                    whole += any(c.start <= span.start and span.end <= c.end for c in over)
                    if listed and not over:
                        print(f"    {tag}: {text.text[span.start : span.end]}")
        if met:
            print(f"| {tag} | {met} | {100 * part / met:.1f} | {100 * whole / met:.1f} |")


def surnames(tag: str, texts: str) -> list[MadeName]:
    """Return 200 made-up people of a language whose family names' first five letters begin no word with a capital."""
    heads = {word[:5].casefold() for word in WORD.findall(texts) if word[0].isupper()}
    found: dict[str, MadeName] = {}
    for person in people(200_000, seed=5):
        for name in person.names:
            if name.tag == tag and name.family not in found and name.family[:5].casefold() not in heads:
                found[name.family] = name
        if len(found) == 200:
            break
    return list(found.values())


def usual_surnames(tag: str) -> list[str]:
    """Return the words of the language's list of usual words, which people are called too."""
    letters = {"be": "іўэ", "ru": "иыэ", "lt": "ąčęėįšųūž", "en": ""}[tag]
    latin = tag in ("lt", "en")
    words = [word for word in sorted(ALSO_WORDS) if word[0].isascii() == latin or word[0] in letters]
    return [word.capitalize() for word in words if word.isascii() == (tag == "en") or not latin]


def alarms(tag: str, texts: str, names: list[str], words: int, title: str) -> None:
    """Print the catches in 10,000 words, and which they are most often."""
    net = NameNet([Forms(str(n), all_forms([(name, tag)])) for n, name in enumerate(names)])
    found = {(c.start, c.end): c.sure for c in sorted(net.find(texts), key=lambda c: c.sure)}
    sure = sum(found.values())
    rate = 10_000 / words
    common = Counter(texts[start:end] for start, end in found).most_common(6)
    print(f"| {tag} | {title} | {len(names)} | {sure * rate:.1f} | {(len(found) - sure) * rate:.1f} | "
          + ", ".join(f"{word} {n}" for word, n in common) + " |")  # fmt: skip


def speed(texts: dict[str, str]) -> None:
    """Print how long 20,000 code points take with 100 people."""
    start = time.process_time()
    net = NameNet([
        Forms(str(n), tuple(v for name in person.names for v in all_forms([(name.value, name.tag)])))
        for n, person in enumerate(people(100, seed=3))
    ])  # fmt: skip
    print(f"net of 100 people: {time.process_time() - start:.2f} s of CPU")
    for tag, text in texts.items():
        start = time.process_time()
        net.find(text[:20_000])
        print(f"20,000 code points, {tag}: {1000 * (time.process_time() - start):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    recall(asked.people, listed=asked.list)
    short_names()
    real_texts(listed=asked.list)
    if not LINES.exists():
        return
    with LINES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = {tag: "\n".join(row[tag] for row in rows) for tag in LANGUAGES}
    print("| texts | surnames | how many | sure | asked | most often |\n| --- | --- | --- | --- | --- | --- |")
    for tag, text in texts.items():
        words = len(WORD.findall(text))
        made = surnames(tag, text)
        alarms(tag, text, [name.family for name in made], words, "family name alone")
        alarms(tag, text, [f"{name.given} {name.family}" for name in made], words, "with given names")
        alarms(tag, text, usual_surnames(tag), words, "usual words")
    speed(texts)


if __name__ == "__main__":
    main()
