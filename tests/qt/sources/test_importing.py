"""Sources come in as files, by the clipboard and by dropping; what is wrong is one line."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench.store.meta import read_meta
from workbench.store.tables import Blob, Source
from workbench.store.work import table_of

from .conftest import ARTICLE, CTRL, SHIFT, Desk

KEY = Qt.Key


def _import(desk: Desk, *paths: Path) -> None:
    desk.view.importer.import_files(paths)
    desk.until(lambda: not desk.view.importer.busy)
    desk.settle()


def test_details_open_with_what_was_found(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    body = "<p>" + "The first of them stepped off the bus in Vilnius and waved to her friends. " * 8 + "</p>"
    page.write_text(
        '<html lang="en"><head><title>Walking free</title><meta name="author" content="A. Writer">'
        '<meta property="article:published_time" content="2025-12-13"></head>'
        f"<body><article><h1>Walking free</h1>{body}{body}</article></body></html>",
        encoding="utf-8",
    )
    _import(desk, page)
    details = desk.view.details
    desk.until(details.isVisible)
    assert details.rows["title"].field.text() == "Walking free"
    assert details.rows["title"].field.hasFocus()
    assert details.rows["published"].text() == "2025-12-13"
    assert details.language.tag() == "en"
    desk.press(KEY.Key_A, held=CTRL)
    desk.type("Free at last")
    details.rows["published"].setFocus()
    desk.press(KEY.Key_A, held=CTRL)
    desk.type("12.12.2025")
    desk.press(KEY.Key_Return)
    desk.until(lambda: desk.one(Source).title == "Free at last")
    assert desk.one(Source).published == "2025-12-12"
    desk.settle()
    assert not details.isVisible()
    assert desk.view.article._title.text() == "Free at last"
    assert desk.view.list.list.lines.line(0).title == "Free at last"


def test_a_full_disk_is_said_once_and_stops_the_others(desk: Desk, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"Article {number}. " * 20_000, encoding="utf-8")
    writer = desk.session.archive._open_writer()
    with writer.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # SQLite then says that the disk is full
    said: list[str] = []
    desk.view.importer.failed.connect(said.append)
    _import(desk, *paths)
    assert len(said) == 2
    assert said[0].startswith("The disk is full.")
    assert said[1] == "3 more files were not tried."


def test_a_date_that_is_none_stays_and_is_said(desk: Desk, article_file: Path) -> None:
    _import(desk, article_file)
    desk.until(desk.view.details.isVisible)
    row = desk.view.details.rows["published"]
    row.setFocus()
    desk.type("soon")
    desk.press(KEY.Key_Return)
    assert row.error
    assert desk.view.details.isVisible()
    desk.view.side.setCurrentWidget(desk.view.inspector)  # something else takes its place
    desk.settle()
    assert desk.one(Source).published == ""
    desk.view.show_details()
    assert row.text() == "soon"


def test_the_same_bytes_twice_name_the_one_that_is_there(desk: Desk, article_file: Path, tmp_path: Path) -> None:
    _import(desk, article_file)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article_file.read_bytes())
    desk.press(KEY.Key_Escape)
    _import(desk, copy)
    report = desk.view.report
    assert report.isVisible()
    (line,) = report.lines
    assert "copy.txt" in line
    assert desk.one(Source).title in line
    twin_line = report._lines[0]
    show, again = (twin_line.findChildren(type(desk.view.details.save_button)))[:2]
    again.setFocus()
    desk.press(KEY.Key_Space)
    desk.until(lambda: len(desk.rows(Source)) == 2)
    desk.settle()
    assert not report.isVisible()
    del show


def test_bad_files_are_one_line_each_and_the_rest_goes_on(desk: Desk, article_file: Path, tmp_path: Path) -> None:
    empty, picture, page = tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "bare.html"
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    page.write_text("<html><body><img src='x.png'></body></html>")
    _import(desk, empty, picture, article_file, page, tmp_path, tmp_path / "gone.txt")
    assert [row.file_name for row in desk.rows(Source)] == ["article.txt"]
    lines = desk.view.report.lines
    assert len(lines) == 5
    assert all("\n" not in line for line in lines)
    for name, line in zip(("empty.txt", "picture.txt", "bare.html", tmp_path.name, "gone.txt"), lines, strict=True):
        assert name in line
    assert desk.view.report.isVisible()
    desk.view.report._close.setFocus()
    desk.press(KEY.Key_Space)
    assert not desk.view.report.isVisible()


def test_a_bad_file_leaves_the_archive_as_it_was(desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    before = desk.session.next_undo()
    _import(desk, empty)
    with desk.session.read() as connection:
        assert connection.execute(table_of(Blob).select()).all() == []
    assert desk.rows(Source) == []
    assert desk.session.next_undo() == before
    assert len(desk.view.report.lines) == 1
    assert desk.view.empty.isVisible()


def test_clipboard_by_its_key(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(ARTICLE)
    desk.press(KEY.Key_V, held=CTRL | SHIFT)
    desk.until(lambda: desk.view.article.source is not None)
    desk.settle()
    assert "👨‍👩‍👧" in desk.view.reader.text
    assert desk.one(Source).file_name == ""
    assert desk.view.details.isVisible()


def test_an_empty_clipboard_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.press(KEY.Key_V, held=CTRL | SHIFT)
    desk.until(lambda: bool(desk.view.report.lines))
    assert desk.rows(Source) == []


def test_files_can_be_dropped(desk: Desk, article_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(article_file))])
    enter = QDragEnterEvent(
        QPoint(40, 40), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(desk.view, enter)
    assert enter.isAccepted()
    assert desk.view.drop_target.isVisible()
    event = QDropEvent(
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.view, event)
    assert not desk.view.drop_target.isVisible()
    desk.until(lambda: desk.view.article.source is not None)
    assert desk.one(Source).file_name == "article.txt"
    desk.settle()


def test_the_list_filters_and_keeps_its_place(desk: Desk, tmp_path: Path) -> None:
    paths = []
    for number, title in enumerate(("Вольныя людзі", "Laisvi žmonės", "Free people")):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{title}\n\nSome words follow here, enough for a text to be read as one.\n", encoding="utf-8")
        paths.append(path)
    _import(desk, *paths)
    assert len(desk.rows(Source)) == 3
    desk.until(lambda: desk.view.list.list.lines.rowCount() == 3)
    # The text that came in last opens by itself and takes the focus: the search comes after that.
    desk.until(lambda: desk.view.article.source is not None and not desk.view.session.operations.jobs)
    chosen = desk.view.list.list.current_id()
    desk.view.list.search.setFocus()
    desk.type("ВОЛЬНЫЯ")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.until(lambda: desk.view.list.list.lines.rowCount() == 1)
    desk.press(KEY.Key_Escape)
    desk.settle()
    desk.until(lambda: desk.view.list.list.lines.rowCount() == 3)
    desk.view.list.list.setFocus()
    desk.press(KEY.Key_Home)
    desk.press(KEY.Key_Down)
    desk.settle()
    desk.until(lambda: desk.view.article.source.id == desk.view.list.list.current_id())
    desk.press(KEY.Key_Return)
    assert desk.view.reader.hasFocus()
    assert chosen


def test_an_import_under_way_is_noted_until_it_is_done(desk: Desk, article_file: Path) -> None:
    noted: list[str] = []

    def activity() -> str:
        with desk.session.read() as connection:
            return read_meta(connection)["activity"]

    desk.session.changed.connect(lambda _changes: noted.append(activity()))
    _import(desk, article_file)
    assert noted == ["import_source"]
    desk.until(lambda: activity() == "")
