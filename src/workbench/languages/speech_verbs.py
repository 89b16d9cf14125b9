"""Words around a quotation that tell who speaks, in the four working languages: lists of our own.

Verbs are given as stems with their endings as regular expressions of whole words; everything
is compared in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from workbench.domain.languages import WORKING_LANGUAGES, base_language

_ENGLISH = """
said says? saying told tells? telling add(?:s|ed|ing) ask(?:s|ed|ing) repl(?:y|ies|ied|ying) answer(?:s|ed|ing)
wrote writes? writing tweet(?:s|ed|ing) post(?:s|ed) stat(?:es|ed|ing) explain(?:s|ed|ing) insist(?:s|ed|ing)
argu(?:es|ed|ing) claim(?:s|ed|ing) declar(?:es|ed|ing) announc(?:es|ed|ing) warn(?:s|ed|ing) not(?:es|ed|ing)
remark(?:s|ed|ing) recall(?:s|ed|ing) admit(?:s|ted|ting) acknowledg(?:es|ed|ing) conclud(?:es|ed|ing)
continu(?:es|ed) comment(?:s|ed|ing) shout(?:s|ed|ing) cried whisper(?:s|ed|ing) urg(?:es|ed|ing)
promis(?:es|ed|ing) confirm(?:s|ed|ing) den(?:ies|ied|ying) suggest(?:s|ed|ing) jok(?:es|ed|ing) quipp?(?:s|ed)
testif(?:ies|ied|ying) respond(?:s|ed|ing) exclaim(?:s|ed|ing) describ(?:es|ed|ing) tells? complain(?:s|ed|ing)
predict(?:s|ed|ing) stress(?:es|ed|ing) emphasi[sz](?:es|ed|ing) reveal(?:s|ed) vow(?:s|ed) pledg(?:es|ed)
quot(?:es|ed|ing) according spoke speaks? repeat(?:s|ed) demand(?:s|ed) accus(?:es|ed|ing) threaten(?:s|ed|ing)
chant(?:s|ed|ing) boast(?:s|ed)
"""

_BELARUSIAN = """
сказа(?:ў|ла|лі|ць|на|ўшы) каж(?:а|уць|учы) каза(?:ў|ла|лі) гавор(?:ыць|аць|ачы) гавары(?:ў|ла|лі) кажучы
заяві(?:ў|ла|лі|ўшы) заяўля(?:е|юць|ў|ла|лі|ючы) дада(?:ў|ла|лі|е|юць|ўшы) дадава(?:ў|ла|лі) адзначы(?:ў|ла|лі)
адзнача(?:е|юць|ў|ла|лі|ецца) паведамі(?:ў|ла|лі) паведамля(?:е|юць|ў|ла|лі) напіса(?:ў|ла|лі) піш(?:а|уць)
піса(?:ў|ла|лі) (?:па|рас)?тлумачы(?:ў|ла|лі|ць) адказа(?:ў|ла|лі) адказва(?:е|юць|ў|ла|лі)
(?:за)?пыта(?:ў|ла|лі|е|ўся|лася|ецца) запыта(?:ў|ла|лі|ўся|лася) спыта(?:ў|ла|лі|ўся|лася) расказа(?:ў|ла|лі)
расказва(?:е|юць|ў|ла|лі) распавё(?:ў|ла) распавял(?:а|і) распавяда(?:е|юць|ў|ла|лі) падкрэслі(?:ў|ла|лі)
падкрэслівае прызна(?:ўся|лася|ліся|ў|ла|е|ецца) прызнаваў(?:ся)? ліч(?:ыць|аць|ыў|ыла) мярку(?:е|юць)
успаміна(?:е|юць|ў|ла) успомні(?:ў|ла) заўважы(?:ў|ла|лі) заўважае сцвярджа(?:е|юць|ў|ла|лі) цыту(?:е|юць)
(?:пра)?каменту(?:е|юць) (?:пра)?каментава(?:ў|ла|лі) папярэдзі(?:ў|ла|лі) папярэджвае паабяца(?:ў|ла|лі)
абвясці(?:ў|ла|лі) (?:вы)?крыч(?:аў|ала|алі|ыць|аць) крыкну(?:ў|ла|лі) прамові(?:ў|ла|лі) пацвердзі(?:ў|ла|лі)
запэўні(?:ў|ла|лі) настойва(?:е|ў|ла) выказа(?:ўся|лася|ліся) словах слоў працягва(?:е|ў|ла) назва(?:ў|ла|лі)
апіса(?:ў|ла|лі) запярэчы(?:ў|ла|лі) удакладні(?:ў|ла|лі) зазначы(?:ў|ла) пагража(?:е|юць|ў|ла|лі)
скандава(?:ў|ла|лі)
"""

_RUSSIAN = """
сказа(?:л|ла|ло|ли|но|в|вший) скаж(?:ет|ут) говор(?:ит|ят|ил|ила|или|ится|илось|я) заяви(?:л|ла|ло|ли|в)
заявля(?:ет|ют|л|ла|ло|ли) добави(?:л|ла|ло|ли|в) добавля(?:ет|ют|л|ла|ло|ли) отмети(?:л|ла|ло|ли|в)
отмеча(?:ет|ют|л|ла|ло|ли|ется) сообщи(?:л|ла|ло|ли|в) сообща(?:ет|ют|л|ла|ло|ется) написа(?:л|ла|ло|ли|в)
пиш(?:ет|ут) писа(?:л|ла|ло|ли) (?:по|разъ|объ)ясни(?:л|ла|ло|ли) (?:по|разъ|объ)ясня(?:ет|ют|л|ла)
ответи(?:л|ла|ло|ли|в) отвеча(?:ет|ют|л|ла|ло|ли) спроси(?:л|ла|ло|ли) спрашива(?:ет|ют|л|ла)
рассказа(?:л|ла|ло|ли|в) рассказыва(?:ет|ют|л|ла|ло|ли) подчеркну(?:л|ла|ло|ли) подч[её]ркива(?:ет|ют|л|ла)
призна(?:л|ла|ло|ли|лся|лась|лись|ет|ется) призна(?:ё|е)тся счита(?:ет|ют|л|ла|ло|ли) полага(?:ет|ют|л|ла)
вспомни(?:л|ла|ло|ли) вспомина(?:ет|ют|л|ла) замети(?:л|ла|ло|ли|в) замеча(?:ет|ют|л|ла)
утвержда(?:ет|ют|л|ла|ло|ли) цитиру(?:ет|ют) (?:про)?комментир(?:ует|уют|овал|овала|овали) предупреди(?:л|ла|ло|ли)
предупрежда(?:ет|л|ла) пообеща(?:л|ла|ло|ли) объяви(?:л|ла|ло|ли) крикну(?:л|ла|ло|ли) кричал(?:а|и)?
воскликну(?:л|ла|ло|ли) произн[её]с(?:ла|ли)? подтверди(?:л|ла|ло|ли) завери(?:л|ла|ло|ли) настаива(?:ет|ют|л|ла)
высказа(?:лся|лась|лись) словам слов продолж(?:ил|ила|или|ает|ал|ала) назва(?:л|ла|ло|ли) описа(?:л|ла|ло|ли)
возрази(?:л|ла|ло|ли) уточни(?:л|ла|ло|ли) указа(?:л|ла|ло|ли) указыва(?:ет|ют|л) шути(?:т|л|ла) пошути(?:л|ла)
делится подели(?:лся|лась|лись) переда(?:ёт|ет|ют) выступи(?:л|ла) угрожа(?:ет|ют|л|ла|ли)
скандир(?:овал|овала|овали|уют)
"""

_LITHUANIAN = """
sak(?:ė|o|ydamas|ydama|oma|iusi|ęs) pasak(?:ė|o|ęs|iusi|ojo|oja|ojęs)? teig(?:ė|ia|iama|damas|dama|iantis)?
tvirtin(?:o|a|damas|dama) pridūr(?:ė|ęs|usi) priduria pridėjo prideda atsak(?:ė|o|ęs|iusi|ydamas)
(?:pa)?klaus(?:ė|ia|ęs) (?:pa|už|ap)?raš(?:ė|o|oma|ęs|iusi|ydamas|ydama) pareišk(?:ė|ia|ęs|usi) praneš(?:ė|a|ęs|ama)
(?:pa)?aiškin(?:o|a|ęs|damas|dama) pažymėjo pažymi pabrėž(?:ė|ia|ęs|usi|damas) pripaž(?:ino|įsta)
prisipaž(?:ino|įsta) mano kalb(?:ėjo|a|ėdamas|ėdama|ėjęs) (?:iš)?tar(?:ė|ia|ęs|usi) (?:su)?šuk(?:o|telėjo) šaukė
(?:pa)?koment(?:avo|uoja|uodamas|uodama|avęs) prisim(?:inė|ena|indamas) perspėj(?:o|a) įspėj(?:o|a) patvirtin(?:o|a)
paneig(?:ė|ia) paskelb(?:ė|ia|ęs) skelb(?:ė|ia) pastebėjo cit(?:uoja|avo) nurod(?:ė|o|ęs) anot svarst(?:ė|o)
pasidalij?(?:o|ino) pasiguodė (?:pa)?žad(?:ėjo|a) tikin(?:o|a|damas) džiaug(?:ėsi|iasi) (?:pa)?juok(?:avo|auja)
teisin(?:osi|asi) apibūdin(?:o|a|damas) vadin(?:o|a|damas) pavadin(?:o|a) tęs(?:ė|ia) (?:pa)?prieštar(?:avo|auja)
(?:pa)?piktin(?:osi|osi) ragin(?:o|a) užtikrin(?:o|a) akcent(?:avo|uoja) pabaigė dėst(?:ė|o) žodžiais
užsimin(?:ė|ęs) grasin(?:o|a) skand(?:avo|uoja)
"""

_STEMS = {"en": _ENGLISH, "be": _BELARUSIAN, "ru": _RUSSIAN, "lt": _LITHUANIAN}

_PREPOSITIONS = {
    "en": "in at of to on from by for with near from after before about under over into through during since between",
    "be": "у ў в на з са да для пра ад пад каля праз перад пасля аб на за над між супраць",
    "ru": "в во на из с со к ко для о об от под у через перед после за над между против около",
    "lt": "į iš su prie nuo per po prieš apie už ant be iki dėl tarp su",
}

_PRONOUNS = {
    "en": "he she they i we it",
    "be": "ён яна яны",
    "ru": "он она они",
    "lt": "jis ji jie jos",
}

_NOT_NAMES = {
    "en": """
