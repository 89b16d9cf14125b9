"""Several drafts of the queue sent to review at once; asked first where the checks find something in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from typing_extensions import override

from workbench.i18n import _, active, ngettext
from workbench.qt.operations import Context
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.question import Answer
from workbench.services.desk import Sent, send_to_review
from workbench.services.findings import Found, findings_in, unresolved
from workbench.store.queries.quotes import Need, TranslationRow, list_quotes, need_of

Drafts = Sequence[TranslationRow]


class SendingOn(DeskFeature):
    """Takes the lines that are selected in the queue, where the focus is there; else the line at hand goes."""

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.review": self._send}

    def _send(self) -> None:
        queue = self.view.queue
        rows = queue.selected() if queue.list.hasFocus() else []
        if len(rows) < 2 or self.session.read_only:
            self.view.desk.act("desk.review")
            return
        self.view.work.show_page()
        self.view.drafts.save()
        self._check({(row.quote.id, row.language) for row in rows})

    def _check(self, lines: set[tuple[str, str]]) -> None:
        session = self.session

        def read(context: Context) -> tuple[Drafts, list[Found]]:
            with session.read() as connection:
                quotes = list_quotes(connection, session.language, quote_ids={quote_id for quote_id, _tag in lines})
                rows = (row for quote in quotes for row in quote.translations.values())
                drafts = [row for row in rows if (row.quote_id, row.language) in lines and need_of(row) is Need.DRAFT]
                found = findings_in(connection, session.terms, quotes, context.progress)
            wanted = {row.id for row in drafts}
            return drafts, [each for each in found if each.translation.id in wanted and unresolved(each.judged)]

        session.operations.run_read(read, on_done=self._ask, owner=self.view, title=_("Checking translations"))

    def _ask(self, looked_at: tuple[Drafts, list[Found]]) -> None:
        drafts, found = looked_at
        editor = self.view.desk.editor
        if editor is None:
            return
        if not drafts:
            editor.say(lambda: _("None of the selected lines is a draft."))
            return
        if not found:
            self._go(drafts)
            return
        open_ones = {each.translation.id for each in found}
        clean = [row for row in drafts if row.id not in open_ones]
        count = sum(len(unresolved(each.judged)) for each in found)

        def words() -> str:
            told = ngettext("{n} finding is open", "{n} findings are open", count).format(n=active().number(count))
            among = ngettext("in {n} translation", "in {n} translations", len(found))
            return f"{told} {among.format(n=active().number(len(found)))}."

        answers: list[Answer] = [
            ("L", lambda: _("Look at them"), lambda: self._look(found[0])),
            ("S", lambda: _("Send all the same"), lambda: self._go(drafts)),
        ]
        if clean:
            answers.append(("O", lambda: _others(len(clean)), lambda: self._go(clean)))
        editor.note.ask(words, answers, focus=self.view.queue.list.hasFocus())

    def _look(self, first: Found) -> None:
        self.view.open_quote(first.quote.id, first.translation.language)
        self.view.run_action("desk.findings")

    def _go(self, drafts: Drafts) -> None:
        self.view.queue.take_focus()
        self.session.perform(
            send_to_review([(row.id, row.revision) for row in drafts]),
            on_done=self._tell,
            initiator=self.view,
            title=_("Sending to review"),
            cancellable=True,
        )

    def _tell(self, sent: Sent) -> None:
        editor = self.view.desk.editor
        if editor is None:
            return

        def words() -> str:
            told = ngettext("{n} translation was sent to review.", "{n} translations were sent to review.", sent.sent)
            parts = [told.format(n=active().number(sent.sent))]
            if sent.left:
                left = ngettext("{n} draft stays where it was.", "{n} drafts stay where they were.", sent.left)
                parts.append(left.format(n=active().number(sent.left)))
            return " ".join(parts)

        editor.say(words)


def _others(count: int) -> str:
    words = ngettext("Send the other {n}", "Send the other {n}", count)
    return words.format(n=active().number(count))
