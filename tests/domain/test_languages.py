from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.languages import WORKING_LANGUAGES, base_language, normal_tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        # RFC 5646, appendix A, as far as language, script, region, variants and private use go.
        ("de", "de"),
        ("fr", "fr"),
        ("zh-Hant", "zh-Hant"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("sr-Latn-RS", "sr-Latn-RS"),
        ("sl-rozaj", "sl-rozaj"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("sl-nedis", "sl-nedis"),
        ("de-CH-1901", "de-CH-1901"),
        ("sl-IT-nedis", "sl-IT-nedis"),
        ("hy-Latn-IT-arevela", "hy-Latn-IT-arevela"),
        ("de-DE", "de-DE"),
        ("en-US", "en-US"),
        ("es-419", "es-419"),
        ("de-CH-x-phonebk", "de-CH-x-phonebk"),
        ("az-Arab-x-AZE-derbend", "az-Arab-x-aze-derbend"),
        ("qaa-Qaaa-QM-x-southern", "qaa-Qaaa-QM-x-southern"),
        ("de-Qaaa", "de-Qaaa"),
        ("sr-Qaaa-RS", "sr-Qaaa-RS"),
        # Section 2.1.1: letter case means nothing and is made regular.
        ("mn-cYRL-mn", "mn-Cyrl-MN"),
        ("MN-cYRL-mn", "mn-Cyrl-MN"),
        ("en-ca-X-CA", "en-CA-x-ca"),
        ("az-latn-X-LATN", "az-Latn-x-latn"),
        ("SGN-be-fr-x-a", None),
        # What archivists of Belarusian texts write.
        ("BE-TARASK", "be-tarask"),
        (" be_latn ", "be-Latn"),
        ("be-Latn-tarask", "be-Latn-tarask"),
        ("be-1959acad", "be-1959acad"),
        ("und", "und"),
    ],
)
def test_tags_get_their_regular_form(typed: str, tag: str | None) -> None:
    if tag is None:
        with pytest.raises(ValueError, match="not a language tag"):
            normal_tag(typed)
        return
    assert normal_tag(typed) == tag
    assert normal_tag(tag) == tag


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "b",
        "беларуская",
        "belarusian",
        "be-",
        "-be",
        "be--Latn",
        "de-419-DE",  # RFC 5646, appendix A: two regions
        "a-DE",  # single-character primary subtag
        "ar-a-aaa-b-bbb-a-ccc",
        "i-klingon",
        "x-whatever",
        "be-x",
        "be-x-",
        "be-x-ninechars9",
        "es-٤١٩",
        "\u212ao",
        "be\x00",
        "be-Latn\n-x",
        "en" + "-x" * 200,
    ],
)
def test_other_texts_are_refused_without_being_repeated(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^not a language tag$"):
        normal_tag(typed)


@given(st.text(max_size=20))
def test_any_text_is_a_tag_or_a_value_error(typed: str) -> None:
    try:
        tag = normal_tag(typed)
    except ValueError:
        return
    assert normal_tag(tag) == tag
    assert tag.isascii()


def test_the_language_of_a_tag() -> None:
    assert base_language("be-Latn-tarask") == "be"
    assert base_language("EN") == "en"
    assert all(normal_tag(tag) == tag == base_language(tag) for tag in WORKING_LANGUAGES)
