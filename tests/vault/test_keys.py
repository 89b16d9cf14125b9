from __future__ import annotations

import os
import pickle
import time
import unicodedata
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import ArchiveError, InputError, NotAnArchiveError
from workbench.vault.keys import (
    PARAMETERS,
    ArchiveKey,
    Parameters,
    candidate_keys,
    check_passphrase,
    derive,
    new_key,
    read_salt,
)

RAW = bytes(range(32))
SALT = bytes(range(100, 116))


def test_argon2id_is_that_of_rfc_9106() -> None:
    """The vector of RFC 9106, section 5.3: the library's units are KiB, passes and lanes."""
    function = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    )
    expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert function.derive(b"\x01" * 32).hex() == expected


def test_derive_gives_the_librarys_own_answer() -> None:
    parameters = Parameters(memory=64, iterations=2, lanes=2)
    function = Argon2id(salt=SALT, length=32, iterations=2, lanes=2, memory_cost=64)
    key = derive("Пагоня і ė", SALT, parameters)
    assert key.raw() == function.derive("Пагоня і ė".encode())
    assert key.salt == SALT


@given(text=st.text(max_size=40))
def test_composed_and_decomposed_passphrases_are_one(text: str, cheap_parameters: Parameters) -> None:
    composed = derive(unicodedata.normalize("NFC", text), SALT, cheap_parameters)
    assert derive(unicodedata.normalize("NFD", text), SALT, cheap_parameters) == composed


def test_white_space_and_case_count(cheap_parameters: Parameters) -> None:
    keys = [derive(text, SALT, cheap_parameters).raw() for text in ("a b", "a  b", "a b ", "A b")]
    assert len(set(keys)) == 4


def test_lone_surrogates_give_a_key(cheap_parameters: Parameters) -> None:
    assert derive("\ud800", SALT, cheap_parameters) != derive("\ud801", SALT, cheap_parameters)


def test_newest_parameters_are_dear() -> None:
    newest = PARAMETERS[0]
    assert newest.memory >= 256 * 1024
    start = time.perf_counter()
    derive("any passphrase", SALT, newest)
    assert time.perf_counter() - start > 0.3


def test_new_keys_have_salts_of_their_own(cheap_parameters: Parameters) -> None:
    one, two = new_key("one passphrase", cheap_parameters), new_key("one passphrase", cheap_parameters)
    assert one.salt != two.salt
    assert one == derive("one passphrase", one.salt, cheap_parameters)


def test_candidates_come_in_the_order_of_the_parameters(cheap_parameters: Parameters) -> None:
    older = Parameters(memory=16, iterations=1, lanes=1)
    keys = list(candidate_keys("words", SALT, (cheap_parameters, older)))
    assert keys == [derive("words", SALT, cheap_parameters), derive("words", SALT, older)]


def test_pragma_is_key_then_salt_in_hex() -> None:
    assert ArchiveKey(RAW, SALT).pragma() == f"x'{RAW.hex()}{SALT.hex()}'"


def test_key_never_shows() -> None:
    key = ArchiveKey(RAW, SALT)
    for shown in (repr(key), str(key), f"{key}", f"{key!r}", repr([key])):
        assert RAW.hex() not in shown
        assert SALT.hex() not in shown
        assert repr(RAW)[2:20] not in shown
    with pytest.raises(TypeError):
        pickle.dumps(key)


def test_wiped_key_is_gone() -> None:
    key = ArchiveKey(RAW, SALT)
    held = key._raw
    key.wipe()
    key.wipe()
    assert key.wiped
    assert not held
    assert repr(key) == "ArchiveKey(wiped)"
    with pytest.raises(ValueError, match="wiped"):
        key.pragma()


@pytest.mark.parametrize(("raw", "salt"), [(RAW[:31], SALT), (RAW, SALT + b"x"), (b"", b"")])
def test_key_of_another_length_is_refused(raw: bytes, salt: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        ArchiveKey(raw, salt)


def test_keys_compare_by_key_and_salt() -> None:
    assert ArchiveKey(RAW, SALT) == ArchiveKey(bytearray(RAW), SALT)
    assert ArchiveKey(RAW, SALT) != ArchiveKey(RAW, RAW[:16])
    assert ArchiveKey(RAW, SALT) != RAW
    with pytest.raises(TypeError):
        hash(ArchiveKey(RAW, SALT))


def test_salt_is_the_files_first_sixteen_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.archive"
    path.write_bytes(SALT + b"the rest")
    assert read_salt(path) == SALT


@pytest.mark.parametrize("content", [b"", SALT[:15], b"SQLite format 3\0" + bytes(4080)])
def test_other_files_are_no_archives(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotAnArchiveError, match=r"“notes\.txt” is not"):
        read_salt(path)


def test_directory_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchiveError):
        read_salt(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_no_archive_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAnArchiveError):
        read_salt(tmp_path / "pipe")


def test_missing_file_is_named_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"no file “gone\.archive”") as caught:
        read_salt(tmp_path / "gone.archive")
    assert str(tmp_path) not in str(caught.value)


def test_unreadable_path_is_an_archive_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(SALT)
    with pytest.raises(ArchiveError):
        read_salt(tmp_path / "file" / "below.archive")


@pytest.mark.parametrize(
    "text",
    ["correct horse battery staple", "дванаццаць!1", "twelve chars", "ėda oda ūda ada"],
)
def test_good_passphrases(text: str) -> None:
    check_passphrase(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "too short"),
        ("elevenchars", "too short"),
        ("a b c d e", "too short"),
        ("one one one", "too short"),
        ("aaaaaaaaaaaaaaaa", "repeats"),
        ("abababababababab", "repeats"),
        ("twelve chars\nand a line", "cannot be typed"),
        ("twelve chars\ud800", "cannot be typed"),
        ("ў" * 3 + "abcdef" * 200, "too long"),
    ],
)
def test_poor_passphrases(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        check_passphrase(text)
    assert caught.value.field == "passphrase"


def test_combining_marks_do_not_lengthen_a_passphrase() -> None:
    with pytest.raises(InputError, match="too short"):
        check_passphrase(unicodedata.normalize("NFD", "ėėžžššūūąą1"))


@given(text=st.text(st.characters(min_codepoint=0x400), min_size=4, max_size=11))
def test_refusals_never_repeat_the_passphrase(text: str) -> None:
    with pytest.raises(InputError) as caught:
        check_passphrase(text)
    assert text not in str(caught.value)
