"""What says no in four languages: words that deny, words that may stand for a denial, and where they do not.

The languages deny unlike: Belarusian, Russian and Lithuanian deny the verb even beside a word that denies (никто не,
niekas ne: Русская грамматика, 1980, § 2620; Dabartinės lietuvių kalbos gramatika, 1997, «Neiginys»), so that there
only the verb's negation is counted; English denies once. Lithuanian writes it together with its verb.
"""

from __future__ import annotations

import re


def words(patterns: str) -> re.Pattern[str]:
    """Return a pattern for any of the words that stand with spaces between."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns.split())})(?!\w)", re.IGNORECASE)


_EN_IDLE = r"(?!\s(?:only|just|least|merely|simply|to\smention|necessarily|so\smuch))"

DENIED = {
    "en": words(rf"(?<!\bor\s)not{_EN_IDLE} cannot never (?!isn|aren|ain)[a-z]+n[’']t{_EN_IDLE}"),
    "ru": words(
        r"не(?=\s(?:бы[лт]\w*|буд\w+|мо[гж]\w*|смо[гж]\w*|хо[тч]\w+|зна\w+|узна\w+|дума\w+|име\w+|нуж\w+|долж\w+"
        r"|понима\w+|понял\w*|ви[дж]\w+|помн\w+|люб\w+|нрав\w+|вер\w+|сказал\w*|говор\w+|дела\w+|сдела\w+|стан\w+"
        r"|стал\w*|явля\w+|существу\w+|работа\w+|допуст\w+|допуска\w+|примен\w+|предпола\w+|отве\w+|пришл\w*"
        r"|произо\w+|происх\w+|все|всех|я|мы|он|она|они|так\w*|эт\w+)\b)"
    ),
    "be": words(
        r"не(?=\s(?:бы[лўцт]\w*|буд\w+|мо[гж]\w*|магл\w+|змо[гж]\w*|змагл\w*|хо[чц]\w+|хаце\w+|ведае?\w*|ведал\w*"
        r"|дума\w+|ма[еюі]\w*|меў|мел\w+|трэба|патрэб\w+|павін\w+|разуме\w+|зразуме\w+|бач\w+|памята\w+|люб\w+"
        r"|падаба\w+|спадаба\w+|вер\w+|казал\w*|сказал\w*|гавар\w+|робі\w*|рабі\w+|зрабі\w+|стан\w+|стал\w*"
        r"|з.яўля\w+|існу\w+|працу\w+|працава\w+|атрым\w+|дапус\w+|прадугледж\w+|прыйшл\w*|адбы\w+|усе|ўсе|я|мы|ён"
        r"|яна|яны|так\w*|гэт\w+)\b)"
    ),
    "lt": words(
        r"(?:ne|nebe)(?:buvo|bus|bū\w+|gal[iėe]\w*|turi|turė\w+|žin[oa]\w*|nor[iėe]\w*|reik\w+|manau|mano|galvo\w+"
        r"|leid\w*|daro|darė|padar\w*|mat[oėa]\w*|mači\w+|suprant\w+|suprat\w+|pavyk\w*|tik(?:i|ė|ėjo|iu|ime|ės)"
        r"|sako|sakė|pasak\w+|atsimen\w+|prisimen\w+|mėg\w+|patik\w+|dirb\w+|gau\w+|gavo) nėra nebėra"
    ),
}
"""Denials of the source that other languages keep: of verbs as usual as be, can, know; no set phrases."""

CERTAIN = {
    "en": words(rf"(?<!\bor\s)not{_EN_IDLE} cannot never [a-z]+n[’']t(?!\sonly|\sjust)"),
    "ru": words(
        r"не(?!\s(?:только|столько|просто|менее|позднее|более|исключ|хвата|удал|остал|дава|справ|сомнева|отста|раз"
        r"|очень|слишком|счита)) (?<!\bна\s)нет никогда нельзя"
    ),
    "be": words(
        r"не(?!\s(?:толькі|столькі|проста|менш|больш|пазней|выключ|хапа|ўдал|застал|дава|справ|сумнява|адста|раз"
        r"|вельмі|занадта|ліча)) няма ніколі нельга"
    ),
    "lt": words(
        r"ne(?!\stik|\svien|,) nėra niekada negaliu? negalime negalė(?:jo|tų|siu) nebuvo nebus nebėra neturi"
        r" neturė(?:jo|tų|s) nežin(?:o|au|ojo) nenori nenorė(?:jo|tų) nereik(?:ia|ėjo|ės) neleid(?:o|žia|žiama)"
        r" nepavyk(?:o|s|sta) nepadar(?:ė|ys|iau) nedaro nemat(?:o|ė|au|ome) nesuprat(?:o|au) nesupranta nemanau?"
    ),
}
"""Denials of the source of whatever verb; less what others say without one (не только, не хватает)."""

_LT_NO = (
    r"(?:ne|nė)(?!seni|trukus|bent|paisant|rim|rv|š|nl|priklausom|kilnoj|laim|darb|apykant|vyriausyb|uro|toli|oln"
    r"|po|tt|gr|kt|žym)\w{3,}"
)
DENIES = {
    "en": words(r"not cannot never no nobody nothing none nowhere neither without \w+n[’']t"),
    "ru": words("не нет нельзя без"),
    "be": words("не ня няма нельга без бяз"),
    "lt": words(rf"ne(?!\s(?:tik|vien)\b) nėra nebėra be {_LT_NO}"),
}
"""Denials of the target, each of which may be one of the source's."""