the a an and but or so if when while as at in on for from to of with by this that these those there here he she it
they we you i his her their its our my your what who how why where after before although though because since
however also yes no not then now asked according one some many most all both another other mr mrs ms dr sir
president minister prime senator sen rep judge justice professor prof captain king queen prince pope lord lady
director spokesman spokeswoman spokesperson secretary chancellor ambassador governor mayor coach manager general
colonel officer speaking writing monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december well oh perhaps thus american british english french
german russian belarusian lithuanian polish ukrainian european un us uk eu nato twitter facebook instagram telegram
youtube associated press democrats republicans house senate democrat republican congress government parliament
police court last next today yesterday another others someone somebody four three two one nobody everyone christmas
day easter street bbc cnn
""",
    "be": """
і а але ды ў у на з да як калі што гэта гэты гэтая той яна ён яны мы вы я яго яе іх па паводле пасля перад таксама
тады цяпер там тут так не ні мой наш для пра пры за усе усё адзін адна але спадар спадарыня прэзідэнт міністр
прэм’ер вось сам сама вядома нават яшчэ потым раптам аднак паўночная паўднёвая нехта хтосьці іншы іншая іншыя
дактары містэр сенатар доктар прафесар твітэр твітэры твітара зша
""",
    "ru": """
и а но да в во на с со из к как когда что это этот эта тот она он они мы вы я его её ее их по после перед также
тогда теперь там тут так не ни мой наш для о об при за все всё один одна однако г-н г-жа господин госпожа президент
министр вот сам сама конечно ведь только ещё еще потом наконец вдруг премьер северная южная кто-то некто другой
другая другие врачи мистер сенатор доктор профессор твиттер твиттере фейсбуке сша
""",
    "lt": """
