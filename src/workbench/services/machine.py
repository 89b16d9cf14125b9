"""Machine translation: the models that an archive knows, and what they propose. Nothing else comes of them.

    with archive.read() as connection:
        lines = lines_for(connection, model, wanted)
    for answers in in_parts(translations(model, folder, lines, cancel=…)):   # in another process, in the worker
        archive.perform(keep_proposals(model, answers), author_id=…)

Where a model's folder lies is a setting of the computer, not of the archive: the archive knows its digest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import MachineModelInput
from workbench.domain.kinds import Origin, Trouble
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.i18n import _, active
from workbench.languages.machine.process import QUIET, Cancel, MachineProcess, Progress, Said
from workbench.languages.machine.told import ModelFolder
from workbench.languages.quotation_marks import lines_of
from workbench.languages.sentences import sentences
from workbench.services.matches import Match
from workbench.store.log import now
from workbench.store.queries.machine import ModelRow
from workbench.store.queries.proposals import machine_proposals, proposals_for
from workbench.store.queries.quotes import QuoteRow, list_quotes, targets_of
from workbench.store.tables import MachineModel, Passage, Proposal, Quote, Translation
from workbench.store.work import Act, Work

_FEW = 500
"""Quotes that are asked for by their ids; of more, all are read."""

EVERY = 60.0
"""Seconds of a model's work that a crash or a power cut loses at most."""

# The models


def add_model(given: MachineModelInput, folder: ModelFolder) -> Act[str]:
    """Have the archive know a model by the digest of its folder; returns its id.

    Raises:
        InputError: the archive knows it, or it does not translate from and into these languages.
    """
    sources, targets = _distinct(given.sources), _distinct(given.targets)

    def run(work: Work) -> str:
        _check_languages(sources, targets, folder)
        if work.find(MachineModel, digest=folder.digest):
            raise InputError(_("The archive has this model already."), field="digest", kept=_("Nothing was added."))
        return work.insert(
            MachineModel,
            label=given.label,
            source_language=" ".join(sources),
            target_language=" ".join(targets),
            digest=folder.digest,
            size=folder.size,
        ).id

    return Act("add_model", run, given.label)


def _distinct(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(base_language(tag) for tag in tags))


def _check_languages(sources: tuple[str, ...], targets: tuple[str, ...], folder: ModelFolder) -> None:
    if not set(targets) <= set(WORKING_LANGUAGES):
        raise InputError(_("Quotes are not translated into this language."), field="targets")
    if (folder.sources and not set(sources) <= set(folder.sources)) or (
        folder.targets and not set(targets) <= set(folder.targets)
    ):
        raise InputError(_("The model has no such language."), field="sources")
    if len({*sources, *targets}) < 2:
        raise InputError(_("A model translates from one language into another one."), field="targets")


def remove_model(model_id: str, *, expected: int | None = None) -> Act[int]:
    """Remove a model and what it has proposed; returns how many proposals went.

    What was taken from them stays, and so does the folder.

    Raises:
        StaleError: somebody else has changed it since.
    """
    labels: list[str] = []

    def run(work: Work) -> int:
        model = work.get(MachineModel, model_id)
        labels.append(model.label)
        waiting = work.facts_by(Proposal, detail=model.digest, origin=Origin.MACHINE.value)
        for row in waiting:
            work.remove(Proposal, row["id"])
        work.remove(MachineModel, model_id, expected=expected)
        return len(waiting)

    return Act("remove_model", run, lambda _work, _count: labels[-1])


# What they are asked