MAY_DENY = {
    "en": words(
        r"un(?!i[tvofq]|der|til|less\b|cle)\w{3,} im(?:poss|prob|perf|mun|matur)\w* non-?\w+ ir(?:resp|rel|reg)\w*"
        r" in(?:elig|abil|cap|suff|adeq|just|complet|correct|depend|signif|vis|expl|nocen|evit|effect|sensi|secur)\w*"
        r" dis(?:agre|miss|like|obey|regard|rupt|order|band|belie|honest|appear|qualif|advant|satisf|continu|prove)\w*"
        r" ill?egal\w* \w{3,}less(?:ly|ness)? fail\w* refus\w* den(?:y|ie[ds]|ying|ial) lack\w* hardly rarely barely"
        r" scarcely seldom avoid\w* prevent\w* unless unable instead rather\sthan reject\w* ban(?:ned|s)? absen\w+"
        r" miss(?:ed|ing|es)? declin\w* until only\s(?:when|if) (?:yet|still)\sto few little stop\w* against despite"
        r" wrong los[et]\w* loss far\sfrom no\slonger except\w* oppos\w* doubt\w* ignor\w* cease\w* forb\w+"
        r" prohibit\w* exclud\w* free\sof abandon\w* nor non \w+-free end(?:ed|s)?\sto"
    ),
    "ru": words(
        r"не(?!сколько|дел|фт|давно|мец|бо|рв|обход|которы|медлен|ред|йтрал|движим|подал)\w{3,}"
        r" без(?!опас|дом|умн)\w{3,} бес(?!поко|ед|плат)\w{3,} отказ\w* отриц\w* отсутств\w* невозмож\w* лиш[аеи]\w+"
        r" вряд едва мало\w* редко против вместо запре\w+ исключ\w+ избе\w+ прекра(?!с)\w+ кроме отверг\w*"
        r" опроверг\w* отклон\w+ переста\w+ нехват\w+ пропу\w+ утра\w+ потер\w+ далек\w*\sот иначе нежели уклон\w+"
        r" провал\w* только\s(?:тогда|когда|после) пока ан[иі] ни"
    ),
    "be": words(
        r"не(?!калькі|дзел|бяс|рв|абход|катор|адклад|йтрал|рухом|будзь|непакой|звычай)\w{3,} ня\w{3,}"
        r" без(?!дом)\w{3,} бяз(?!дом)\w{3,} бес\w{3,} адмо(?!ў)\w+ адмаўл\w+ адсутн\w+ наўрад ледзь мала рэдка"
        r" супраць замест забар\w+ выключ\w+ пазб\w+ спын\w+ акрамя апрача адхіл\w+ абверг\w+ пераст\w+ страц\w+"
        r" далёк\w+\sад інакш чым пазбаў\w+ ухіл\w+ правал\w* толькі\s(?:тады|калі|пасля) пакуль ані ні"
    ),
    "lt": words(
        r"atsisak\w* atmet\w* trūk\w* stok\w* stig\w* vargu vos mažai retai prieš vietoj\w* užuot uždraud\w*"
        r" draud(?!im)\w+ išveng\w* veng\w+ išskyrus nutrauk\w* liov\w+ prarad\w* pames\w* sustab\w+ užkirs\w*"
        r" paneig\w* tik\s(?:tada|jei|jeigu|kai|tuomet) kol nei anaiptol toli\sgražu"
    ),
}
"""What may stand for a denial: refusal, lack, exception, what is impossible or has not come."""

