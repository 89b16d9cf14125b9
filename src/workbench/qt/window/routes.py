"""Where each action is done: by the window, by the view in front, or in a view that it leads to."""

from __future__ import annotations

from workbench.qt.session import ViewName

_S, _R, _T, _B, _F = (
    ViewName.SOURCES,
    ViewName.RECORDS,
    ViewName.TRANSLATIONS,
    ViewName.BUNDLES,
    ViewName.SEARCH,
)

LEADS_TO: dict[str, ViewName] = {
    "source.import": _S,
    "source.paste": _S,
    "source.newer": _S,
    "version.queue": _S,
    "bundle.export": _B,
    "bundle.verify": _B,
    "record.person": _R,
    "record.event": _R,
    "record.organisation": _R,
    "record.place": _R,
    "record.rows": _R,
    "record.roster": _R,
    "record.export": _R,
    "records.page": _R,
    "records.same": _R,
    "records.table": _R,
    "records.timeline": _R,
    "records.network": _R,
    "desk.desk": _T,
    "desk.all_findings": _T,
    "desk.glossary": _T,
    "desk.machine": _T,
    "desk.memory": _T,
    "desk.memory_import": _T,
    "desk.own_words": _T,
    "desk.progress": _T,
    "desk.returned": _T,
    "desk.send": _T,
    "desk.take_in": _T,
    "desk.translate_back": _T,
    "find.everywhere": _F,
}
"""Actions that bring their own view to the front and are done there."""

_PASSAGE = (
    *("pick", "person", "event", "organisation", "place", "quote", "note", "tag", "roster", "next", "previous"),
    *("next_quote", "previous_quote", "select_more", "select_less", "remove"),
    *(f"{edge}_{way}{by}" for edge in ("end", "start", "shift") for way in ("right", "left") for by in ("", "_sign")),
)
_ONLY_GO = frozenset(
    f"passage.{name}" for name in ("next", "previous", "next_quote", "previous_quote", "select_more", "select_less")
)
_DESK_WRITES = (
    "mend",
    "propagate",
    "remember",
    "assign",
    "comment",
    "copy",
    "confirm",
    "accept",
    "reject",
    "dispute",
    "second_look",
    "review",
    "back",
    "final",
    "complete",
    "name",
    "term",
    "new_term",
    "spelling",
    "characters",
    "insert_mark",
    "machine_propose",
    *(f"insert_{n}" for n in range(1, 6)),
)
_DESK_SHOWS = (
    "findings",
    "concordance",
    "matches",
    "source",
    "comments",
    "reviews",
    "next",
    "previous",
    "next_language",
    "previous_language",
)

_SUGGESTION = ("next", "previous", "accept", "change", "reject", "accept_form", "reject_form")

DONE_IN: dict[str, frozenset[ViewName]] = {
    **{f"suggestion.{name}": frozenset({_S}) for name in _SUGGESTION},
    **{f"passage.{name}": frozenset({_S}) for name in _PASSAGE},
    **{f"desk.{name}": frozenset({_T}) for name in (*_DESK_WRITES, *_DESK_SHOWS)},
    "desk.open": frozenset({_S, _R, _T, _F}),
    "record.source": frozenset({_S, _R, _T, _F}),
    "record.find": frozenset({_R}),
    "record.names": frozenset({_R}),
    "record.cases": frozenset({_R}),
    "record.same": frozenset({_R}),
    "record.lacks": frozenset({_R}),
    "record.remove": frozenset({_R}),
    "source.print": frozenset({_S, _R}),
    "find.text": frozenset(ViewName),
    **{f"find.{name}": frozenset({_S}) for name in ("next", "previous", "accents", "softness", "script", "whole")},
    "view.beside": frozenset({_S}),
    **{f"beside.{name}": frozenset({_S}) for name in ("step", "swap", "tie", "take")},
    "view.list": frozenset({_S, _R, _T, _B}),
    "view.inspector": frozenset({_S, _R, _T, _B}),
}
"""Actions that the view in front does, and the views that know them."""

WRITES = frozenset(
    {
        "source.import",
        "source.paste",
        "source.newer",
        *(name for name in DONE_IN if name.startswith("passage.") and name not in _ONLY_GO),
        *(f"suggestion.{name}" for name in _SUGGESTION[2:]),
        *(name for name in LEADS_TO if name.startswith("record.") and name != "record.export"),
        "record.names",
        "record.cases",
        "record.remove",
        "desk.take_in",
        "desk.memory_import",
        "desk.translate_back",
        "beside.tie",
        "beside.take",
        *(f"desk.{name}" for name in _DESK_WRITES),
    }
)
"""Actions that write: off where the archive can only be read."""

NEEDS_ARCHIVE = frozenset(
    {
        "archive.check",
        "archive.recovery",
        "archive.profiles",
        "archive.lock",
        "archive.close",
        "edit.history",
        *(f"go.{name.value}" for name in ViewName),
        "view.back",
        "view.forward",
    }
)
"""What the window itself does, but only with an archive open."""


def enabled(action: str, view: ViewName | None, *, at_work: bool, read_only: bool) -> bool | None:
    """Tell whether an action makes sense now; None for those that are not decided here.

    `view` is the view in front, None while another page covers it; `at_work` whether an
    archive is open at all.
    """
    if action in WRITES and read_only:
        return False
    if action == "archive.passphrase":
        return at_work and not read_only
    if action in NEEDS_ARCHIVE or action in LEADS_TO:
        return at_work
    if action in DONE_IN:
        return view in DONE_IN[action]
    return None