@dataclass(frozen=True, slots=True)
class Asked:
    """A quote that is to be translated into a language: its words, and the language that they are in."""

    quote_id: str
    language: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model made of it: a text, or the key of the reason why there is none (`languages.machine`)."""

    asked: Asked
    text: str = ""
    reason: str = ""


def lines_for(
    connection: Connection, model: ModelRow, wanted: Iterable[tuple[str, str]], *, waiting: bool = False
) -> list[Asked]:
    """Return those of some quotes and languages that a model translates and has not proposed these words for yet.

    Of those that are `waiting`, only where there is no translation, or one of other words. Words
    are those that were published, never another translation.
    """
    languages: dict[str, list[str]] = {}
    for quote_id, language in wanted:
        languages.setdefault(quote_id, []).append(language)
    there = machine_proposals(connection, model.digest)
    asked = languages if len(languages) <= _FEW else None
    return [
        Asked(quote.id, language, quote.exact, base_language(quote.published_language))
        for quote in list_quotes(connection, active().language, quote_ids=asked)
        for language in languages.get(quote.id, ())
        if model.translates(quote.published_language, language)
        and there.get((quote.id, language)) != quote.exact
        and not (waiting and _stands(quote, language))
    ]


def every_line(connection: Connection) -> list[tuple[str, str]]:
    """Return every quote with each language that it is to be translated into; unbounded."""
    return [(quote.id, target) for quote in list_quotes(connection, active().language) for target in targets_of(quote)]


def _stands(quote: QuoteRow, language: str) -> bool:
    row = quote.translations.get(language)
    return row is not None and bool(row.text.strip()) and not row.stale


def translations(
    model: ModelRow,
    folder: Path,
    lines: Sequence[Asked],
    *,
    cancel: Cancel | None = None,
    progress: Progress | None = None,
    quiet: float = QUIET,
) -> Iterator[Answer]:
    """Yield what a model makes of quotes, one after the other; its process lives as long as this does.

    Raises:
        MachineError: the folder is another one than the model's, or its process came to an end.
        CancelledError: the person asked to stop.
    """
    if not lines:
        return
    tell = progress or (lambda _done, _all: None)
    with MachineProcess(cancel=cancel, quiet=quiet) as machine:
        machine.load(folder, model.digest, lambda _done, _all: tell(0, len(lines)))
        for number, asked in enumerate(lines, 1):
            yield _answered(machine, asked)
            tell(number, len(lines))


def _answered(machine: MachineProcess, asked: Asked) -> Answer:
    """Have a quote translated sentence by sentence, as models were taught to; what is between them stays."""
    words = asked.words
    places = [place for line in lines_of(words) for place in sentences(words, line.start, line.end, asked.source)]
    said: Said = machine.translate([words[start:end] for start, end in places], asked.source, asked.language)
    if said.reason:
        return Answer(asked, reason=said.reason)
    text, done = "", 0
    for (start, end), sentence in zip(places, said.texts, strict=True):
        text, done = text + words[done:start] + sentence, end
    text = text.strip()
    if not text:
        return Answer(asked, reason="empty")
    return Answer(asked, reason="copied") if text.split() == words.split() else Answer(asked, text)


def in_parts(
    answers: Iterable[Answer], *, every: float = EVERY, clock: Callable[[], float] = time.monotonic
) -> Iterator[list[Answer]]:
    """Yield answers by the part, so that each part is kept before hours have gone into them.

    A part is what was said in `every` seconds. Where it is stopped or breaks off, the part that was
    begun is yielded before the error goes on.
    """
    part: list[Answer] = []
    begun = clock()
    try:
        for answer in answers:
            part.append(answer)
            if clock() - begun >= every:
                whole, part = part, []
                yield whole
                begun = clock()
    except (WorkbenchError, KeyboardInterrupt):
        if part:
            yield part
        raise
    if part:
        yield part


# What they propose


def keep_proposals(model: ModelRow, answers: Iterable[Answer]) -> Act[int]:
    """Keep what a model has said as proposals, in place of what it has proposed for these before; returns how many.

    A quote that is gone is passed over, and so is a wording that stands in the archive. One whose
    words are other ones by now has its proposal marked so.

    Raises:
        InputError: the model was removed meanwhile.
    """
    said = [answer for answer in answers if answer.text]

    def run(work: Work) -> int:
        if not work.find(MachineModel, digest=model.digest):
            raise InputError(_("The model was removed meanwhile."), kept=_("Nothing was changed."))
        moment = now()
        rows = [row for answer in said if (row := _row(work, model, answer, moment)) is not None]
        work.insert_all(Proposal, rows)
        return len(rows)

    return Act("propose_by_machine", run, model.label)


def _row(work: Work, model: ModelRow, answer: Answer, moment: str) -> dict[str, Any] | None:
    work.checkpoint()
    asked = answer.asked
    found = work.find(Quote, id=asked.quote_id)
    if not found:
        return None
    mine = {"quote_id": asked.quote_id, "language": asked.language}
    for row in work.facts_by(Proposal, **mine, origin=Origin.MACHINE.value, detail=model.digest):
        work.remove(Proposal, row["id"])
    if any(row["text"] == answer.text for row in work.facts_by(Translation, **mine)):
        return None
    same = work.get(Passage, found[0].passage_id).exact == asked.words
    return {
        **mine,
        "text": answer.text,
        "source_language": asked.source,
        "source_text": asked.words,
        "origin": Origin.MACHINE.value,
        "author": model.label,
        "detail": model.digest,
        "unit": "",
        "trouble": (Trouble.NONE if same else Trouble.CHANGED).value,
        "moment": moment,
    }


def machine_matches(connection: Connection, quote_id: str, language: str) -> list[Match]:
    """Return what models have proposed for a quote in a language, the newest first, each marked as a machine's."""
    return [
        Match(row.text, row.source_text, 100, by=_by(row.author, same=row.source_text == row.exact), origin=row.origin)
        for row in proposals_for(connection, quote_id, language)
        if row.origin is Origin.MACHINE
    ]


def _by(label: str, *, same: bool) -> str:
    said = [_("machine: {label}").format(label=label)]
    return " · ".join(said if same else [*said, _("the quote has other words now")])
