"""Comments on a quote: every language's translators see them."""

from __future__ import annotations

from workbench.domain.errors import InputError
from workbench.domain.inputs import NoteInput
from workbench.i18n import _
from workbench.services.quotes import words_of
from workbench.store.log import now
from workbench.store.tables import Comment
from workbench.store.work import Act, Work


def add_comment(quote_id: str, given: NoteInput) -> Act[str]:
    """Remark something on a quote; returns the comment's id. It is open until somebody settles it."""

    def run(work: Work) -> str:
        return work.insert(
            Comment, quote_id=quote_id, author_id=work.author_id, body=given.body, moment=now(), settled=False
        ).id

    return Act("add_comment", run, lambda work, _id: words_of(work, quote_id))


def edit_comment(comment_id: str, given: NoteInput, *, expected: int | None = None) -> Act[None]:
    """Say one's own comment in other words; its moment stays.

    Raises:
        InputError: it is somebody else's.
        StaleError: it was changed since.
    """

    def run(work: Work) -> None:
        _check_own(work, comment_id)
        work.change(Comment, comment_id, expected=expected, body=given.body)

    return Act("edit_comment", run, lambda work, _none: _about(work, comment_id))


def settle_comment(comment_id: str, *, settled: bool = True) -> Act[None]:
    """Say that nothing is open about a comment any more, or that something is again; anybody may."""

    def run(work: Work) -> None:
        work.change(Comment, comment_id, settled=settled)

    action = "settle_comment" if settled else "reopen_comment"
    return Act(action, run, lambda work, _none: _about(work, comment_id))


def remove_comment(comment_id: str) -> Act[str]:
    """Remove one's own comment; returns the words of its quote. Somebody else's is settled instead.

    Raises:
        InputError: it is somebody else's.
    """

    def run(work: Work) -> str:
        _check_own(work, comment_id)
        words = _about(work, comment_id)
        work.remove(Comment, comment_id)
        return words

    return Act("remove_comment", run, lambda _work, words: words)


def _about(work: Work, comment_id: str) -> str:
    return words_of(work, work.get(Comment, comment_id).quote_id)


def _check_own(work: Work, comment_id: str) -> None:
    author = work.get(Comment, comment_id).author_id
    if author is not None and author != work.author_id:
        raise InputError(
            _("This comment is somebody else’s."),
            kept=_("It is as it was."),
            do=_("Settle it, or add a comment of your own."),
        )
