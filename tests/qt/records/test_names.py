from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput, RecordInput
from workbench.domain.kinds import Case, NameKind, RecordKind
from workbench.i18n import _
from workbench.languages.name_parts import Gender
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.records.cases import CasesForm, strange_signs
from workbench.qt.records.known import Known, read_known
from workbench.qt.records.names import NameForm
from workbench.qt.records.proposals import ProposalsForm
from workbench.qt.records.words import NAME_KINDS
from workbench.qt.session import Place, ViewName
from workbench.services.records import create_record

from .conftest import Shelf

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _make(shelf: Shelf, qtbot: QtBot, *names: NameInput, kind: RecordKind = RecordKind.PERSON) -> str:
    ids: list[str] = []
    shelf.session.perform(create_record(RecordInput(kind=kind, names=names)), on_done=ids.append)
    qtbot.waitUntil(lambda: bool(ids))
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=ids[0]))
    return ids[0]


def _known(shelf: Shelf, record_id: str) -> Known:
    with shelf.session.read() as connection:
        known = read_known(connection, record_id, "en")
    assert known is not None
    return known


def _forms(shelf: Shelf, record_id: str) -> dict[Case, tuple[str, ...]]:
    cases = _known(shelf, record_id).cases
    return next(iter(cases.values())).forms if cases else {}


def _cases(shelf: Shelf) -> CasesForm:
    form = shelf.view.page.names.form
    assert isinstance(form, CasesForm)
    return form


def _texts(shelf: Shelf) -> list[str]:
    return [label.text() for label in shelf.view.page.names.findChildren(QLabel)]


@pytest.fixture
def made(empty_shelf: Shelf, qtbot: QtBot) -> str:
    """The id of a person with a Belarusian name, on the page."""
    return _make(empty_shelf, qtbot, NameInput(value="Таццяна Хоміч", tag="be"))


def test_a_key_proposes_the_cases_and_enter_keeps_them_all(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    form = _cases(empty_shelf)
    assert empty_shelf.focus() is form.fields[Case.GENITIVE]
    assert form.fields[Case.DATIVE].text() == "Таццяне Хоміч"
    assert _forms(empty_shelf, made) == {}
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "genitive: Таццяны Хоміч" in " ".join(_texts(empty_shelf)))
    assert _forms(empty_shelf, made)[Case.INSTRUMENTAL] == ("Таццянай Хоміч",)
    assert any("dative, locative: Таццяне Хоміч" in text for text in _texts(empty_shelf))
    assert empty_shelf.view.page.names.form is None
    assert empty_shelf.focus().objectName().endswith(" cases")
    empty_shelf.session.undo(empty_shelf.view)
    qtbot.waitUntil(lambda: _forms(empty_shelf, made) == {})


def test_one_case_is_corrected_and_kept_alone(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    form = _cases(empty_shelf)
    form.fields[Case.DATIVE].setFocus()
    form.fields[Case.DATIVE].selectAll()
    empty_shelf.type("Таццяне / Тацяне")
    empty_shelf.key(Qt.Key.Key_Tab)
    button = empty_shelf.focus()
    assert isinstance(button, QToolButton)
    empty_shelf.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _forms(empty_shelf, made) == {Case.DATIVE: ("Таццяне", "Тацяне")})
    assert _cases(empty_shelf) is form
    qtbot.waitUntil(lambda: not button.isEnabled())
    assert form.fields[Case.GENITIVE].text() == "Таццяны Хоміч"


def test_an_emptied_case_and_strange_signs_are_asked_about_once(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    form = _cases(empty_shelf)
    assert form.remark.isHidden()
    form.fields[Case.DATIVE].setFocus()
    form.fields[Case.DATIVE].selectAll()
    empty_shelf.key(Qt.Key.Key_Delete)
    assert form.remark.words.text() == "Left out, since nothing is written there: dative."
    form.fields[Case.GENITIVE].setFocus()
    form.fields[Case.GENITIVE].selectAll()
    empty_shelf.type("123 <b>")
    assert "1 2 3 < >" in form.remark.words.text()
    empty_shelf.key(Qt.Key.Key_Return)
    assert empty_shelf.focus() is form.remark.button
    assert _forms(empty_shelf, made) == {}
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: Case.GENITIVE in _forms(empty_shelf, made))
    assert Case.DATIVE not in _forms(empty_shelf, made)