ir o bet į iš su ant prie kai kad tai šis ši tas ta jis ji jie jos mes jūs aš jo jų po prieš taip ne nėra mano mūsų
apie už visi viskas vienas viena tačiau pasak anot štai pats pati žinoma paskui staiga taigi ponas ponia prezidentas
prezidentė ministras ministrė premjeras šiaurės pietų pirmadienį antradienį trečiadienį ketvirtadienį penktadienį
šeštadienį sekmadienį jungtinių amerikos valstijų kažkas kita kitas kiti kitos dar per reperis profesorius
inspektorius detektyvas daktaras jav šiemet pernai
""",
}
"""Words with a capital letter that name nobody: of a sentence's start, titles, days, peoples."""

_TITLED = {
    "en": """
film movie book novel play song album magazine newspaper article show series programme program documentary poem
company group band party restaurant ship club team award prize project exhibition painting term word words called
named titled entitled dubbed nicknamed headlined
""",
    "be": """
фільм фільма фільме кніга кнігі кнізе раман рамана п’еса песня песні альбом часопіс часопіса газета газеты газеце
артыкул кампанія кампаніі кампанію група гурт гурта партыя партыі рэстаран клуб клуба каманда каманды праект праекта
прэмія прэміі выстава карціна канал канала сайт сайта слова слову тэрмін назва назвай пад назвай аўтазавод завод
""",
    "ru": """
фильм фильма фильме книга книги книге роман романа пьеса песня песни песню альбом журнал журнала газета газеты
газете статья компания компании компанию группа группы партия партии ресторан клуб клуба команда команды проект
проекта премия премии премию выставка картина канал канала сайт сайта слово термин название названием завод фонд
фонда сериал сериала
""",
    "lt": """
filmas filmo filme filmą knyga knygos romanas pjesė daina dainos albumas albumo žurnalas žurnalo laikraštis
laikraščio straipsnis bendrovė bendrovės įmonė įmonės kompanija kompanijos grupė grupės partija partijos restoranas
klubas klubo komanda komandos projektas projekto premija premijos paroda kanalas svetainė žodis žodį terminas
pavadinimu serialas
""",
}
"""Words right before something that is called so: a film, a newspaper, a company."""

