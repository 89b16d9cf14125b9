import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check


def test_a_negation_is_not_dropped() -> None:
    source = "She did not sign the paper."
    assert keys(source, "en", "Яна не падпісала паперу.", "be") == set()
    assert keys(source, "en", "Яна адмовілася падпісаць паперу.", "be") == set()
    finding = one_of(check(source, "en", "Яна падпісала паперу.", "be"), Key.NEGATION)
    assert source[finding.source[0].start : finding.source[0].end] == "not"


@pytest.mark.parametrize(
    ("one", "source", "other", "target"),
    [
        ("ru", "Она не подписала бумагу.", "en", "She signed the paper."),
        ("lt", "Ji nežino, ką daryti.", "ru", "Она знает, что делать."),
        ("be", "Яна ніколі гэтага рабіла.", "lt", "Ji visada tai darė."),
    ],
)
def test_a_negation_is_missed_in_every_language(one: str, source: str, other: str, target: str) -> None:
    assert Key.NEGATION in keys(source, one, target, other)


@pytest.mark.parametrize(
    ("one", "source", "other", "target", "lost"),
    [
        # Beside a word that denies, Belarusian, Russian and Lithuanian deny the verb too.
        ("en", "Nobody told her that it was not allowed.", "ru", "Никто никогда говорил ей, что это запрещено.", True),
        (
            "en",
            "Nobody told her that it was not allowed.",
            "ru",
            "Никто никогда не говорил ей, что это запрещено.",
            False,
        ),
        ("en", "We hear not only from them but also from others.", "be", "Мы чуем толькі ад іх, але і ад іншых.", True),
        (
            "en",
            "We hear not only from them but also from others.",
            "be",
            "Мы чуем не толькі ад іх, але і ад іншых.",
            False,
        ),
        # What may stand for a denial counts only where the source has no such word itself.
        ("en", "He refused, and I do not know why.", "lt", "Jis atsisakė, ir aš žinau kodėl.", True),
        ("en", "I do not want to go.", "lt", "Aš atsisakau eiti.", False),
        # One denial of two is lost; English counts its own, and none of “not … until”.
        ("en", "I did not hide it and did not leak it.", "be", "Я хавала гэта і не раскрыла гэтага.", True),
        ("ru", "Он не вернётся, пока не сможет.", "en", "He will come back only when he can.", False),
        ("ru", "Я не могу не думать об этом.", "en", "I keep thinking about it.", False),
        # A long sentence of these languages may say it in another way altogether.
        (
            "be",
            (
                "Паліцыя спаслалася на меркаванні бяспекі, каб не даць натоўпу ў дваццаць пяць тысяч чалавек сабрацца"
                " перад вялікай мячэццю ў цэнтры горада."
            ),
            "en",
            "Police cited security reasons to keep a crowd of twenty-five thousand people away from the great mosque.",
            False,
        ),
    ],
)
def test_denials_are_counted_by_language(one: str, source: str, other: str, target: str, lost: bool) -> None:
    assert (Key.NEGATION in keys(source, one, target, other)) is lost
