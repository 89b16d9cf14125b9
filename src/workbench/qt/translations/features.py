"""The parts of the translation desk, in the order in which their buttons stand in the panel at the right."""

from __future__ import annotations

from workbench.qt.translations.assigning import Assigning
from workbench.qt.translations.comments import Comments
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.findings import Findings
from workbench.qt.translations.machine.feature import MachineHelp
from workbench.qt.translations.matches import Matches
from workbench.qt.translations.moving import Moving
from workbench.qt.translations.remembered import Remembered
from workbench.qt.translations.reprints import Reprints
from workbench.qt.translations.review import Review
from workbench.qt.translations.sending_on import SendingOn
from workbench.qt.translations.spelling import Spelling
from workbench.qt.translations.voice import Voice

FEATURES: tuple[type[DeskFeature], ...] = (
    Matches,
    Findings,
    Reprints,
    Remembered,
    Spelling,
    Voice,
    Comments,
    Review,
    SendingOn,
    Assigning,
    Moving,
    MachineHelp,
)
