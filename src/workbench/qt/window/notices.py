"""What the window says when it opens an archive, and when something goes wrong."""

from __future__ import annotations

from datetime import datetime

from workbench.i18n import N_, _, active
from workbench.store.archive import Recovery

_ACTIVITIES: dict[str, str] = {
    "import_source": N_("The import of “{subject}” was under way; nothing of this file was kept."),
    "annotate": N_("The annotations of “{subject}” were being brought in; nothing of them was kept."),
    "export_bundle": N_("A bundle was being written; it is not whole, so write it again."),
    "load_sample": N_("The sample was being loaded; a part of it may be missing."),
}


def moment_text(moment: str) -> str:
    """Write a moment of the log (UTC, ISO 8601) in the active language and the machine's time zone."""
    return active().date_time(datetime.fromisoformat(moment))


def recovery_text(recovery: Recovery) -> tuple[str, str]:
    """Say what a crash has cost: a sentence about what happened, and what was kept."""
    what = _("The program was not closed properly last time.")
    if recovery.moment is None:
        kept = _("Nothing had been saved before.")
    else:
        kept = _("Everything saved up to {moment} is here.").format(moment=moment_text(recovery.moment))
    if not recovery.activity:
        return what, kept
    activity = _ACTIVITIES.get(recovery.activity)
    under_way = _(activity) if activity else _("Something longer was under way; nothing of it was kept.")
    return what, f"{kept} {under_way.format(subject=recovery.subject or '…')}"
