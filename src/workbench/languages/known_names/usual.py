"""Names that are usual words as well, and titles that stand before names.

A name of this list counts at a sentence's beginning only where something else speaks for it. Our
own lists, of the four languages' given names, surnames and places; in lower case.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ALSO_WORDS = _set(
    """
    will mark bill may rose hope grace faith joy frank grant rich pat sue bob art guy miles april june august summer
    dawn daisy lily iris ivy ruby pearl amber violet heather hazel holly olive chase dean drew earl gene jack jean
    josh lance nick norm peg penny ray rob rod skip ted tony tom trey victor ward wade max chip christian
    brown white black green young king bush cook baker rice wood woods stone field fields hill hall bell banks
    day page price park parks long short small little moore power powers potter porter fisher hunter carter mason
    taylor miller walker ford lake snow winter winters frost rich sharp strong swift wise moody savage best love
    reading nice mobile bath cork split turkey china chad jordan georgia orange phoenix buffalo normal
    us it who can
    свобода суд парк вестник путь круг час год день ночь знак север юг восток рак кот дед дедок
    свабода шлях круг час год дзень ноч поўнач поўдзень усход дзед дзядок
    вера надежда любовь слава роза лилия майя лев марк мир воля заря света рая победа правда искра
    орел тверь брест гора поле лес бор река волков мороз медведь заяц волк сокол соболь голубь воробей коваль кравец
    мельник гончар бондарь ткач шевчик жук чиж ворон сорока король князь белый черный новик зима май
    надзея любоў ружа лілея леў свет мір зара перамога праўда іскра нёман
    арол гара бор рака воўк мядзведзь заяц голуб верабей крук чыж варона сарока кароль князь белы чорны навік
    мельнік ганчар бандар ткач шавец кавалец каваль воля доля зоя
    rasa aušra rūta viltis audra rytas gintaras eglė laima saulė giedra jūra gražina meilė daiva lina ieva
    ąžuolas beržas vilkas lapė lokys šernas vanagas sakalas gaidys balandis kovas gegužė liepa rugsėjis birželis
    malūnas kalnas kalnai miškas ežeras upė laukas smiltys diena vasara žiema ruduo pavasaris vardas
    """
)

TITLES = _set(
    """
    president mr mrs ms miss dr prof professor judge justice minister premier chancellor senator governor mayor
    secretary general colonel major captain sergeant king queen prince princess pope father sister brother saint st
    sir lord lady ambassador director chairman chairwoman officer congressman rep sen gov gen col sgt lt
    the a an and but in on at by for of to from with as if when while after before said says
    прэзідэнт прэм'ер прэмер міністр спадар спадарыня пан пані суддзя генерал палкоўнік айцец святы сьвяты
    президент премьер министр господин госпожа судья генерал полковник отец святой царь император князь король
    прэзідэнта прэзідэнту президента президенту министра
    prezidentas prezidentė prezidento premjeras ministras ministrė ponas ponia profesorius teisėjas generolas
    святога сьвятога святому святого святая сьвятая спадара спадару пана господина госпожи
    kunigas popiežius karalius kunigaikštis šv
    """
)
