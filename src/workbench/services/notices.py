"""What the window and the command line both tell a person in plain words."""

from __future__ import annotations

from datetime import datetime

from workbench.domain.actions import action_text
from workbench.i18n import _, active
from workbench.store.archive import Recovery


def recovery_notice(recovery: Recovery) -> str:
    """Say after a crash what is here and what is not."""
    text = _("The program was not closed properly last time.")
    if recovery.moment is not None:
        moment = active().date_time(datetime.fromisoformat(recovery.moment))
        text += " " + _("Everything that was saved, up to {moment}, is here.").format(moment=moment)
    if recovery.activity:
        activity = action_text(recovery.activity, recovery.subject or "…")
        text += " " + _("This was under way and was not finished, so nothing of it was kept: {activity}.").format(
            activity=activity
        )
    return text
