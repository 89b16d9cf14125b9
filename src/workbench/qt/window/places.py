"""The places that the person has been to, for Back and Forward."""

from __future__ import annotations

from workbench.qt.session import Place

_KEPT = 100


class PlaceHistory:
    """A line of places with a current one. Going on from the middle drops what was ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    @property
    def current(self) -> Place | None:
        """The place that is shown."""
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at < len(self._places) - 1

    def update(self, place: Place) -> None:
        """Note where the person is by now, without a step."""
        if self._at >= 0 and place.view == self._places[self._at].view:
            self._places[self._at] = place

    def add(self, place: Place) -> None:
        """Go on to a place."""
        if place == self.current:
            return
        self._places = [*self._places[: self._at + 1], place][-_KEPT:]
        self._at = len(self._places) - 1

    def step(self, steps: int) -> Place | None:
        """Go back (-1) or forward (1); None where there is nothing."""
        if not 0 <= self._at + steps < len(self._places):
            return None
        self._at += steps
        return self._places[self._at]