@pytest.mark.parametrize(
    ("form", "name", "signs"),
    [("Калоніі № 1", "Калонія № 1", ""), ("Д’Арк-Ціхай М.", "Д’Арк-Ціхая М.", ""), ("Веры (7)", "Вера", "(7)")],
)
def test_signs_of_a_form_are_strange_where_the_name_has_none_of_them(form: str, name: str, signs: str) -> None:
    assert strange_signs(form, name) == signs


def test_the_gender_changes_what_nobody_has_written(empty_shelf: Shelf, made: str) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    form = _cases(empty_shelf)
    assert form.gender.currentText() == "a woman’s name"
    form.fields[Case.DATIVE].selectAll()
    form.fields[Case.DATIVE].setFocus()
    empty_shelf.type("Т")
    form.gender.setCurrentIndex(form.gender.findData(Gender.MASCULINE))
    assert form.fields[Case.GENITIVE].text() == "Таццяны Хоміча"
    assert form.fields[Case.DATIVE].text() == "Т"


def test_a_changed_name_offers_its_cases_anew(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(_known(empty_shelf, made).cases) and empty_shelf.view.page.names.form is None)
    name_id = _known(empty_shelf, made).detail.names[0].id
    empty_shelf.child(f"{name_id} edit").setFocus()
    empty_shelf.key(Qt.Key.Key_Space)
    form = empty_shelf.view.page.names.form
    assert isinstance(form, NameForm)
    form.value.setText("Таццяна Калеснікава")
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The cases are of “Таццяна Хоміч”." in _texts(empty_shelf))
    renew = empty_shelf.child(f"{name_id} renew")
    assert isinstance(renew, QPushButton)
    renew.click()
    assert _cases(empty_shelf).fields[Case.GENITIVE].text() == "Таццяны Калеснікавай"
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _forms(empty_shelf, made)[Case.GENITIVE] == ("Таццяны Калеснікавай",))


def test_the_cases_are_removed_and_an_empty_form_is_refused(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    form = _cases(empty_shelf)
    assert form.remove_button.isHidden()
    for field in form.fields.values():
        field.clear()
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("No form is given." in text for text in _texts(empty_shelf)))
    form.fields[Case.GENITIVE].setText("Таццяны")
    form.fields[Case.GENITIVE].setFocus()
    empty_shelf.key(Qt.Key.Key_Return)
    assert empty_shelf.focus() is form.remark.button
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_shelf.view.page.names.form is None)
    qtbot.waitUntil(lambda: any("genitive: Таццяны" in text for text in _texts(empty_shelf)))
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    assert _cases(empty_shelf).fields[Case.DATIVE].text() == ""
    assert _cases(empty_shelf).fields[Case.DATIVE].placeholderText() == "Таццяне Хоміч"
    _cases(empty_shelf).remove_button.click()
    qtbot.waitUntil(lambda: _forms(empty_shelf, made) == {})


def test_nothing_is_proposed_where_no_name_has_cases(empty_shelf: Shelf, qtbot: QtBot) -> None:
    _make(empty_shelf, qtbot, NameInput(value="John Coale", tag="en"))
    assert empty_shelf.view.page.names.cases_button.isHidden()
    empty_shelf.key(Qt.Key.Key_G, CTRL, SHIFT)
    assert empty_shelf.view.page.names.form is None


