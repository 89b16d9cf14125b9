"""Everything that a person can do, as data: words, menu, keys and icon of each action.

A single letter acts only where no text is being typed, by the key's place on the keyboard.
Keys are Qt's portable text, where `Ctrl` means Command on a Mac.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.i18n import N_

MENUS: tuple[tuple[str, str], ...] = (
    ("archive", N_("&Archive")),
    ("edit", N_("&Edit")),
    ("passage", N_("&Passage")),
    ("record", N_("&Record")),
    ("translation", N_("&Translation")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)
"""The menus in the order in which they stand: key and English title."""

SUBMENUS: dict[tuple[str, int], str] = {
    ("archive", 3): N_("Safety and people"),
    ("edit", 2): N_("How to find"),
    ("passage", 2): N_("Go to passage"),
    ("passage", 3): N_("Move edges"),
    ("passage", 4): N_("Suggestions"),
    ("translation", 2): N_("While you type"),
    ("translation", 3): N_("Insert match"),
    ("translation", 4): N_("Help beside the desk"),
    ("translation", 5): N_("Parts of the desk"),
    ("translation", 7): N_("Go through the queue"),
    ("view", 3): N_("Reading page"),
    ("view", 4): N_("Second source"),
}
"""The groups that are menus of their own within a menu: the menu's key, the group, the English title."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `group` parts a menu by lines, or is one of `SUBMENUS`; `text` is English, for `_` at display time.

    `repeats` says that a key which is a letter or a sign does it again and again while it is
    held down; `also` are words in any language that find it in the palette.
    """

    id: str
    menu: str
    text: str
    keys: str = ""
    icon: str = ""
    group: int = 0
    checkable: bool = False
    repeats: bool = False
    also: str = ""

    @property
    def letter(self) -> bool:
        """Whether the key that comes with it is a single letter."""
        return len(self.keys) == 1


_A = ActionSpec

ACTION_LIST: tuple[ActionSpec, ...] = (
    _A("archive.create", "archive", N_("Create archive…"), "Ctrl+Shift+N", "file-plus"),
    _A("archive.open", "archive", N_("Open archive…"), "Ctrl+O", "folder-open"),
    _A("archive.sample", "archive", N_("Try the sample"), "", "book-open"),
    _A("source.import", "archive", N_("Import source…"), "Ctrl+I", "import", 1),
    _A("source.paste", "archive", N_("Import from clipboard"), "Ctrl+Shift+V", "clipboard-paste", 1),
    _A("record.rows", "archive", N_("Bring in rows…"), "Ctrl+Alt+I", "table", 1),
    _A("source.newer", "archive", N_("Import newer capture…"), "", "refresh-cw", 1),
    _A("source.print", "archive", N_("Print…"), "Ctrl+P", "printer", 2),
    _A("bundle.export", "archive", N_("Export bundle…"), "Ctrl+E", "package", 2),
    _A("record.export", "archive", N_("Export records…"), "Ctrl+Alt+E", "table", 2),
    _A("bundle.verify", "archive", N_("Verify bundle…"), "", "package-check", 2),
    _A("archive.check", "archive", N_("Check archive"), "", "shield-check", 3),
    _A("archive.passphrase", "archive", N_("Change passphrase…"), "", "key-round", 3),
    _A("archive.recovery", "archive", N_("Recovery sheet…"), "", "printer", 3),
    _A("archive.profiles", "archive", N_("Profiles…"), "", "users", 3),
    _A("archive.lock", "archive", N_("Lock"), "Ctrl+L", "lock", 4),
    _A("archive.close", "archive", N_("Close archive"), "Ctrl+W", "x", 4),
    _A("app.settings", "archive", N_("Settings"), "Ctrl+,", "settings", 5),
    _A("app.language", "archive", N_("Interface language…"), "", "languages", 5, also="language мова язык kalba"),
    _A("app.quit", "archive", N_("Quit"), "Ctrl+Q", "log-out", 6),
    _A("edit.undo", "edit", N_("Undo"), "Ctrl+Z", "undo-2"),
    _A("edit.redo", "edit", N_("Redo"), "Ctrl+Shift+Z", "redo-2"),
    _A("edit.history", "edit", N_("History"), "Ctrl+H", "history"),
    _A("find.text", "edit", N_("Find in the text"), "Ctrl+F", "search", 1),
    _A("find.next", "edit", N_("Next place found"), "F3", "", 1),
    _A("find.previous", "edit", N_("Previous place found"), "Shift+F3", "", 1),
    _A("find.everywhere", "edit", N_("Search everywhere"), "Ctrl+Shift+F", "search", 1),
    _A("find.accents", "edit", N_("Ignore accents when finding"), "Ctrl+Shift+A", "", 2, checkable=True),
    _A("find.softness", "edit", N_("Ignore soft signs when finding"), "Ctrl+Shift+S", "", 2, checkable=True),
    _A("find.script", "edit", N_("Find in any script"), "Ctrl+Shift+Y", "", 2, checkable=True),
    _A("find.whole", "edit", N_("Find whole words"), "Ctrl+Shift+W", "", 2, checkable=True),
    _A("passage.pick", "passage", N_("Link passage…"), "Space", "link"),
    _A("passage.person", "passage", N_("Person"), "P", "user", 1),
    _A("passage.event", "passage", N_("Event"), "E", "calendar", 1),
    _A("passage.organisation", "passage", N_("Organisation"), "O", "building-2", 1),
    _A("passage.place", "passage", N_("Place"), "L", "map-pin", 1),
    _A("passage.quote", "passage", N_("Quote"), "Q", "quote", 1),
    _A("passage.note", "passage", N_("Note"), "N", "sticky-note", 1),
    _A("passage.tag", "passage", N_("Tag"), "T", "tag", 1),
    _A("passage.roster", "passage", N_("Roster of persons…"), "R", "users", 1, also="list спіс список sąrašas"),
    _A("passage.next", "passage", N_("Next passage"), "J", "arrow-down", 2, repeats=True),
    _A("passage.previous", "passage", N_("Previous passage"), "K", "arrow-up", 2, repeats=True),
    _A("passage.next_quote", "passage", N_("Next quote"), "Shift+J", "", 2, repeats=True),
    _A("passage.previous_quote", "passage", N_("Previous quote"), "Shift+K", "", 2, repeats=True),
    _A("passage.end_right", "passage", N_("Move the end to the right"), "Alt+Right", "", 3, repeats=True),
    _A("passage.end_left", "passage", N_("Move the end to the left"), "Alt+Left", "", 3, repeats=True),
    _A("passage.start_right", "passage", N_("Move the start to the right"), "Alt+Shift+Right", "", 3, repeats=True),
    _A("passage.start_left", "passage", N_("Move the start to the left"), "Alt+Shift+Left", "", 3, repeats=True),
    _A("passage.end_right_sign", "passage", N_("Move the end one character right"), ".", "", 3, repeats=True),
    _A("passage.end_left_sign", "passage", N_("Move the end one character left"), ",", "", 3, repeats=True),
    _A("passage.start_right_sign", "passage", N_("Move the start one character right"), "Shift+.", "", 3, repeats=True),
    _A("passage.start_left_sign", "passage", N_("Move the start one character left"), "Shift+,", "", 3, repeats=True),
    _A("passage.shift_right", "passage", N_("Shift the passage one word right"), "]", "", 3, repeats=True),
    _A("passage.shift_left", "passage", N_("Shift the passage one word left"), "[", "", 3, repeats=True),
    _A(
        "passage.shift_right_sign",
        "passage",
        N_("Shift the passage one character right"),
        "Shift+]",
        "",
        3,
        repeats=True,
    ),
    _A(
        "passage.shift_left_sign", "passage", N_("Shift the passage one character left"), "Shift+[", "", 3, repeats=True
    ),
    _A("suggestion.next", "passage", N_("Next suggestion"), "S", "message-square-quote", 4),
    _A("suggestion.previous", "passage", N_("Previous suggestion"), "Shift+S", "", 4),
    _A("suggestion.accept", "passage", N_("Accept the suggestion"), "Y", "check", 4),
    _A("suggestion.change", "passage", N_("Change the suggestion…"), "C", "pencil", 4),
    _A("suggestion.reject", "passage", N_("Reject the suggestion"), "X", "x", 4),
    _A("suggestion.accept_form", "passage", N_("Accept every suggestion of this form"), "Shift+Y", "", 4),
    _A("suggestion.reject_form", "passage", N_("Reject every suggestion of this form"), "Shift+X", "", 4),
    _A("passage.select_more", "passage", N_("Select more"), "W", "", 5),
    _A("passage.select_less", "passage", N_("Select less"), "Shift+W", "", 5),
    _A("version.queue", "passage", N_("Passages to decide"), "V", "split", 6),
    _A("passage.remove", "passage", N_("Remove passage"), "Ctrl+Backspace", "trash-2", 6),
    _A("record.person", "record", N_("New person"), "Ctrl+Shift+P", "user"),
    _A("record.event", "record", N_("New event"), "Ctrl+Shift+E", "calendar"),
    _A("record.organisation", "record", N_("New organisation"), "Ctrl+Shift+O", "building-2"),
    _A("record.place", "record", N_("New place"), "Ctrl+Shift+L", "map-pin"),
    _A("record.roster", "record", N_("Paste a roster…"), "", "clipboard-paste", also="list спіс список sąrašas"),
    _A("record.source", "record", N_("Show in the source"), "Ctrl+G", "arrow-right", 1),
    _A("record.lacks", "record", N_("Next open question"), "F4", "split", 1),
    _A("record.find", "record", N_("Find in all sources"), "Ctrl+Shift+R", "search", 1),
    _A("record.names", "record", N_("Propose forms of the name"), "Ctrl+Shift+D", "languages", 2),
    _A("record.cases", "record", N_("Propose cases of the name"), "Ctrl+Shift+G", "tags", 2),
    _A("record.same", "record", N_("Possible duplicates"), "Ctrl+Shift+U", "users", 3),
    _A("records.same", "record", N_("Possible duplicates in the archive"), "", "", 3),
    _A("record.remove", "record", N_("Remove record"), "", "trash-2", 4),
    _A("desk.open", "translation", N_("Translate this quote"), "Ctrl+T", "languages"),
    _A("beside.take", "translation", N_("Take as translation"), "Ctrl+Shift+T", "languages"),
    _A("desk.confirm", "translation", N_("Confirm and go on"), "Ctrl+Return", "check", 1),
    _A("desk.review", "translation", N_("Send to review"), "Ctrl+Shift+Return", "eye", 1),
    _A("desk.back", "translation", N_("Send back to draft"), "", "undo-2", 1),
    _A("desk.final", "translation", N_("Mark as final"), "", "circle-check", 1),
    _A("desk.accept", "translation", N_("Accept the wording"), "", "check", 1),
    _A("desk.reject", "translation", N_("Reject with a reason"), "Ctrl+Shift+Backspace", "undo-2", 1),
    _A("desk.dispute", "translation", N_("Dispute with a reason"), "", "triangle-alert", 1),
    _A("desk.second_look", "translation", N_("Ask for a second look"), "", "eye", 1),
    _A("desk.propagate", "translation", N_("Propagate translation"), "Ctrl+Alt+G", "copy", 1),
    _A("desk.remember", "translation", N_("In the memory before review"), "", "", 1),
    _A("desk.assign", "translation", N_("Make responsible…"), "Ctrl+Shift+H", "user", 1),
    _A("desk.comment", "translation", N_("Comment"), "Ctrl+Shift+C", "comment", 1),
    _A("desk.copy", "translation", N_("Copy the words of the quote"), "Ctrl+Alt+C", "copy", 2),
    _A("desk.complete", "translation", N_("Complete the word"), "Ctrl+Space", "", 2),
    _A("desk.name", "translation", N_("Insert the next name"), "Ctrl+Alt+N", "user", 2),
    _A("desk.term", "translation", N_("Insert the next term"), "Ctrl+Alt+T", "", 2),
    _A("desk.new_term", "translation", N_("New term from the selection…"), "Ctrl+Alt+K", "plus", 2),
    _A("desk.spelling", "translation", N_("Spelling suggestions"), "Alt+Return", "", 2),
    _A("desk.own_words", "translation", N_("The archive’s words"), "", "book-open", 2),
    _A("desk.characters", "translation", N_("Special characters"), "Ctrl+Shift+X", "", 2),
    _A("desk.source", "translation", N_("Translate from another language"), "Ctrl+Shift+Q", "voice", 2),
    _A("desk.insert_mark", "translation", N_("Insert the next missing sign"), "Ctrl+Shift+I", "", 2),
    _A("desk.mend", "translation", N_("Mend the next finding"), "Ctrl+Alt+F", "check", 2),
    _A("desk.machine_propose", "translation", N_("Propose by machine"), "Ctrl+Alt+M", "machine", 2),
    _A("desk.insert_1", "translation", N_("Insert match 1"), "Ctrl+1", "", 3),
    _A("desk.insert_2", "translation", N_("Insert match 2"), "Ctrl+2", "", 3),
    _A("desk.insert_3", "translation", N_("Insert match 3"), "Ctrl+3", "", 3),
    _A("desk.insert_4", "translation", N_("Insert match 4"), "Ctrl+4", "", 3),
    _A("desk.insert_5", "translation", N_("Insert match 5"), "Ctrl+5", "", 3),
    _A("desk.matches", "translation", N_("Matches and names"), "Ctrl+6", "matches", 4),
    _A("desk.findings", "translation", N_("Checks"), "Ctrl+7", "checks", 4),
    _A("desk.comments", "translation", N_("Comments"), "Ctrl+8", "comment", 4),
    _A("desk.reviews", "translation", N_("Review and history"), "Ctrl+9", "review", 4),
    _A("desk.desk", "translation", N_("Translation desk"), "Ctrl+Shift+1", "languages", 5),
    _A("desk.memory", "translation", N_("Translation memory"), "Ctrl+Shift+2", "memory", 5),
    _A("desk.concordance", "translation", N_("Look for the words in the memory"), "Ctrl+Shift+K", "search", 5),
    _A("desk.glossary", "translation", N_("Glossary"), "Ctrl+Shift+3", "glossary", 5),
    _A("desk.progress", "translation", N_("Progress"), "Ctrl+Shift+4", "chart", 5),
    _A("desk.returned", "translation", N_("Returned translations"), "Ctrl+Shift+5", "inbox", 5),
    _A("desk.all_findings", "translation", N_("Findings in all translations"), "", "checks", 5),
    _A("desk.send", "translation", N_("Send to a translator…"), "Ctrl+Alt+S", "send", 5),
    _A("desk.take_in", "translation", N_("Take in what came back…"), "Ctrl+Alt+R", "inbox", 5),
    _A("desk.translate_back", "translation", N_("Translate back…"), "", "refresh-cw", 5),
    _A("desk.memory_import", "translation", N_("Take into the memory…"), "", "import", 5),
    _A("desk.machine", "translation", N_("Machine models"), "", "machine", 5),
    _A("desk.next", "translation", N_("Next line that waits"), "Alt+PgDown", "arrow-down", 7),
    _A("desk.previous", "translation", N_("Previous line that waits"), "Alt+PgUp", "arrow-up", 7),
    _A("desk.next_language", "translation", N_("Next language of the quote"), "Ctrl+Alt+Down", "", 7),
    _A("desk.previous_language", "translation", N_("Previous language of the quote"), "Ctrl+Alt+Up", "", 7),
    _A("go.sources", "view", N_("Sources"), "Alt+1", "newspaper"),
    _A("go.records", "view", N_("Records"), "Alt+2", "users"),
    _A("go.translations", "view", N_("Translations"), "Alt+3", "languages"),
    _A("go.bundles", "view", N_("Bundles"), "Alt+4", "package"),
    _A("go.search", "view", N_("Search"), "Alt+5", "search"),
    _A("records.page", "view", N_("Page of the record"), "Alt+6", "book-open", 5),
    _A("records.table", "view", N_("Table"), "Alt+7", "table", 5),
    _A("records.timeline", "view", N_("Timeline"), "Alt+8", "chart-gantt", 5),
    _A("records.network", "view", N_("Network"), "Alt+9", "network", 5),
    _A("view.back", "view", N_("Back"), "Ctrl+[", "arrow-left", 1),
    _A("view.forward", "view", N_("Forward"), "Ctrl+]", "arrow-right", 1),
    _A("view.pane", "view", N_("Next part of the window"), "F6", "", 1),
    _A("view.list", "view", N_("Fold the list"), "F9", "panel-left", 2, checkable=True),
    _A("view.inspector", "view", N_("Fold the inspector"), "Shift+F9", "panel-right", 2, checkable=True),
    _A("view.larger", "view", N_("Larger reading type"), "Ctrl+=", "zoom-in", 3),
    _A("view.smaller", "view", N_("Smaller reading type"), "Ctrl+-", "zoom-out", 3),
    _A("view.wider", "view", N_("Wider column"), "F7", "", 3),
    _A("view.narrower", "view", N_("Narrower column"), "Shift+F7", "", 3),
    _A("view.looser", "view", N_("More space between lines"), "F8", "", 3),
    _A("view.tighter", "view", N_("Less space between lines"), "Shift+F8", "", 3),
    _A("view.apart", "view", N_("More space between paragraphs"), "Ctrl+F8", "", 3),
    _A("view.together", "view", N_("Less space between paragraphs"), "Ctrl+Shift+F8", "", 3),
    _A("view.usual", "view", N_("Usual reading page"), "Ctrl+0", "", 3),
    _A("view.beside", "view", N_("Second source beside"), "Ctrl+B", "columns-2", 4),
    _A("beside.step", "view", N_("Scroll in step"), "Ctrl+Shift+J", "arrow-down-up", 4),
    _A("beside.swap", "view", N_("Open the second source"), "Ctrl+Shift+B", "arrow-left", 4),
    _A("beside.tie", "view", N_("Note the second source as the published translation"), "Ctrl+Shift+M", "link", 4),
    _A("app.palette", "help", N_("All actions…"), "Ctrl+K", "command"),
    _A("app.keys", "help", N_("Keys"), "F1", "keyboard"),
    _A("app.about", "help", N_("About the program"), "", "info", 1),
)
"""All actions in the order of their menus."""
