"""`index.html`: the whole bundle as one page without scripts and without remote parts."""

from __future__ import annotations

from workbench.domain.bundle import BundleCapture, BundleSource, BundleText
from workbench.domain.languages import UNKNOWN
from workbench.exporters.lookup import Lookup, moment_of, one_line, text_path
from workbench.exporters.markup import Markup, join, raw, tag
from workbench.exporters.page_quotes import quotes_section
from workbench.exporters.page_records import record_sections
from workbench.exporters.page_texts import text_section
from workbench.exporters.page_voice import Voice
from workbench.exporters.standing import UNFINISHED
from workbench.i18n import N_, phrasebook
from workbench.material import resources_folder

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy of the page: it may use its own style sheet and nothing else."""


def write_page(lookup: Lookup, originals: dict[str, str]) -> bytes:
    """Write the page as UTF-8.

    `originals` gives the path below `data/` of each source's original bytes. They are named
    but not linked: an original from the web, opened by a click, would run its scripts.
    """
    voice = Voice(lookup)
    parts: list[tuple[str, str, Markup]] = [("sources", N_("Sources"), _sources(voice, originals))]
    if (quotes := quotes_section(voice)) is not None:
        parts.insert(0, ("quotes", N_("Quotes"), quotes))
    parts += record_sections(voice)
    if (texts := text_section(voice)) is not None:
        parts.append(("texts", N_("Texts"), texts))
    parts.append(("checking", N_("Checking this bundle"), _checking(voice)))
    links = [tag("li", tag("a", voice.say(heading), href=f"#{anchor}")) for anchor, heading, _ in parts]
    body = tag(
        "body",
        _switches(voice),
        tag(
            "div",
            _header(voice),
            tag("nav", tag("ul", *links)),
            tag("main", *(section for _, _, section in parts)),
            class_="page",
        ),
    )
    language = voice.books[0].language
    document = join(Markup("<!DOCTYPE html>\n"), tag("html", _head(voice), Markup("\n"), body, lang=language))
    return f"{document}\n".encode()


def _head(voice: Voice) -> Markup:
    css = (resources_folder() / "bundle" / "page.css").read_text(encoding="utf-8")
    languages = [book.language for book in voice.books]
    rules = [f"#l-{tag}:checked~.page .t-{tag}{{display:inline}}" for tag in languages]
    chosen = [
        f'#l-{tag}:checked~.page label[for="l-{tag}"]{{color:var(--paper);background:var(--accent)}}'
        f'#l-{tag}:focus-visible~.page label[for="l-{tag}"]{{outline:2px solid var(--ink);outline-offset:2px}}'
        for tag in languages
    ]
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", one_line(voice.lookup.content.title)),
        tag("style", raw("\n" + css + "\n".join((*rules, *chosen)) + "\n")),
    )


def _switches(voice: Voice) -> Markup:
    """Return the radio buttons that the style sheet reads; their labels stand in the header."""
    return join(
        *(
            tag(
                "input",
                type="radio",
                name="language",
                class_="switch",
                id=f"l-{book.language}",
                checked=number == 0,
                aria_label=book.language_name(book.language),
            )
            for number, book in enumerate(voice.books)
        )
    )


def _header(voice: Voice) -> Markup:
    content = voice.lookup.content
    labels = [
        tag("label", own_name(book.language), for_=f"l-{book.language}", lang=book.language) for book in voice.books
    ]
    return tag(
        "header",
        tag("div", *labels, class_="languages") if len(labels) > 1 else None,
        tag("p", voice.say(N_("Bundle")), " · ", voice.date(moment_of(content).date().isoformat()), class_="over"),
        tag("h1", content.title, dir="auto", lang=""),
        tag("p", _counts(voice), class_="counts"),
        tag("p", voice.say(_ABOUT), class_="about"),
        tag("p", voice.say(UNFINISHED), class_="about") if content.unfinished else None,
    )


_ABOUT = N_(
    "This page holds what an archivist found in the sources below: who is named, what happened, what was said, "
    "and its translations. Everything leads back to its passage in the text, to the character. "
    "Statements that disagree stand side by side, each with the passages that support it."
)


def own_name(language: str) -> str:
    """Return a language's name for itself, with a capital, as a list of languages has it."""
    name = phrasebook(language).language_name(language)
    return name[:1].upper() + name[1:]