def test_the_parts_follow_the_name_until_somebody_says_otherwise(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    empty_shelf.view.page.names.open_add()
    form = empty_shelf.view.page.names.form
    assert isinstance(form, NameForm)
    form.language.set_tag("ru")
    empty_shelf.type("Хомич Татьяна Ивановна")
    assert {name: field.text() for name, field in form.parts.items()} == {
        "given": "Татьяна",
        "patronymic": "Ивановна",
        "family": "Хомич",
    }
    form.parts["family"].setFocus()
    form.parts["family"].selectAll()
    empty_shelf.type("Хомичева")
    empty_shelf.key(Qt.Key.Key_Return)
    assert form.isVisible()
    assert any("does not stand in the name" in text for text in _texts(empty_shelf))
    assert empty_shelf.focus() is form.parts["family"]
    form.value.setText("Хомичева Татьяна Ивановна")
    empty_shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_known(empty_shelf, made).detail.names) == 2)
    russian = _known(empty_shelf, made).detail.names[1]
    assert (russian.given, russian.patronymic, russian.family) == ("Татьяна", "Ивановна", "Хомичева")


def test_places_have_no_parts(empty_shelf: Shelf, qtbot: QtBot) -> None:
    _make(empty_shelf, qtbot, NameInput(value="Мінск", tag="be"), kind=RecordKind.PLACE)
    empty_shelf.view.page.names.open_add()
    form = empty_shelf.view.page.names.form
    assert isinstance(form, NameForm)
    assert form.parts == {}
    # A field that stood nowhere would be deleted with the garbage, maybe while Qt goes through all widgets.
    assert all(field.parent() is not None for field in vars(form).values() if isinstance(field, QWidget))


def test_proposed_forms_carry_the_parts(empty_shelf: Shelf, qtbot: QtBot) -> None:
    name = NameInput(value="Хоміч Таццяна Іванаўна", tag="be", given="Таццяна", patronymic="Іванаўна", family="Хоміч")
    record_id = _make(empty_shelf, qtbot, name)
    empty_shelf.key(Qt.Key.Key_D, CTRL, SHIFT)
    form = empty_shelf.view.page.names.form
    assert isinstance(form, ProposalsForm)
    form.save_button.click()
    qtbot.waitUntil(lambda: len(_known(empty_shelf, record_id).detail.names) > 3)
    found = {name.value: name for name in _known(empty_shelf, record_id).detail.names}
    russian = found["Хомич Татьяна Ивановна"]
    assert (russian.given, russian.patronymic, russian.family) == ("Татьяна", "Ивановна", "Хомич")


def test_preferred_names_come_first_and_other_spellings_are_told(empty_shelf: Shelf, qtbot: QtBot) -> None:
    names = [("Maryia Kalesnikava", "en", NameKind.ALIAS), ("Мария Колесникова", "ru", NameKind.PREFERRED)]
    names += [("Марыя Калеснікава", "be", NameKind.PREFERRED), ("Маша Флейта", "be", NameKind.ALIAS)]
    record_id = _make(empty_shelf, qtbot, *(NameInput(value=value, tag=tag, kind=kind) for value, tag, kind in names))
    assert [name.value for name in _known(empty_shelf, record_id).detail.names] == [
        "Марыя Калеснікава",
        "Мария Колесникова",
        "Маша Флейта",
        "Maryia Kalesnikava",
    ]
    texts = " | ".join(_texts(empty_shelf))
    assert texts.count("another spelling") == 1
    assert "other name · another spelling" in texts
    assert "Маша Флейта | Belarusian | other name |" in texts


def test_a_name_in_another_script_is_remarked_on_and_one_key_mends_it(empty_shelf: Shelf, qtbot: QtBot) -> None:
    shelf = empty_shelf
    shelf.view.begin_new(RecordKind.PERSON)
    form = shelf.view.form
    assert form is not None
    english, belarusian = form.names["en"], form.names["be"]
    shelf.type("Марыя Калеснікава")
    remark = form.remarks[0]
    assert remark.isVisible()
    assert [label.text() for label in remark.findChildren(QLabel)] == ["Cyrillic letters, but the language is English."]
    shelf.key(Qt.Key.Key_Return)  # asks, and makes nothing
    assert shelf.focus() is remark.button
    assert remark.button.text() == "Make it Belarusian"
    shelf.key(Qt.Key.Key_Return)
    assert (english.text(), belarusian.text()) == ("", "Марыя Калеснікава")
    assert shelf.focus() is belarusian
    assert not remark.isVisible()
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shelf.view.page.known is not None)
    known = shelf.view.page.known
    assert known is not None
    assert [(name.value, name.tag) for name in known.detail.names] == [("Марыя Калеснікава", "be")]


