# ruff: noqa: T201, E501 - a script that prints tables, with a table of its own
"""How well names are recognised across languages: `PYTHONPATH=src python tests/bench/measure_names.py`.

Reads names of ../shared/data where they are there, and `PERSONS` below: how the press and the
encyclopedias of five languages write persons of public life.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from shared_data import DATA

from workbench.domain.kinds import Case
from workbench.languages.inflection.names import cases_of, inflect
from workbench.languages.name_likeness import likeness
from workbench.languages.name_parts import Gender, NameParts

_TAGS = ("be", "ru", "en", "lt", "pl", "be-Latn")
PERSONS = """
Святлана Алексіевіч | Светлана Алексиевич | Svetlana Alexievich | Sviatlana Aleksijevič | Swiatłana Aleksijewicz
Святлана Ціханоўская | Светлана Тихановская | Sviatlana Tsikhanouskaya | Sviatlana Cichanouskaja | Swiatłana Cichanouska
Сяргей Ціханоўскі | Сергей Тихановский | Siarhei Tsikhanouski | Sergejus Cichanouskis | Siarhiej Cichanouski
Паліна Шарэнда-Панасюк | Полина Шарендо-Панасюк | Palina Sharenda-Panasiuk | Palina Šarenda-Panasiuk | Palina Szarenda-Panasiuk
Мікола Статкевіч | Николай Статкевич | Mikola Statkevich | Mikola Statkevičius | Mikoła Statkiewicz
Андрэй Саннікаў | Андрей Санников | Andrei Sannikov | Andrejus Sanikovas | Andrej Sannikau
Павел Латушка | Павел Латушко | Pavel Latushko | Pavelas Latuška | Pawieł Łatuszka
Вераніка Цапкала | Вероника Цепкало | Veronika Tsepkalo | Veronika Cepkalo | Wieranika Capkała
Валерый Цапкала | Валерий Цепкало | Valery Tsepkalo | Valerijus Cepkalo | Walery Capkała
Аляксандр Мілінкевіч | Александр Милинкевич | Alaksandar Milinkievič | Aleksandras Milinkevičius | Alaksandr Milinkiewicz
Зянон Пазняк | Зенон Позняк | Zianon Pazniak | Zenonas Pazniakas | Zianon Paźniak
Станіслаў Шушкевіч | Станислав Шушкевич | Stanislav Shushkevich | Stanislavas Šuškevičius | Stanisłau Szuszkiewicz
Уладзімір Някляеў | Владимир Некляев | Uladzimir Niakliajeu | Uladzimiras Niakliajevas | Uładzimir Niaklajeu
Наталля Кучынская | Наталья Кучинская | Natalia Kuchinskaya | Natalija Kučinskaja | Natalla Kuczyńska
Дар’я Домрачава | Дарья Домрачева | Darya Domracheva | Darja Domračeva | Darja Domraczewa
Вікторыя Азаранка | Виктория Азаренко | Victoria Azarenka | Viktorija Azarenka | Wiktoryja Azaranka
Арына Сабаленка | Арина Соболенко | Aryna Sabalenka | Arina Sabalenka | Aryna Sabalenka
Васіль Быкаў | Василь Быков | Vasil Bykaŭ | Vasilis Bykovas | Wasil Bykau
Уладзімір Караткевіч | Владимир Короткевич | Uladzimir Karatkevich | Uladzimiras Karatkevičius | Uładzimir Karatkiewicz
Янка Купала | Янка Купала | Yanka Kupala | Janka Kupala | Janka Kupała
Якуб Колас | Якуб Колас | Yakub Kolas | Jakubas Kolasas | Jakub Kołas
Марк Шагал | Марк Шагал | Marc Chagall | Markas Šagalas | Marc Chagall
Тадэвуш Касцюшка | Тадеуш Костюшко | Tadeusz Kościuszko | Tadas Kosciuška | Tadeusz Kościuszko
Адам Міцкевіч | Адам Мицкевич | Adam Mickiewicz | Adomas Mickevičius | Adam Mickiewicz
Даля Грыбаўскайтэ | Даля Грибаускайте | Dalia Grybauskaitė | Dalia Grybauskaitė | Dalia Grybauskaitė
Гітанас Наўседа | Гитанас Науседа | Gitanas Nausėda | Gitanas Nausėda | Gitanas Nausėda
Інгрыда Шыманітэ | Ингрида Шимоните | Ingrida Šimonytė | Ingrida Šimonytė | Ingrida Šimonytė
Вітаўтас Ландсбергіс | Витаутас Ландсбергис | Vytautas Landsbergis | Vytautas Landsbergis | Vytautas Landsbergis
Ніна Багінская | Нина Багинская | Nina Baginskaya | Nina Baginskaja | Nina Bahinska
Ігар Лосік | Игорь Лосик | Ihar Losik | Igoris Losikas | Ihar Łosik
Раман Пратасевіч | Роман Протасевич | Raman Pratasevich | Romanas Protasevičius | Raman Pratasiewicz
Сцяпан Пуціла | Степан Путило | Stsiapan Putsila | Stepanas Putila | Sciapan Puciła
Марыя Мароз | Мария Мороз | Maryia Maroz | Marija Moroz | Maryja Maroz
Эдуард Бабарыка | Эдуард Бабарико | Eduard Babaryka | Eduardas Babaryka | Eduard Babaryka
Кацярына Андрэева | Екатерина Андреева | Katsiaryna Andreyeva | Jekaterina Andrejeva | Kaciaryna Andrejewa
Дзмітрый Дашкевіч | Дмитрий Дашкевич | Zmitser Dashkevich | Dmitrijus Daškevičius | Dzmitry Daszkiewicz
Яўген Афнагель | Евгений Афнагель | Yauhen Afnagel | Jevgenijus Afnagelis | Jauhien Afnahiel
Вольга Кавалькова | Ольга Ковалькова | Volha Kavalkova | Olga Kovalkova | Wolha Kawalkowa
Рыгор Кастусёў | Григорий Костусев | Ryhor Kastusiou | Rygoras Kastusiovas | Ryhor Kastusiou
Анатоль Лябедзька | Анатолий Лебедько | Anatol Lyabedzka | Anatolijus Lebedka | Anatol Labiedźka
Андрэй Пачобут | Анджей Почобут | Andrzej Poczobut | Andžejus Počobutas | Andrzej Poczobut
Анжаліка Борыс | Анжелика Борис | Andżelika Borys | Anželika Borys | Andżelika Borys
Юрый Захаранка | Юрий Захаренко | Yury Zakharanka | Jurijus Zacharenka | Jury Zacharanka
Юры Зянковіч | Юрий Зенкович | Youras Ziankovich | Jurijus Ziankovičius | Jury Ziankowicz
Ірына Халіп | Ирина Халип | Iryna Khalip | Irina Chalip | Iryna Chalip
Наталля Радзіна | Наталья Радина | Natalya Radzina | Natalija Radzina | Natalla Radzina
"""


class Token(NamedTuple):
    """One proper name of a treebank in a case that is not the nominative."""

    lemma: str
    form: str
    case: str
    kind: str
    """Giv, Sur, Pat or Geo (lt: empty, its treebank does not say)."""

    gender: str
    number: str


def tokens(folder: str, tag: str) -> list[Token]:
    """Read the proper names of a treebank that stand in a case of their language other than the nominative."""
    found = []
    for path in sorted((DATA / folder).glob("*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) < 6 or cells[3] != "PROPN" or "Case=" not in cells[5]:
                continue
            features = dict(feature.split("=") for feature in cells[5].split("|"))
            if features["Case"] in cases_of(tag):
                kind, gender = features.get("NameType", ""), features.get("Gender", "")
                found.append(Token(cells[2], cells[1], features["Case"], kind, gender, features.get("Number", "")))
    return found


def persons_of_factrueval() -> list[tuple[str, str, str]]:
    """Return (word as it stands in a text, its nominative, "given" or "family") of Russian persons, each pair once.

    A text's coreference file names each person's given name and family name in the nominative; the
    text's own word is the one among the person's spans that begins with the same three letters.
    """
    found = set()
    for path in sorted((DATA / "ner-ru-factrueval" / "devset").glob("*.coref")):
        mentions = _mentions(path)
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = block.strip().splitlines() or [""]
            facts = dict(line.split(" ", 1) for line in lines[1:] if " " in line)
            spans = [span for one in lines[0].split()[1:] for span in mentions.get(one, [])]
            for name, kind, part in (("firstname", "name", "given"), ("lastname", "surname", "family")):
                base = facts.get(name, "").strip()
                found |= {
                    (word, base, part)
                    for span_kind, word in spans
                    if span_kind == kind and " " not in word and word[:3].lower() == base[:3].lower() != ""
                }
    return sorted(found)


def _mentions(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return the spans of each mention of a text: what each is, and its words."""
    spans: dict[str, tuple[str, str]] = {}
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        head, _sign, words = line.partition("#")
        cells = head.split()
        if words:
            spans[cells[0]] = cells[1], " ".join(words.split()[int(cells[5]) :])
    rows = [
        line.split("#")[0].split() for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines()
    ]
    return {row[0]: [spans[one] for one in row[2:] if one in spans] for row in rows if len(row) > 2}


