"""The names of operations, as the Undo entry and the history show them."""

from __future__ import annotations

from workbench.i18n import N_, _

ACTIONS: dict[str, str] = {
    "create_archive": N_("create the archive"),
    "import_source": N_("import “{subject}”"),
    "edit_source": N_("edit the details of “{subject}”"),
    "remove_source": N_("remove “{subject}”"),
    "pair_sources": N_("note “{subject}” as a published translation"),
    "part_sources": N_("no longer note “{subject}” as a published translation"),
    "import_newer": N_("import a newer capture of “{subject}”"),
    "read_again": N_("read “{subject}” again"),
    "place_passage": N_("place passage “{subject}”"),
    "place_alike": N_("place all passages that differ in punctuation only"),
    "confirm_passage": N_("confirm the place of “{subject}”"),
    "return_passage": N_("send passage “{subject}” back to be decided"),
    "passage_gone": N_("note that passage “{subject}” is gone"),
    "link_passage": N_("link passage to {subject}"),
    "edit_mention": N_("change the role of {subject}"),
    "remove_mention": N_("unlink passage from {subject}"),
    "mark_quote": N_("mark quote “{subject}”"),
    "edit_quote": N_("edit quote “{subject}”"),
    "remove_quote": N_("remove quote “{subject}”"),
    "reject_suggestion": N_("reject suggestion “{subject}”"),
    "restore_suggestion": N_("bring back suggestion “{subject}”"),
    "add_note": N_("add a note"),
    "edit_note": N_("edit a note"),
    "remove_note": N_("remove a note"),
    "add_tag": N_("tag passage “{subject}”"),
    "remove_tag": N_("remove tag “{subject}”"),
    "move_passage": N_("move the edges of a passage"),
    "remove_passage": N_("remove a passage"),
    "create_record": N_("create {subject}"),
    "edit_record": N_("edit {subject}"),
    "remove_record": N_("remove {subject}"),
    "add_name": N_("add name “{subject}”"),
    "add_names": N_("add proposed names to {subject}"),
    "edit_name": N_("edit name “{subject}”"),
    "remove_name": N_("remove name “{subject}”"),
    "add_statement": N_("add a statement to {subject}"),
    "edit_statement": N_("edit a statement of {subject}"),
    "remove_statement": N_("remove a statement of {subject}"),
    "add_participation": N_("add participant {subject}"),
    "edit_participation": N_("edit participant {subject}"),
    "remove_participation": N_("remove participant {subject}"),
    "add_relation": N_("relate to {subject}"),
    "edit_relation": N_("edit the relation to {subject}"),
    "remove_relation": N_("remove the relation to {subject}"),
    "add_evidence": N_("add evidence for {subject}"),
    "remove_evidence": N_("remove evidence for {subject}"),
    "write_translation": N_("translate “{subject}”"),
    "move_translation": N_("change the state of a translation"),
    "annotate": N_("bring in annotations"),
    "add_profile": N_("add profile {subject}"),
    "edit_profile": N_("edit profile {subject}"),
    "export_bundle": N_("export bundle “{subject}”"),
    "load_sample": N_("load the sample’s reference work"),
}


def action_text(action: str, subject: str) -> str:
    """Name an operation in the active language; the bare key of an action from a later version."""
    return _(ACTIONS[action]).format(subject=subject) if action in ACTIONS else action
