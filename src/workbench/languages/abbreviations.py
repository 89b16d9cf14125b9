"""Words that are written with a full stop without ending a sentence, and words that like to begin one.

The lists are our own, from the usage of the languages: ДАСТ and ГОСТ Р 7.0.12 (Cyrillic), VLKK
(Lithuanian), common newspaper English. All are in small letters, without their last full stop.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a full stop means after a word, by what follows it.

    `before` is always followed by what it belongs to (a title, a street, "that is"); `number`
    only where a number follows; `weak` may end a sentence, but does so only before a word of
    `starters`; `counted` stands behind a number, and does not end a sentence that has just begun.
    """

    before: frozenset[str]
    number: frozenset[str]
    weak: frozenset[str]
    counted: frozenset[str]
    starters: frozenset[str]


def _of(before: str, number: str, weak: str, counted: str, starters: str) -> Abbreviations:
    return Abbreviations(*(frozenset(words.split()) for words in (before, number, weak, counted, starters)))


_BELARUSIAN = _of(
    before="""
        вул ул пр прасп пл зав бул наб г.зн г.зв т.зв т.ч т.е т.я напр нап гл ср дзв св свв тав сп сп-ня спн гр грам
        праф дац акад д-р др канд кандз док ген ген-м палк падпалк кап лейт серж маяр адм нач дыр дырэкт старш сакр
        нам дэп міт арх прат айц кс кн бр сяб пас гар в.а вык воз м-р мястэч пас.г.т тэл маб адр пам паст рэд уклад
        укл перакл пер выд бел рус літ лат польск англ ням франц укр лац грэч яўр арыг скар
    """,
    number="""
        с стар стст ст арт п пп ч чч гл кн т тт вып разд дад мал рыс табл дак кв буд корп дом эт пад нар прыкл
    """,
    weak="ім пар",
    counted="""
        г гг ст стст в вв тыс мільён млн млрд трлн руб р кап дол долл км кг м см мм га ц л хв сек гадз нар чал экз
    """,
    starters="""
        я ты ён яна яно мы вы яны гэта гэты гэтая гэтыя той тая тое тыя так таму там тут тады цяпер потым пасля але
        а і ды ці не ні на у ў ва з са за да ад дзеля для пры праз па пра перад паміж сярод над пад паводле каля
        калі як што хто дзе чаму бо хоць каб кожны усе ўсе ўсё аднак акрамя апроч замест таксама яго яе іх мой наш
        напрыклад нарэшце спачатку раней пазней увогуле адзін адна другі першы некалькі многія шмат вось дарэчы
    """,
)

_RUSSIAN = _of(
    before="""
        ул пр просп пл пер бул б-р наб ш т.е т.н т.наз т.к т.ч напр см ср св свв тов гр г-н г-жа г-жи гжа проф доц
        акад д-р др.и канд докт ген полк подполк кап лейт серж майор адм нач дир зам пом секр деп митр архиеп еп
        прот о бр пос дер дерев с.п пгт обл р-н респ и.о врио тел моб адр ред сост перев изд бел рус лит лат польск
        англ нем франц фр укр греч евр ориг букв
    """,
    number="с стр ст ч п пп гл кн т тт вып разд прил рис табл илл кв корп стр д оф эт под №",
    weak="им",
    counted="г гг в вв тыс млн млрд трлн руб р коп долл евр км кг м см мм га ц л мин сек час чел экз",
    starters="""
        я ты он она оно мы вы они это этот эта эти тот та те то так тогда там тут теперь потом затем после но а и да
        ли не ни на в во с со за до от для при через по о об обо про перед между среди над под согласно около когда
        как что кто где почему потому хотя чтобы если каждый все всё однако кроме вместо также его её ее их мой наш
        например наконец сначала ранее раньше позже вообще один одна другой первый несколько многие вот впрочем уже
    """,
)

_LITHUANIAN = _of(
    before="""
        t.y t.vad vad pvz plg žr lot angl rus liet lenk vok pranc brus balt gr g gt al pl pr a.a a.g šv p prof doc
        dr akad habil inž gyd kun vysk arkiv kard gen plk ppl plt mjr kpt ltn vyr jaun j.e j.m red sud vert past pav
        pirm pavad dir sekr min.pirm dep mėn ltv apskr sav raj mstl kaim vs vls sen tel mob adr el
    """,
    number="nr str psl p punkt d t kn sk skirsn pav lent pav kab bt eil",
    weak="m d val r k a e tūkst mln mlrd trln proc",
    counted="min sek eur lt ct km kg cm mm ha vnt asm egz",
    starters="""
        aš tu jis ji jie jos mes jūs tai tas ta tie tos šis ši šie šios taip todėl ten čia tada dabar paskui vėliau
        po bet o ir tačiau ar ne nei nuo iki į iš su be už per prie pagal apie prieš tarp kai kaip kad kas kur kodėl
        nes nors jei jeigu kiekvienas visi viskas tik tiktai taip ta jo jos jų mano mūsų pavyzdžiui pagaliau
        pirmiausia anksčiau apskritai vienas viena kitas pirmas keli daugelis štai beje taigi be dar jau
    """,
)

_ENGLISH = _of(
    before="""
        mr mrs ms mx dr prof ste mt sen sens rep reps gov gen col lt cmdr capt cpt maj sgt cpl pvt adm brig pres
        supt det insp hon rev fr br msgr amb e.g i.e viz cf vs v ed eds approx atty attys messrs mme mlle dist
    """,
    number="""
        no nos p pp vol vols ch chap fig figs sec sect art par para app ca c jan feb mar apr jun jul aug sep sept
        oct nov dec ver
    """,
    weak="""
        st ft al assn dept univ inc co corp ltd llc bros jr sr esq ph.d m.d b.a m.a d.c a.m p.m am pm u.s u.k u.n
        e.u u.s.a u.s.s.r ave blvd rd calif fla mass mich minn pa tex va wash ariz colo conn ill ind mo tenn ore wis
    """,
    counted="",
    starters="""
        i you he she it we they this that these those there here then now but and or so not no in on at by for from
        to with of the a an as if when while where what who why how because although though however after before
        during since until under over between among every all each both most many some several one two his her its
        their our my also another meanwhile still yet instead once only even according despite first last
    """,
)

_NONE = _of("", "", "", "", "")

ABBREVIATIONS: dict[str, Abbreviations] = {
    "be": _BELARUSIAN,
    "ru": _RUSSIAN,
    "lt": _LITHUANIAN,
    "en": _ENGLISH,
}
"""By base language."""


def abbreviations(language: str) -> Abbreviations:
    """Return what is known of a base language; of any other one, nothing."""
    return ABBREVIATIONS.get(language, _NONE)
