"""What the window and the command line both tell a person in plain words."""

from __future__ import annotations

from datetime import datetime

from workbench.domain.actions import ACTIONS, action_text
from workbench.i18n import N_, _, active
from workbench.store.archive import Recovery

_UNFINISHED: dict[str, str] = {
    "import_source": N_("The import of “{subject}” was under way; nothing of this file was kept."),
    "annotate": N_("The annotations of “{subject}” were being brought in; nothing of them was kept."),
    "export_bundle": N_("A bundle was being written; it is not whole, so write it again."),
    "load_sample": N_("The sample was being loaded; a part of it may be missing."),
}
"""What is to be said of a file or a bundle; any other activity is named as Undo names it."""


def recovery_text(recovery: Recovery) -> tuple[str, str]:
    """Say what a crash has cost: a sentence about what happened, and what was kept and what was not."""
    what = _("The program was not closed properly last time.")
    if recovery.moment is None:
        kept = _("Nothing had been saved before.")
    else:
        moment = active().date_time(datetime.fromisoformat(recovery.moment))
        kept = _("Everything saved up to {moment} is here.").format(moment=moment)
    return what, f"{kept} {_unfinished(recovery.activity, recovery.subject or '…')}".rstrip()


def _unfinished(activity: str, subject: str) -> str:
    if not activity:
        return ""
    if activity in _UNFINISHED:
        return _(_UNFINISHED[activity]).format(subject=subject)
    if activity not in ACTIONS:  # of a later version
        return _("Something longer was under way; nothing of it was kept.")
    text = _("This was under way and was not finished, so nothing of it was kept: {activity}.")
    return text.format(activity=action_text(activity, subject))
