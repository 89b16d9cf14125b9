"""What a page of printing can print: an article, dossiers of records."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import Connection

from workbench.qt.frame.base import Words
from workbench.qt.printing.pieces import Piece


@dataclass(frozen=True, slots=True)
class Option:
    """A part that a person can have on paper or not.

    `needs` is the key of the option without which there is nothing to it; one that is `inside`
    never leaves the room. `read` says that it is read only where it is wanted.
    """

    key: str
    words: Words
    checked: bool = True
    needs: str = ""
    inside: bool = False
    read: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a subject: the keys of its options, in a language, for outside or not."""

    chosen: frozenset[str]
    language: str
    outside: bool


class Subject(ABC):
    """One thing to print. `read` and `pieces` are called in the worker."""

    options: ClassVar[tuple[Option, ...]]

    @staticmethod
    @abstractmethod
    def heading() -> str:
        """Return what the page of printing is called."""

    @staticmethod
    @abstractmethod
    def kept_words() -> tuple[str, str]:
        """Return what is said where nothing may leave: what happened, and what to do."""

    @staticmethod
    @abstractmethod
    def document() -> str:
        """Return what stands in the queue of a printer, where everybody sees it, and names a file without a title."""

    @abstractmethod
    def read(self, connection: Connection, asked: Asked, check: Callable[[], None]) -> Any:
        """Read it as it is now; None where it is gone or nothing of it leaves."""

    @abstractmethod
    def pieces(self, read: Any, asked: Asked) -> Iterator[Piece]:
        """Give what is printed of what was read."""

    @abstractmethod
    def title(self, read: Any) -> str:
        """Return what stands at the foot of each page, and names the file."""
