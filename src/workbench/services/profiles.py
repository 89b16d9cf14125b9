"""The people who work in the archive: every change has an author."""

from __future__ import annotations

from workbench.domain.errors import InputError
from workbench.domain.inputs import ProfileInput
from workbench.i18n import _
from workbench.store.tables import Profile
from workbench.store.work import Act, Work


def add_profile(given: ProfileInput) -> Act[str]:
    """Add a person; returns the profile's id. Initials are theirs alone."""

    def run(work: Work) -> str:
        _check_initials(work, given, None)
        return work.insert(Profile, **given.model_dump()).id

    return Act("add_profile", run, given.name)


def edit_profile(profile_id: str, given: ProfileInput, *, expected: int | None = None) -> Act[None]:
    """Change a person's name, initials or language."""

    def run(work: Work) -> None:
        _check_initials(work, given, profile_id)
        work.change(Profile, profile_id, expected=expected, **given.model_dump())

    return Act("edit_profile", run, given.name)


def _check_initials(work: Work, given: ProfileInput, own_id: str | None) -> None:
    if any(row.id != own_id for row in work.find(Profile, initials=given.initials)):
        raise InputError(
            _("Somebody else has these initials."),
            field="initials",
            do=_("Choose others, so that both can be told apart."),
        )
