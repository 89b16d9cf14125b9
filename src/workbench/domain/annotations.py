"""Annotations from elsewhere, as far as the program understands the W3C Web Annotation model."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import Span


@dataclass(frozen=True, slots=True)
class IncomingTarget:
    """What an annotation is about.

    `source` is an IRI as given, `digest` a SHA-256 in lower-case hex that may be that of an
    original or of a text version; either may be empty. `exact` is empty where there was no
    TextQuoteSelector; `start` and `end` are code points, None where there was no
    TextPositionSelector. Both selectors describe the same place; they may contradict each
    other, which is for the reader of this to find out.
    """

    source: str
    digest: str
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


INTERPRETER = "interpreter"
"""The `role` of the bodies of a quote that identify who translated it before it was published."""


@dataclass(frozen=True, slots=True)
class IncomingBody:
    """One body: a text (`value`, with `language` as given) or a link (`source`, an IRI).

    `purpose` is the last part of the purpose's IRI (`commenting`, `tagging`, `identifying`,
    `translating` …), the annotation's first motivation where the body has none. `details` are
    the program's own keys: kind, role, certainty, manner, spokenLanguage, viaLanguage,
    translationState, relayLanguage; `marks` the signs that it tells of the words, each with its kind as given.
    """

    purpose: str
    value: str = ""
    language: str = ""
    source: str = ""
    details: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[Span, str], ...] = ()

    def detail(self, key: str) -> str:
        """Return one of the program's own keys, or nothing."""
        return dict(self.details).get(key, "")


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """One annotation of one target; an annotation of two targets is two of these.

    `created` is ISO 8601 as given, unchecked. `ignored` names what of it was not understood,
    as model terms (`refinedBy`, `SvgSelector`), so that a person can be told.
    """

    id: str
    target: IncomingTarget
    motivations: tuple[str, ...]
    bodies: tuple[IncomingBody, ...]
    creator: str = ""
    created: str = ""
    ignored: tuple[str, ...] = ()
