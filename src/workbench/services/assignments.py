"""Who is responsible for what on the translation desk."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.store.tables import Assignment, Profile, Quote
from workbench.store.work import Act, Work

Place = tuple[str, str]
"""A line of the queue: a quote's id and a target language."""


def assign(lines: Iterable[Place], profile_id: str) -> Act[int]:
    """Make a person responsible for lines of the queue, in place of whoever was; returns how many changed.

    Raises:
        NotFoundError: there is no such person, or a quote is gone.
    """
    wanted = tuple(dict.fromkeys(lines))

    def run(work: Work) -> int:
        work.get(Profile, profile_id)
        new, other = [], []
        for quote_id, language in wanted:
            work.checkpoint()
            found = work.facts_by(Assignment, quote_id=quote_id, language=language)
            if not found:
                work.get(Quote, quote_id)
                new.append({"quote_id": quote_id, "language": language, "profile_id": profile_id})
            elif found[0]["profile_id"] != profile_id:
                other.append((found[0], {"profile_id": profile_id}))
        work.insert_all(Assignment, new)
        work.change_all(Assignment, other)
        return len(new) + len(other)

    return Act("assign_lines", run, lambda work, _count: work.get(Profile, profile_id).name)


def unassign(lines: Iterable[Place]) -> Act[int]:
    """Make nobody responsible for lines of the queue; returns for how many somebody was."""
    wanted = tuple(dict.fromkeys(lines))

    def run(work: Work) -> int:
        count = 0
        for quote_id, language in wanted:
            work.checkpoint()
            for row in work.facts_by(Assignment, quote_id=quote_id, language=language):
                work.remove(Assignment, row["id"])
                count += 1
        return count

    return Act("unassign_lines", run)


def remove_assignment(assignment_id: str) -> Act[None]:
    """Make nobody responsible for one line, by the row that says who is."""
    return Act("unassign_lines", lambda work: work.remove(Assignment, assignment_id))
