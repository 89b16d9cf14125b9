"""Lithuanian names in their cases, the vocative among them.

Sources: Ambrazas (ed.), Dabartinės lietuvių kalbos gramatika (1997), «Daiktavardžio linksniuotės»
(declensions I–V) and the softening of t and d before -io, -iu; VLKK recommendation of 25 September
2003 (protocol 4-R) on names in other languages' spelling: an ending after an apostrophe where the last letter is
not sounded (Coale'as, Coale'o). Names without a Lithuanian ending (Chomič, Kalesnikavo) are the
same in every case. Gender is not needed: the ending tells the declension.
"""

from __future__ import annotations

from workbench.domain.kinds import Case
from workbench.languages.inflection.words import OBLIQUE, Forms, by_endings, unchanged

CASES = (*OBLIQUE, Case.VOCATIVE)

_SOFT = {"t": "č", "d": "dž"}

_DECLENSIONS = (
    # ending, endings of the other cases; the first that fits
    ("ias", "io iui ią iu yje iau", False),
    ("jas", "jo jui ją ju juje jau", False),
    ("as", "o ui ą u e ai", False),
    ("ys", "io iui į iu yje y", True),
    ("is", "io iui į iu yje i", True),
    ("jus", "jaus jui jų jumi juje jau", False),
    ("ius", "iaus iui ių iumi iuje iau", False),
    ("us", "aus ui ų umi uje au", False),
    ("uo", "ens eniui enį eniu enyje enie", False),
    ("ia", "ios iai ią ia ioje ia", False),
    ("ja", "jos jai ją ja joje ja", False),
    ("a", "os ai ą a oje a", False),
    ("ė", "ės ei ę e ėje e", False),
    ("iai", "ių iams ius iais iuose iai", False),
    ("ai", "ų ams us ais uose ai", False),
    ("ės", "ių ėms es ėmis ėse ės", True),
    ("os", "ų oms as omis ose os", False),
)


def forms(word: str) -> Forms:
    """Return the cases of one word in lower case; a word that no rule declines is the same in all."""
    for ending, others, softens in _DECLENSIONS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            made = dict(by_endings(word, stem, others, CASES))
            soft = stem[:-1] + _SOFT[stem[-1]] if softens and stem[-1] in _SOFT else stem
            return {
                case: soft + form.removeprefix(stem) if form[len(stem) :].startswith(("io", "iu", "ių")) else form
                for case, form in made.items()
            }
    return unchanged(word, CASES)
