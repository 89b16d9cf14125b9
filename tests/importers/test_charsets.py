from __future__ import annotations

import random

import pytest

from workbench.importers.charsets import guess_charset

RUSSIAN = "Её освободили в декабре; она сказала: «Я просто хочу обнять семью». Это было неожиданно."
BELARUSIAN = "Яе вызвалілі ў снежні; яна сказала: «Я проста хачу абняць сям’ю». Гэта было нечакана."
LITHUANIAN = "Ją paleido gruodį; ji pasakė: „Aš tiesiog noriu apkabinti šeimą“. Žmonės džiaugėsi, ėjo į gatvę."


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_sets_are_told_apart(encoding: str) -> None:
    data = RUSSIAN.encode(encoding, "ignore")
    guess = guess_charset(data)
    assert guess is not None
    assert data.decode(guess.encoding) == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1251", "cp866", "iso8859-5"])
def test_belarusian_sets_are_told_apart(encoding: str) -> None:
    data = BELARUSIAN.encode(encoding, "ignore")
    guess = guess_charset(data)
    assert guess is not None
    assert data.decode(guess.encoding) == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1257", "iso8859-13", "cp775"])
def test_lithuanian_sets_are_told_apart(encoding: str) -> None:
    data = LITHUANIAN.encode(encoding, "ignore")
    guess = guess_charset(data)
    assert guess is not None
    assert data.decode(guess.encoding) == data.decode(encoding)


def test_western_and_central_european_letters_are_not_taken_for_lithuanian() -> None:
    for text, encoding in (
        ("Elle a déjà été libérée à Paris après cinq années, très tôt", "windows-1252"),
        ("Żółw powiedział, że będzie później, ponieważ śnieg był głęboki", "windows-1250"),
    ):
        guess = guess_charset(text.encode(encoding))
        assert guess is not None
        assert text.encode(encoding).decode(guess.encoding) == text


def test_noise_convinces_nobody() -> None:
    noise = random.Random(1)  # noqa: S311 - noise, not a secret
    for _ in range(20):
        assert guess_charset(bytes(noise.randrange(32, 256) for _ in range(2_000))) is None
