"""Articles, and what an archivist finds in each: what a day at the window is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

OWN = """\
Мост 🎉 вярнуўся\u0301 and so did she

Emoji 👩\u200d👧, joiners and combining accents (чака\u0301ла, é̄) stand before everything that is marked here. In the
spring of 2024 the town of Orša heard that its librarian, Alena Sokał, was to walk out of the gate.

On 3 May 2024 the doors were opened for eleven people. The League of Readers had kept a list of them, and it was read
aloud on the steps while the first bus came up the hill.

“We kept your chair by the window, and nobody ever sat in it,” her brother told her. Sokał held a book that had been
handed on from cell to cell. “A page a day is a door a day,” Sokał said, and asked that the others be remembered.

The register counts nine years, the court had said seven; somebody should look that up.
"""


@dataclass(frozen=True)
class Work:
    """An article, and what is found in it."""

    file: Path
    person: str
    names: tuple[str, str, str]
    """Belarusian, Russian, Lithuanian."""

    event: str
    event_name: str
    organisation: str
    place: str
    quote: str
    translations: tuple[str, str, str]
    note: str
    tag: str
    released: tuple[str, str]
    """A date as one types it, and as EDTF."""


def own_work(folder: Path) -> Work:
    file = folder / "librarian.txt"
    file.write_text(OWN, encoding="utf-8")
    return Work(
        file,
        person="Alena Sokał",
        names=("Алена Сокал", "Алёна Сокол", "Aliona Sokal"),
        event="the doors were opened for eleven people",
        event_name="The doors of Orša",
        organisation="The League of Readers",
        place="Orša",
        quote="“A page a day is a door a day,”",
        translations=(
            "«Старонка ў дзень — дзверы ў дзень».",
            "«Страница в день — дверь в день».",
            "„Puslapis per dieną – durys per dieną.“",
        ),
        note="The register counts nine years",
        tag="bus",
        released=("3.5.2024", "2024-05-03"),
    )


def kolesnikova(file: Path, event: str, note: str) -> Work:
    return Work(
        file,
        person="Maria Kolesnikova",
        names=("Марыя Калеснікава", "Мария Колесникова", "Marija Kolesnikova"),
        event=event,
        event_name="Release of 123 people",
        organisation="European Union",
        place="Vilnius",
        quote="“It’s a feeling of incredible happiness to see those who are dear to me… and realize we are all free,”",
        translations=(
            "«Гэта пачуццё неверагоднага шчасця — бачыць тых, хто мне дарагі… і разумець, што мы ўсе вольныя».",
            "«Это чувство невероятного счастья — видеть тех, кто мне дорог… и понимать, что все мы свободны».",
            "„Tai neapsakomos laimės jausmas – matyti tuos, kurie man brangūs… ir suprasti, kad visi esame laisvi.“",
        ),
        note=note,
        tag="potash",
        released=("13.12.2025", "2025-12-13"),
    )
