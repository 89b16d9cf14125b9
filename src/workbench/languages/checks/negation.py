"""Negation that the source has and the target has none of.

Languages say no in many ways (refuse, without, few, impossible), so that everything of the target that may
stand for a negation counts, and of the source only what is one for certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks.findings import Finding, Key, Severity
from workbench.languages.checks.pair import Pair


def _words(patterns: str) -> re.Pattern[str]:
    """Return a pattern for any of the words that stand with spaces between."""
    return re.compile(rf"\b(?:{'|'.join(patterns.split())})(?!\w)", re.IGNORECASE)


_CERTAIN = {
    "en": _words(
        r"(?<!\bor\s)not(?!\sonly|\sjust|\sleast|\sto\smention|\snecessarily) cannot never"
        r" [a-z]+n[’']t(?!\sonly|\sjust)"
    ),
    "ru": _words(
        r"не(?!\sтолько|\sстолько|\sпросто|\sменее|\sпозднее|\sболее|\sисключ|\sхвата|\sудал|\sостал|\sдава|\sсправ"
        r"|\sсомнева|\sотста|\sраз|\sочень|\sслишком|\sсчита) нет никогда нельзя"
    ),
    "be": _words(
        r"не(?!\sтолькі|\sстолькі|\sпроста|\sменш|\sбольш|\sпазней|\sвыключ|\sхапа|\sўдал|\sзастал|\sдава|\sсправ"
        r"|\sсумнява|\sадста|\sраз|\sвельмі|\sзанадта|\sліча) няма ніколі нельга"
    ),
    "lt": _words(
        r"ne(?!\stik|\svien|,) nėra niekada negaliu? negalime negalė(?:jo|tų|siu) nebuvo nebus nebėra neturi"
        r" neturė(?:jo|tų|s) nežin(?:o|au|ojo) nenori nenorė(?:jo|tų) nereik(?:ia|ėjo|ės) neleid(?:o|žia|žiama)"
        r" nepavyk(?:o|s|sta) nepadar(?:ė|ys|iau) nedaro nemat(?:o|ė|au|ome) nesuprat(?:o|au) nesupranta nemanau?"
    ),
}
"""Words that deny for certain; without what is usually said without a negation elsewhere (не только, не хватает)."""

_ANY = {
    "en": _words(
        r"no nor not non none nobody nothing neither nowhere never without cannot \w+n[’']t un(?!i|der|til)\w{3,}"
        r" in(?:elig|ability|cap|suff|adeq|just|complete|correct|dependen|signif|vis|expl)\w*"
        r" im(?:poss|prob|perf|mun)\w*"
        r" dis(?!c|t|p|m)\w{4,} non-?\w+ ir(?:resp|rel|reg)\w* \w+less(?:ly|ness)? fail\w* refus\w*"
        r" den(?:y|ie[ds]|ying|ial)"
        r" lack\w* hardly rarely barely scarcely avoid\w* prevent\w* unless instead reject\w* ban(?:ned|s)?"
        r" absen\w+"
        r" miss(?:ed|ing|es)? declin\w* only until till few little stop\w* against rather despite although"
        r" though too short away"
        r" out less wrong end(?:ed|s)? los[et]\w* loss fell sidestep\w* far other else but except\w*"
        r" oppos\w* doubt\w*"
        r" ignor\w* cease\w* forb\w+ prohibit\w* exclud\w* free empty bad(?:ly)? poor\w* hard\w*"
        r" difficult\w* yet still"
        r" off problem\w* struggl\w* resist\w* abandon\w* cancel\w* block\w* quit long since before"
    ),
    "ru": _words(
        r"не\w* ни\w* нет\w* без\w* бес\w* отказ\w* отриц\w* отсутств\w* нельзя невозмож\w* лиш\w+ вряд"
        r" едва мало\w* редко"
        r" против\w* пока вместо запре\w+ исключ\w+ избе\w+ прекра\w+ только кроме отверг\w* опроверг\w*"
        r" отклон\w+ переста\w+"
        r" хватит пропу\w+ утра\w+ потер\w+ хотя но однако хоть разве иначе слишком вне далек\w+ трудн\w+"
        r" сложн\w+ плох\w+"
        r" равно уклон\w+ отлич\w+ провал\w* нехват\w+ крайне порица\w+ еще ещё раньше до прежде"
    ),
    "be": _words(
        r"не\w* ня\w* ні\w* ані без\w* бяз\w* бес\w* адмо\w+ адмаўл\w+ адсутн\w+ нельга наўрад ледзь"
        r" мала\w* рэдка супраць\w*"
        r" пакуль замест забар\w+ выключ\w+ пазб\w+ спын\w+ толькі акрамя апрача адхіл\w+ абверг\w+"
        r" пераст\w+ хопіць страц\w+"
        r" хаця хоць але аднак інакш занадта далёк\w+ пазбаў\w+ цяжк\w+ складан\w+ дрэнн\w+ роўна ухіл\w+ адрозн\w+"
        r" правал\w* яшчэ раней да перш"
    ),
    "lt": _words(
        r"ne\w* nė\w* ni\w* be nesk\w+ atsisak\w* atmet\w* trūk\w* stok\w* vargu vos mažai retai prieš\w*"
        r" kol vietoj\w*"
        r" uždraud\w* draud\w+ išveng\w* veng\w+ vien tik išskyrus nutrauk\w* liov\w+ prarad\w* neteko"
        r" tačiau bet nors"
        r" kitaip per pernelyg toli\w* sustab\w+ užkirs\w* paneig\w* užuot sunk\w+ blog\w+ dar skir\w+ anksčiau"
    ),
}
"""What may stand for a negation: refusal, lack, exception, contrast and what is far, hard or bad."""


def dropped(pair: Pair) -> Iterator[Finding]:
    """Find a negation of the source where nothing in the target may stand for it."""
    certain, any_ = _CERTAIN.get(pair.source.language), _ANY.get(pair.target.language)
    if certain is None or any_ is None:
        return
    found = list(certain.finditer(pair.source.text))
    if found and not any_.search(pair.target.text):
        spans = tuple(Span(*each.span()) for each in found)
        yield Finding(Key.NEGATION, Severity.ERROR, _DROPPED, {"source": found[0][0]}, spans)


_DROPPED = N_("The source denies something (“{source}”); nothing in the translation does.")
