"""Texts like articles in four languages: few names, few shapes of sentence, and boilerplate that comes again."""

from __future__ import annotations

import random
import re

from workbench.domain.anchors import Span

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?]+[.!?]*[»“”]?\s*")

NAMES = {
    "be": ["Каліна", "Марыя Каліна", "Новік", "Алесь Новік", "Бяляцкі", "Кавалёва", "Івашын"],
    "ru": ["Калина", "Мария Калина", "Новик", "Олег Новик", "Ковалёва", "Ивашин", "Орлов"],
    "lt": ["Kalina", "Marija Kalina", "Novikas", "Petras Novikas", "Kavaliova", "Ivašinas", "Žukas"],
    "en": ["Kalina", "Maria Kalina", "Novik", "Peter Novik", "Kovaleva", "Ivashin", "Orlov"],
}
PLACES = {
    "be": ["Мінску", "Гродне", "Брэсце", "Гомелі", "Вільні"],
    "ru": ["Минске", "Гродно", "Бресте", "Гомеле", "Вильнюсе"],
    "lt": ["Minske", "Gardine", "Breste", "Gomelyje", "Vilniuje"],
    "en": ["Minsk", "Hrodna", "Brest", "Homel", "Vilnius"],
}
SENTENCES = {
    "be": [
        "{n} выйшла на волю {d} чэрвеня, сказалі праваабаронцы ў {p}.", "У {p} суд прысудзіў {n} да {d} гадоў калоніі.",
        "«Я не шкадую ні пра што», — сказала {n}.", "— Так, — адказаў {n}.", "{n} нарадзілася ў {p} ў 19{d} годзе.",
        "Праз {d} дзён {n} сустрэлася з роднымі і сказала: «Дзякуй».", "Тады ў {p} было холадна і ціха.",
        "Пра гэта піша {n}, які быў на судзе ў {p} разам з {n}.", "«Дзякуй», — сказаў {n}.", "Ніхто нічога не ведаў.",
    ],
    "ru": [
        "{n} вышла на свободу {d} июня, сообщили правозащитники в {p}.",
        "Суд в {p} приговорил {n} к {d} годам колонии.",
        "«Я ни о чём не жалею», — сказала {n}.", "— Да, — ответил {n}.", "{n} родилась в {p} в 19{d} году.",
        "Через {d} дней {n} увиделась с родными и сказала: «Спасибо».", "Тогда в {p} было холодно и тихо.",
        "Об этом пишет {n}, который был на суде в {p} вместе с {n}.",
        "«Спасибо», — сказал {n}.",
        "Никто ничего не знал.",
    ],
    "lt": [
        "{n} išėjo į laisvę birželio {d} dieną, pranešė žmogaus teisių gynėjai {p}.",
        "Teismas {p} nuteisė {n} {d} metams.",
        "„Aš nieko nesigailiu“, – sakė {n}.", "– Taip, – atsakė {n}.", "{n} gimė {p} 19{d} metais.",
        "Po {d} dienų {n} susitiko su artimaisiais ir tarė: „Ačiū“.", "Tada {p} buvo šalta ir tylu.",
        "Apie tai rašo {n}, kuris buvo teisme {p} kartu su {n}.", "„Ačiū“, – tarė {n}.", "Niekas nieko nežinojo.",
    ],
    "en": [
        "{n} was released on {d} June, human rights defenders in {p} said.",
        "A court in {p} sentenced {n} to {d} years.",
        "“I regret nothing,” said {n}.", "“Yes,” answered {n}.", "{n} was born in {p} in 19{d}.",
        "After {d} days {n} met the family and said: “Thank you”.", "It was cold and quiet in {p} then.",
        "This is what {n} writes, who was in court in {p} with {n}.", "“Thank you,” said {n}.", "Nobody knew anything.",
    ],
}  # fmt: skip
BOILERPLATE = {
    "be": [
        "Падпісвайцеся на нашы навіны.",
        "Чытайце таксама",
        "* * *",
        "Дзяліцеся гэтым артыкулам з сябрамі ў сеціве.",
    ],
    "ru": ["Подписывайтесь на наши новости.", "Читайте также", "* * *", "Поделитесь этой статьёй с друзьями в сети."],
    "lt": [
        "Prenumeruokite mūsų naujienas.",
        "Skaitykite taip pat",
        "* * *",
        "Pasidalykite šiuo straipsniu su draugais.",
    ],
    "en": ["Subscribe to our news.", "Read also", "* * *", "Share this article with your friends on the network."],
}


class Maker:
    """Makes sentences, paragraphs and texts in one of the four languages."""

    def __init__(self, chance: random.Random, language: str) -> None:
        self.chance, self.language = chance, language

    def name(self) -> str:
        return self.chance.choice(NAMES[self.language])

    def sentence(self) -> str:
        shape = self.chance.choice(SENTENCES[self.language])
        while "{n}" in shape:
            shape = shape.replace("{n}", self.name(), 1)
        return shape.replace("{p}", self.chance.choice(PLACES[self.language])).replace(
            "{d}", str(self.chance.randint(10, 99))
        )

    def paragraph(self) -> str:
        if self.chance.random() < 0.15:
            return self.chance.choice(BOILERPLATE[self.language])
        return " ".join(self.sentence() for _n in range(self.chance.choice((1, 1, 2, 3, 4, 6))))

    def text(self, paragraphs: int) -> str:
        lines = [self.paragraph() for _n in range(paragraphs)]
        if self.chance.random() < 0.3:  # a list of people: lines that differ by a name and a number
            at = self.chance.randrange(len(lines))
            shape = self.chance.choice(SENTENCES[self.language][:2])
            lines[at:at] = [
                shape.replace("{n}", self.name()).replace("{p}", PLACES[self.language][0]).replace("{d}", str(10 + n))
                for n in range(self.chance.randint(3, 8))
            ]
        return ("\n\n" if self.chance.random() < 0.2 else "\n").join(lines)


def passages_of(text: str, chance: random.Random, count: int) -> list[tuple[str, Span]]:
    """Choose passages as people do: names, a few words, sentences, paragraphs and what crosses them; some at random."""
    words = [match.span() for match in WORD.finditer(text)]
    starts = [start for start, _end in words]
    found: list[Span] = []
    while len(found) < count and words:
        kind = chance.random()
        first = chance.randrange(len(words))
        if kind < 0.4:
            last = min(len(words) - 1, first + chance.choice((0, 0, 0, 1, 2)))
            found.append(Span(words[first][0], words[last][1]))
        elif kind < 0.65:
            last = min(len(words) - 1, first + chance.randint(3, 15))
            found.append(Span(words[first][0], words[last][1]))
        elif kind < 0.85:
            line = text.rfind("\n", 0, words[first][0]) + 1
            end = (text + "\n").index("\n", line)
            sentences = [m.span() for m in SENTENCE.finditer(text[line:end])] or [(0, end - line)]
            start, stop = chance.choice(sentences) if chance.random() < 0.7 else (0, end - line)
            found.append(Span(line + start, line + stop))
        else:
            start = chance.choice((0, chance.randrange(len(text))))
            found.append(Span(start, min(len(text), start + chance.randint(1, 90))))
    if starts:
        found += [Span(0, words[0][1]), Span(starts[-1], len(text))]
    return [(str(number), span) for number, span in enumerate(found)]
