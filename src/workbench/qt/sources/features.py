"""The parts of the sources screen, in the order in which their bars stand above the text."""

from __future__ import annotations

from workbench.qt.printing.feature import Printing
from workbench.qt.sources.beside.feature import Beside
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.rosters import Rosters
from workbench.qt.sources.suggesting import Suggesting
from workbench.qt.versions.feature import Versions

FEATURES: tuple[type[Feature], ...] = (Beside, Versions, Suggesting, Printing, Rosters)