_TOLD = {"en": "told tells tell telling", "be": "", "ru": "", "lt": ""}
"""Verbs whose next name is who was spoken to."""

_THAT = {"en": "that whether if", "be": "што каб ці", "ru": "что чтобы ли", "lt": "kad jog ar"}
"""Words after which a name is no longer that of who speaks, but of whom it is about."""

NAME_PARTICLES = frozenset(
    (
        "de",
        "van",
        "von",
        "der",
        "den",
        "da",
        "di",
        "du",
        "la",
        "le",
        "bin",
        "ibn",
        "al",
        "el",
        "дэ",
        "фон",
        "ван",
        "дер",
        "ды",
        "да",
        "аль",
        "де",
    )
)
"""Small words inside names."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the finder knows of one language, or of all four where the language is none of them."""

    verbs: re.Pattern[str]
    prepositions: frozenset[str]
    pronouns: frozenset[str]
    not_names: frozenset[str]
    titled: frozenset[str]
    told: frozenset[str]
    that: frozenset[str]


@cache
def lexicon(tag: str) -> Lexicon:
    """Return the words of a language by its BCP 47 tag, and those of all four for any other."""
    base = base_language(tag) if tag else ""
    languages = (base,) if base in _STEMS else WORKING_LANGUAGES

    def words(lists: dict[str, str]) -> frozenset[str]:
        return frozenset(word for language in languages for word in lists[language].split())

    stems = "|".join(sorted({stem for language in languages for stem in _STEMS[language].split()}))
    return Lexicon(
        re.compile(rf"(?<![\w’'-])(?:{stems})(?![\w’'])", re.IGNORECASE),
        words(_PREPOSITIONS),
        words(_PRONOUNS),
        words(_NOT_NAMES),
        words(_TITLED),
        words(_TOLD),
        words(_THAT),
    )