def reached(found: list[tuple[str, str, str]], *, verbose: bool = False) -> None:
    """Print how many words of Russian texts are among the cases that are made of their nominative."""
    cells: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for word, base, part in found:
        if word.casefold() == base.casefold():
            continue
        parts = NameParts(given=base) if part == "given" else NameParts(family=base)
        made = {one.value.casefold() for gender in Gender for one in inflect(base, "ru", parts, gender)}
        cells[part][0] += word.casefold() in made
        cells[part][1] += 1
        if verbose and word.casefold() not in made:
            print("   ", word, base, part)
    print("\nRussian, FactRuEval: words of texts among the forms of their nominative\n")
    print("| part | reached | of | |\n| --- | --- | --- | --- |")
    for part, (right, total) in cells.items():
        print(f"| {part} | {right} | {total} | {right / max(1, total):.1%} |")


def declined(title: str, tag: str, found: list[Token], *, verbose: bool = False) -> None:
    """Print how many names of each case have the treebank's form, with its lemma, kind and gender given."""
    cells: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    distinct: dict[Token, bool] = {}
    for token in found:
        word = token.lemma
        parts = {
            "Giv": NameParts(given=word),
            "Pat": NameParts(patronymic=word),
            "Sur": NameParts(family=word),
        }.get(token.kind)
        gender = Gender(token.gender) if token.gender in ("Masc", "Fem") else Gender.UNKNOWN
        made = {one.case: one.value for one in inflect(word, tag, parts, gender)}
        right = made.get(Case(token.case), "").casefold() == token.form.casefold()
        distinct[token] = right
        for cell in (cells[token.case], cells["all"], kinds[token.kind or "-"]):
            cell[0] += right
            cell[1] += 1
        if verbose and not right:
            print("   ", token, made.get(Case(token.case)))
    print(f"\n{title}\n\n| case | right | of | |\n| --- | --- | --- | --- |")
    cells["distinct"] = [sum(distinct.values()), len(distinct)]
    for name, (good, total) in [*cells.items(), *kinds.items()]:
        print(f"| {name} | {good} | {total} | {good / max(1, total):.1%} |")