def _counts(voice: Voice) -> Markup:
    content = voice.lookup.content
    return voice.each(
        lambda book: " · ".join(
            (
                book.ngettext("{n} source", "{n} sources", len(content.sources)).format(
                    n=book.number(len(content.sources))
                ),
                book.ngettext("{n} quote", "{n} quotes", len(content.quotes)).format(
                    n=book.number(len(content.quotes))
                ),
                book.ngettext("{n} record", "{n} records", len(content.records)).format(
                    n=book.number(len(content.records))
                ),
                ", ".join(book.language_name(language) for language in content.languages),
            )
        )
    )


def _sources(voice: Voice, originals: dict[str, str]) -> Markup:
    cards = [_source(voice, source, originals) for source in voice.lookup.content.sources]
    return tag("section", tag("h2", voice.say(N_("Sources"))), *cards, id="sources")


def _source(voice: Voice, source: BundleSource, originals: dict[str, str]) -> Markup:
    newest, *earlier = source.texts
    rows: list[tuple[str, Markup | str | None]] = [
        (N_("Creator"), source.creator),
        (N_("Publisher"), source.publisher),
        (N_("Published"), voice.date(source.published) if source.published else None),
        (N_("Retrieved"), voice.date(source.retrieved) if source.retrieved else None),
        (N_("Language"), voice.language(source.language or UNKNOWN)),
        (N_("Address"), tag("code", source.address) if source.address else None),
        (N_("Rights"), source.rights),
        *_file(voice, N_("File as received"), source, originals),
    ]
    for capture in source.captures:
        rows += [
            (N_("Received again"), voice.date(capture.retrieved) if capture.retrieved else None),
            *_file(voice, N_("File of the newer capture"), capture, originals),
        ]
    rows += _text_version(voice, N_("Text version"), newest)
    for text in earlier:
        rows += _text_version(voice, N_("Older text version"), text)
    facts = [
        tag("div", tag("dt", voice.say(label)), tag("dd", value if isinstance(value, Markup) else tag("bdi", value)))
        for label, value in rows
        if value
    ]
    title = tag("h3", tag("a", tag("bdi", source.title), href=f"#t-{source.id}"), lang=source.language)
    return tag("article", title, tag("dl", *facts, class_="provenance"), class_="source", id=f"s-{source.id}")


def _file(
    voice: Voice, label: str, received: BundleSource | BundleCapture, originals: dict[str, str]
) -> list[tuple[str, Markup | str | None]]:
    original = originals.get(received.id)
    if not received.original_digest:  # of a source that stays in the room nothing is told but its open passages
        return [(label, voice.say(N_("not in this bundle")))]
    return [
        (label, join(tag("bdi", received.file_name), f" ({received.media_type}, ", _size(voice, received), ")")),
        (N_("Original"), tag("code", original) if original else voice.say(N_("not in this bundle"))),
        (N_("SHA-256 of the original"), tag("code", received.original_digest, class_="digest")),
    ]


def _text_version(voice: Voice, label: str, text: BundleText) -> list[tuple[str, Markup | str | None]]:
    path = text_path(text.id)
    redacted = N_("redacted: a text of its own, in which other words stand where something was withheld")
    return [
        *([(N_("This text is"), voice.say(redacted))] if text.redacted else []),
        (label, join(tag("a", path, href=path), " · ", text.reader)),
        (N_("SHA-256 of the text"), tag("code", text.digest, class_="digest")),
    ]


def _size(voice: Voice, received: BundleSource | BundleCapture) -> Markup:
    size = received.original_size
    return voice.each(lambda book: book.ngettext("{n} byte", "{n} bytes", size).format(n=book.number(size)))


def _checking(voice: Voice) -> Markup:
    content = voice.lookup.content
    how = voice.say(
        N_("Every file of this bundle has its checksum in the files {first} and {second}. To check them all, run:"),
        first=tag("code", "manifest-sha256.txt"),
        second=tag("code", "manifest-sha512.txt"),
    )
    return tag(
        "section",
        tag("h2", voice.say(N_("Checking this bundle"))),
        tag("p", how),
        tag("pre", "workbench verify ."),
        tag("p", voice.say(N_("The README beside this page says how to check it without this program."))),
        tag(
            "p",
            voice.say(
                N_("State of the archive: {moment}, log {digest}."), moment=content.as_of, digest=content.log_digest
            ),
            class_="state-of",
        ),
        id="checking",
    )