HARDLY = {
    "en": words(
        r"only though too short away out less fell sidestep\w* far other else but struggl\w* cancel\w* block\w* quit"
        r" hard\w* difficult\w* yet still off long since before bad(?:ly)? poor\w* problem\w* empty resist\w* till"
        r" although rather free nor end(?:ed|s)?"
    ),
    "ru": words(
        r"не\w+ ни\w* без\w+ бес\w+ только хватит хотя но однако хоть разве слишком вне далек\w+ трудн\w+ сложн\w+"
        r" плох\w+ равно отлич\w+ крайне порица\w+ еще ещё раньше до прежде"
    ),
    "be": words(
        r"не\w+ ні\w* без\w+ бяз\w+ толькі хопіць хаця хоць але аднак занадта далёк\w+ цяжк\w+ складан\w+ дрэнн\w+"
        r" роўна адрозн\w+ яшчэ раней да перш мала\w* адмо\w+"
    ),
    "lt": words(
        r"ne\w* nė\w* ni\w* tik vien tačiau bet nors kitaip per pernelyg toli\w* sunk\w+ blog\w+ dar skir\w+ anksčiau"
        r" prieš\w* draud\w+"
    ),
}
"""What stands for a denial more loosely: contrast, delay, what is far, hard or bad."""

BOUND = words("until unless till пока покуда пакуль kol jei jeigu")
"""Not until and unless: one language denies there what another says with “only when”."""

NOBODY = {
    "ru": words(r"ник(?:то|ого|ому|ем|огда|уда|ак|акой|акого|акую|акие|аких|аким|акая) нич(?:его|ему|ем|то) нигде"),
    "be": words(r"ні(?:хто|кога|каму|кім|колі|куды|як|які|якага|якую|якія|якіх|якім|якая|што|чога|чаму|дзе)"),
    "lt": words("niekas nieko niekam niekuo niekada niekur niekaip jok(?:s|ia|io|ios|ių|į|ią|ie|iam|iai)"),
}
"""Words beside which these languages deny the verb as well."""

NOT_ONLY = {
    "en": words(r"not\s(?:only|just|merely|simply)"),
    "ru": words(r"не\s(?:только|просто)"),
    "be": words(r"не\s(?:толькі|проста)"),
    "lt": words(r"ne\s?(?:tik|vien)"),
}
ONLY_BUT = {
    "en": re.compile(r"(?<!\bnot\s)(?<!n[’']t\s)\b(?:only|just|merely)\b[^.!?]{1,90}\bbut\b", re.IGNORECASE),
    "ru": re.compile(r"(?<!\bне\s)\bтолько\b[^.!?]{1,120},\s(?:но|а)\sи?\b", re.IGNORECASE),
    "be": re.compile(r"(?<!\bне\s)\bтолькі\b[^.!?]{1,120},\s(?:але|а)\sі\b", re.IGNORECASE),
    "lt": re.compile(r"(?<!\bne\s)\b(?:tik|vien)\b[^.!?]{1,120},\s(?:bet|o)\sir\b", re.IGNORECASE),
}
"""“Not only … but also”, and what is left of it without its “not”."""