class Form(NamedTuple):
    """One form of one person's name."""

    who: str
    value: str
    tag: str


def persons() -> list[Form]:
    """Return the press's forms of each person, those of the sample's records among them."""
    made = []
    for line in PERSONS.strip().splitlines():
        values = [value.strip() for value in line.split("|")]
        made += [Form(values[0], value, tag) for value, tag in zip(values, _TAGS, strict=False)]
    path = DATA / "sample-article" / "records.json"
    if path.exists():
        for one in json.loads(path.read_text(encoding="utf-8"))["persons"]:
            made += [Form(one["names"]["be"], value, tag) for tag, value in one["names"].items()]
    return made


def in_texts() -> list[Form]:
    """Return the persons of be_hse of two words and more, as they stand in sentences, by their lemmas."""
    path = DATA / "ner-be-ud-hse" / "names.jsonl"
    if not path.exists():
        return []
    found = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        for name in json.loads(line)["names"]:
            if name["type"] == "PER" and " " in name["lemma"]:
                found |= {Form(name["lemma"], name["text"], "be"), Form(name["lemma"], name["lemma"], "be")}
    return sorted(found)


def one_person() -> list[Form]:
    """Return forms of one well-known name in Latin and Cyrillic letters, of two words and more, without titles."""
    path = DATA / "name-variants" / "rigour-putin_names.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    plain = [
        line
        for line in lines
        if " " in line and not re.search("[^\u0000-\u036f\u0400-\u052f]|[Pp]r[eä][sdș]|elnök|През", line)
    ]
    return [Form("P", line, "ru" if any("Ѐ" <= char <= "ԯ" for char in line) else "und") for line in plain]


def recognised(title: str, forms: list[Form], *, in_text: bool = False) -> None:
    """Print precision and recall of "is possibly the same" over all pairs of forms, by threshold."""
    cells: dict[float, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one, other in combinations(forms, 2):
        if one.value == other.value:
            continue
        score, same = likeness(*one[1:], *other[1:], in_text=in_text), one.who == other.who
        for limit in (0.6, 0.72, 0.8, 0.9):
            cells[limit][0] += same and score >= limit
            cells[limit][1] += not same and score >= limit
            cells[limit][2] += same and score < limit
        if same != (score >= 0.72):
            print(
                f"    {'missed' if same else 'wrong'} {score:.2f}: {one.value} ({one.tag}), {other.value} ({other.tag})"
            )
    print(f"\n{title}: {len(forms)} forms of {len({form.who for form in forms})} persons\n")
    print("| from | right | wrong | missed | precision | recall |\n| --- | --- | --- | --- | --- | --- |")
    for limit, (right, wrong, missed) in sorted(cells.items()):
        shares = f"{right / max(1, right + wrong):.1%} | {right / max(1, right + missed):.1%}"
        print(f"| {limit} | {right} | {wrong} | {missed} | {shares} |")


if __name__ == "__main__":
    loud = "-v" in sys.argv
    declined("Belarusian, be_hse", "be", tokens("ner-be-ud-hse", "be"), verbose=loud)
    declined("Lithuanian, ALKSNIS", "lt", tokens("ner-lt-alksnis", "lt"), verbose=loud)
    reached(persons_of_factrueval(), verbose=loud)
    recognised("Persons of public life in the press of five languages", persons())
    recognised("One person in the spellings of many languages", one_person())
    recognised("Persons of be_hse in sentences and by lemma", in_texts(), in_text=True)
