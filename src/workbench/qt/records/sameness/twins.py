"""One index of names a session, kept in step with what is written; gone with the session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.domain.changes import Changes
from workbench.qt.session import Session
from workbench.services.sameness import Twins


class _Holder(QObject):
    """Lives as long as its session: the index holds content, and may not outlive an archive's lock."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.twins = Twins()
        session.changed.connect(self._follow)

    def _follow(self, changes: Changes) -> None:
        self.twins.follow(changes)


def twins_of(session: Session) -> Twins:
    """Return what looks for possible duplicates in a session's archive; the same one for every part of the window."""
    held = session.findChild(_Holder)
    return (held if held is not None else _Holder(session)).twins