def test_enlarged_what_is_asked_is_in_sight(empty_shelf: Shelf, look: Look, qtbot: QtBot) -> None:
    shelf = empty_shelf
    look.set(scale=200)
    shelf.view.begin_new(RecordKind.PERSON)
    form = shelf.view.form
    assert form is not None
    form.names["lt"].setFocus()
    shelf.type("Марыя Калеснікава")
    qtbot.waitUntil(form.remarks[-1].button.isVisible)
    shelf.key(Qt.Key.Key_Return)
    asked, area = shelf.focus(), shelf.view._form_area
    assert asked is form.remarks[-1].button
    qtbot.waitUntil(
        lambda: area.viewport().rect().contains(QRect(asked.mapTo(area.viewport(), QPoint()), asked.size()))
    )
    assert area.horizontalScrollBar().maximum() == 0


def test_latin_letters_make_a_field_that_of_the_latin_form(empty_shelf: Shelf, qtbot: QtBot) -> None:
    shelf = empty_shelf
    shelf.view.begin_new(RecordKind.PERSON)
    form = shelf.view.form
    assert form is not None
    form.names["be"].setFocus()
    shelf.type("Maryja")
    shelf.key(Qt.Key.Key_Return)
    shelf.key(Qt.Key.Key_Space)
    assert form._fields["be"].label.text().startswith("Belarusian (Lat")
    assert form.names["be"].accessibleName().startswith("Belarusian (Lat")
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shelf.view.page.known is not None)
    known = shelf.view.page.known
    assert known is not None
    assert [(name.value, name.tag) for name in known.detail.names] == [("Maryja", "be-Latn")]


def test_a_name_stays_as_it_is_where_enter_is_pressed_again(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    shelf = empty_shelf
    names = shelf.view.page.names
    names.open_add()
    form = names.form
    assert isinstance(form, NameForm)
    assert form.language.tag() == "ru"
    shelf.type("Tatiana")
    assert form.remark.isVisible()
    shelf.key(Qt.Key.Key_Return)
    assert shelf.focus() is form.remark.button
    assert form.remark.button.text() == "Make it English"
    form.value.setFocus()
    shelf.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names.form is None)
    assert ("Tatiana", "ru") in [(name.value, name.tag) for name in _known(shelf, made).detail.names]


def test_the_language_of_a_name_is_changed_where_it_is_added(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    names = empty_shelf.view.page.names
    names.open_add()
    form = names.form
    assert isinstance(form, NameForm)
    empty_shelf.type("Tatiana")
    empty_shelf.key(Qt.Key.Key_Return)
    empty_shelf.key(Qt.Key.Key_Return)
    assert form.language.tag() == "en"
    assert not form.remark.isVisible()
    assert empty_shelf.focus() is form.value
    switch_language("lt")
    assert form.kind.currentText() == _(NAME_KINDS[NameKind.PREFERRED])
    assert form.language.tag() == "en"


def test_a_form_that_is_not_to_be_used_asks_why_and_shows_it(empty_shelf: Shelf, made: str, qtbot: QtBot) -> None:
    names = empty_shelf.view.page.names
    names.open_add()
    form = names.form
    assert isinstance(form, NameForm)
    assert not form.reason.isVisible()
    form.value.setText("Танька")
    form.kind.setCurrentIndex(form.kind.findData(NameKind.FORBIDDEN))
    assert form.reason.isVisible()
    form.save()
    qtbot.waitUntil(lambda: form._reason_row.error != "")
    form.reason.setText("mocks her")
    form.save()
    qtbot.waitUntil(lambda: names.form is None)
    row = next(name for name in _known(empty_shelf, made).detail.names if name.value == "Танька")
    assert (row.kind, row.reason) == ("forbidden", "mocks her")
    qtbot.waitUntil(lambda: any("mocks her" in label.text() for label in names.findChildren(PlainLabel)))
