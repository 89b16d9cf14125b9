"""Finding every place where a text may name somebody who must not be named.

`languages.known_names` offers what is likely to be right; this lets nothing through and says
where it is not sure. A text is folded blind to script, accents, soft signs and unseen characters
(`finding_fold`), and each word of each name is looked for by its stem (`name_stems`), with the
endings of Belarusian, Russian and Lithuanian cases after it (consonants that change before them
too), in any case of letters, and in every guise (`name_dress`): spaced out, parted, glued to other
words, written with look-alike letters, encoded, read in a wrong charset (`name_misread`). Names of
what is no person are `name_phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.languages.finding import WIDEST, Folded
from workbench.languages.finding_fold import fold_text
from workbench.languages.name_called import Called, Catch, Forms, Hit, Part, end_of, widest
from workbench.languages.name_company import (
    fits,
    given_names_of,
    initials_of,
    is_usual,
    of_another,
    pairs_of_initials,
    patronymic_after,
    telling_words,
    with_given,
    with_initials,
)
from workbench.languages.name_dress import Guise, decoded, guises, is_encoded
from workbench.languages.name_glued import in_run
from workbench.languages.name_misread import misread
from workbench.languages.name_phrases import Phrases, Read, of_a_title, reads
from workbench.languages.name_range import WORD, Joined, is_parted, is_plain_word, near, rest_of, whole_word
from workbench.languages.name_stems import (
    LONG,
    SURE,
    begins,
    ends,
    forms_of,
    head_of,
    heads_of,
    is_called_after,
    is_case,
    is_noun,
    is_suffix,
    keys_of,
    letters_of,
    respelt,
    shows_softening,
    sound_of,
    stems_of,
)
from workbench.languages.transliteration.given_names import is_given

_LETTERS = re.compile(r"[^\W_]+")


class NameNet:
    """Looks for some names in any text; made once, asked often."""

    def __init__(self, forms: Iterable[Forms]) -> None:
        self._parts: dict[str, list[Part]] = {}
        self._long: dict[str, list[str]] = {}
        self._called: dict[str, Called] = {}
        self._usual: set[tuple[str, str]] = set()
        self._pairs: dict[tuple[str, str], set[str]] = {}
        self._phrases = Phrases()
        for each in forms:
            usual = {
                stem
                for value in each.values
                for word in WORD.findall(value)
                if is_usual(word)
                for stem in stems_of(word)[:1]
            }
            told = {stem for value in each.told for word in WORD.findall(value) for stem in stems_of(word)}
            for value in each.values:
                words: list[str] = WORD.findall(value)
                if each.person:
                    self._take(each.owner, words, told, usual)
                else:
                    self._phrases.add(each.owner, words, event=each.event)
        for stem in self._parts:
            if len(stem) >= LONG:
                self._long.setdefault(stem[:LONG], []).append(stem)

    def __bool__(self) -> bool:
        return bool(self._parts or self._phrases)

    def _take(self, owner: str, words: list[str], told: set[str], usual: set[str]) -> None:
        telling = telling_words(words)
        called = self._called.setdefault(owner, Called())
        if all(not told.isdisjoint(stems_of(word)) for word in telling):
            told = set()  # the same name in another script: what may be named is the other way of writing it
        called.told |= told
        first = [len(telling) > 1 and (is_given(word.casefold()) or word == telling[0]) for word in telling]
        for word, given in zip(telling, first, strict=True):
            if given:
                called.names |= given_names_of(word)
                called.initials |= initials_of(word)
                for other in (each for each, also in zip(telling, first, strict=True) if not also):
                    called.family_initials |= initials_of(other)
                    self._pairs.setdefault((word[0].lower(), other[0].lower()), set()).add(owner)
            if told.isdisjoint(stems_of(word)):
                self._take_word(owner, word, called, given=given, usual=not set(stems_of(word)[:1]).isdisjoint(usual))

    def _take_word(self, owner: str, word: str, called: Called, *, given: bool, usual: bool) -> None:
        forms = forms_of(word) if usual or len(letters_of(word)) <= LONG else (word, *respelt(word))
        called.heads.update(head for form in forms for head in heads_of(form))
        for form in forms:
            called.scripts[head_of(form)[:1] > "\u036f"] = True
        called.heads.update(sound_of(letters_of(form)) for form in respelt(word))
        own = stems_of(word, softened=not usual)
        more = [stem for form in forms for stem in stems_of(form)[:1] if usual or not begins(stem, own[:1])]
        for stem in dict.fromkeys((*own, *more)):
            softened = bool(own) and stem[:-1] == own[0][:-1] and stem != own[0]
            part = Part(stem, owner, given, softened)
            known = self._parts.setdefault(stem, [])
            if part not in known:
                known.append(part)
            if usual:
                self._usual.add((owner, stem))

    def tells(self, owner: str, words: str) -> bool:
        """Tell whether there is a word among some that no name of the owner's record has which may be named."""
        told = self._called[owner].told if owner in self._called else set()
        return any(told.isdisjoint(stems_of(word)) for word in _words_of((words,)))

    def is_another(self, owner: str, name: Sequence[str]) -> bool:
        """Tell whether the words of a full name surely are not the owner's, who has but some of them.

        Of the same family it has to have another given name that is a known one: a name that is merely
        spelt otherwise may be the owner's.
        """
        called = self._called.get(owner)
        own = {word: parts for word in name if (parts := self._parts_of(owner, word))}
        strange = [word for word in name if word not in own]
        if called is None or not own or not strange:
            return False
        if all(part.given for parts in own.values() for part in parts):
            return any(len(word) > 2 and not given_names_of(word) for word in strange)
        return bool(called.names) and all(
            (names := given_names_of(word)) and names.isdisjoint(called.names) for word in strange
        )

    def _parts_of(self, owner: str, word: str) -> list[Part]:
        key = letters_of(word)
        stems = (key[:n] for n in range(2, len(key) + 1) if ends(key[:n], key[n:]))
        return [part for stem in stems for part in self._parts.get(stem, ()) if part.owner == owner]

    def find(self, text: str) -> list[Catch]:
        """Return every place where one of the names may stand, in order; places of several owners may overlap."""
        if not self or not text:
            return []
        found = {(c.start, c.end, c.owner): c for c in self._encoded(text)}
        for catch in self._plain(text):
            key = catch.start, catch.end, catch.owner
            if key not in found or catch.sure:
                found[key] = catch
        return sorted(widest(found.values()), key=lambda c: (c.start, c.end, c.owner))

    def anywhere(self, text: str) -> bool:
        """Tell whether a name stands in a file's name, an address or another run of letters without spaces."""
        if self.find(text):
            return True
        for said in (text, *(said for _start, _end, said in decoded(text))):
            letters = letters_of(said)
            if self._phrases.anywhere(letters) or any(len(stem) >= SURE and stem in letters for stem in self._parts):
                return True
        return False

    def _encoded(self, text: str) -> Iterator[Catch]:
        for start, end, said in decoded(text):
            for catch in self._plain(said):
                yield Catch(start, end, catch.owner, sure=True)
        runs: dict[str, list[tuple[int, int]]] = {}
        for start, end, said in misread(text):
            runs.setdefault(said, []).append((start, end))
        for said, touched in zip(runs, self.touched(list(runs)), strict=True):
            for owner in sorted({catch.owner for catch in self._plain(said)}) if touched else ():
                yield from (Catch(start, end, owner, sure=False) for start, end in runs[said])

    def touched(self, texts: Sequence[str]) -> list[bool]:
        """Tell of each text whether `find` may find anything there: many short ones at once, much faster than each.

        Of what may be encoded it is told though there may be nothing.
        """
        found = [bool(self) and (is_encoded(text) or any(True for _ in misread(text))) for text in texts]
        joined = Joined(texts)
        folded = fold_text(joined.text, WIDEST)
        hits: dict[int, list[Hit]] = {}
        for each in self._met(joined.text, folded) if self else ():
            at, first = joined.of(each.start)
            if isinstance(each, Catch):
                found[at] = True
            elif each.end - first <= len(texts[at]):
                hits.setdefault(at, []).append(Hit(each.start - first, each.end - first, each.part, each.looks))
        words: dict[int, list[Read]] = {}
        for word in reads(joined.text, folded) if self._phrases else ():
            at, first = joined.of(word.start)
            words.setdefault(at, []).append(replace(word, start=word.start - first, end=word.end - first))
        for at, own in hits.items():
            found[at] = found[at] or any(True for _ in self._together(texts[at], own))
        for at, read in words.items():
            found[at] = found[at] or any(True for _ in self._phrases.find(texts[at], read))
        return found

    def _met(self, text: str, folded: Folded) -> Iterator[Hit | Catch]:
        """Yield every place where a word of a person's name may stand, by itself, and those that are settled."""
        yield from self._words(text, folded)
        yield from self._parted(text, folded)
        yield from self._in_guise(text)
        yield from self._by_initials(text)

    def _plain(self, text: str) -> Iterator[Catch]:
        folded = fold_text(text, WIDEST)
        hits: list[Hit] = []
        for each in self._met(text, folded):
            if isinstance(each, Catch):
                yield each
            else:
                hits.append(each)
        yield from self._together(text, hits)
        if self._phrases:
            for start, end, owner, sure in self._phrases.find(text, reads(text, folded)):
                yield Catch(*whole_word(text, start, end), owner, sure)

    # --- words ---

    def _stems_at(self, letters: str, at: int, stop: int, *, begins: bool) -> Iterator[str]:
        """Yield the stems that stand at a place: short ones only where a word begins."""
        if begins:
            for end in range(at + 1, min(at + LONG, stop + 1)):
                if letters[at:end] in self._parts:
                    yield letters[at:end]
        for stem in self._long.get(letters[at : at + LONG], ()):
            if letters.startswith(stem, at) and at + len(stem) <= stop:
                yield stem

    def _words(self, text: str, folded: Folded) -> Iterator[Hit]:
        """Yield every word with a stem in it."""
        letters = folded.letters
        for match in _LETTERS.finditer(letters):
            first, stop = match.span()
            seen: set[str] = set()
            for at in range(first, stop):
                if at > first and letters[at : at + LONG] not in self._long:
                    continue
                for stem in self._stems_at(letters, at, stop, begins=at == first):
                    if stem in seen:
                        continue
                    tail = letters[at + len(stem) : min(stop, at + len(stem) + 2 * LONG)]
                    if len(stem) >= LONG or ends(stem, tail):
                        seen.add(stem)
                        start, end = whole_word(text, folded.position(at), folded.position(at + len(stem)))
                        if end > start:
                            inside = at > first
                            # Another's name may end so too: Хабібулаевіч, Уловіч.
                            own = not inside or text[folded.position(at)].isupper()
                            yield from self._hits(start, end, text[start:end], stem, tail, likely=own, inside=inside)

    def _hits(
        self, start: int, end: int, word: str, stem: str, tail: str, *, likely: bool = True, inside: bool = False
    ) -> Iterator[Hit]:
        """Yield the parts of names that a word with a stem and what follows it may be; `inside` a longer word."""
        head = head_of(word) if len(stem) < SURE else ""
        small = word[:1].islower()
        if small and (len(stem) <= LONG if inside else not is_suffix(stem, tail)):
            return
        for part in self._parts[stem]:
            called = self._called[part.owner]
            # Folded to few letters, other words are like it: it has to begin as one of its forms.
            if (
                head
                and called.scripts[head[0] > "\u036f"]
                and head not in called.heads
                and sound_of(stem) not in called.heads
            ):
                continue
            if small and not inside and not called.may_begin(word[0]):
                continue
            if part.given and is_called_after(word, tail):
                continue
            if (part.owner, stem) in self._usual and not is_case(word, tail):
                continue
            changed = part.softened and not shows_softening(word, stem, tail)
            yield Hit(start, end, part, likely and not changed and is_noun(word, stem, tail))

    def _parted(self, text: str, folded: Folded) -> Iterator[Hit]:
        """Yield what is spaced out or parted by hyphens."""
        kept = [number for number, letter in enumerate(folded.letters) if letter.isalnum()]
        squeezed = "".join(folded.letters[number] for number in kept)
        reached = run_end = 0
        for at in range(len(squeezed) - LONG + 1):
            for stem in self._long.get(squeezed[at : at + LONG], ()):
                if at < reached or not squeezed.startswith(stem, at):
                    continue
                first, last = kept[at], kept[at + len(stem) - 1]
                if last - first >= len(stem):
                    start, end = whole_word(text, folded.position(first), folded.position(last + 1))
                    if is_parted(text[start:end]):
                        # One run reaches equally far from each stem in it.
                        end = run_end = run_end if end <= run_end else rest_of(text, end)
                        yield from (Hit(start, end, part, looks=True) for part in self._parts[stem])
                        reached = at + len(stem)

    # --- guises ---

    def _in_guise(self, text: str) -> Iterator[Hit | Catch]:
        found = list(guises(text))
        for guise, folded in zip(found, keys_of([guise.word for guise in found]), strict=True):
            key = folded if folded.isalnum() else letters_of(guise.word)
            if guise.glued:
                yield from self._glued(guise, key)
                continue
            for n in range(1, len(key) + 1):
                if key[:n] in self._parts and ends(key[:n], key[n:]):
                    yield from self._hits(guise.start, guise.end, guise.word, key[:n], key[n:], likely=guise.likely)
            for owner, sure in self._phrases.glued(key):
                yield Catch(guise.start, guise.end, owner, sure and guise.likely)

    def _glued(self, guise: Guise, key: str) -> Iterator[Catch]:
        """Yield whose name stands in a run of letters."""
        if guise.likely:
            for owner, sure in self._phrases.glued(key):
                yield Catch(guise.start, guise.end, owner, sure)
        for owner, beside in in_run(key, self._parts, self._called, self._usual):
            if beside or guise.likely:
                yield Catch(guise.start, guise.end, owner, sure=beside and guise.likely)

    # --- what stands together ---

    def _by_initials(self, text: str) -> Iterator[Catch]:
        for start, end, pairs in pairs_of_initials(text) if self._pairs else ():
            for owner in sorted({owner for pair in pairs for owner in self._pairs.get(pair, ())}):
                yield Catch(start, end, owner, sure=False)

    def _together(self, text: str, hits: Iterable[Hit]) -> Iterator[Catch]:
        """Put words of one name that stand together into one place, and say how sure it is."""
        by_owner: dict[str, list[Hit]] = {}
        for hit in hits:
            by_owner.setdefault(hit.part.owner, []).append(hit)
        for owner, own in by_owner.items():
            own.sort(key=lambda hit: (hit.start, hit.end))
            group: list[Hit] = []
            groups = [group]
            for hit in own:
                if group and hit.start > group[-1].end and not near(text[group[-1].end : hit.start]):
                    groups.append(group := [])
                group.append(hit)
            family = [any(not hit.part.given for hit in each) for each in groups]
            others = any(not f and of_another(text, g[0].start, end_of(g)) for f, g in zip(family, groups, strict=True))
            for has_family, each in zip(family, groups, strict=True):
                # Where nobody has this family name the given name is another's who is called so, and in small
                # letters a usual word (мара, яна).
                if has_family or any(family) or not (others or text[each[0].start].islower()):
                    catch = self._caught(text, owner, each)
                    if catch is not None:
                        yield catch

    def _caught(self, text: str, owner: str, group: list[Hit]) -> Catch | None:
        """Make one place of words that stand together; another's given name or initial makes all of it a doubt."""
        called = self._called[owner]
        start, end = group[0].start, end_of(group)
        places = {hit.start: False for hit in group}
        for hit in group:
            places[hit.start] |= not hit.part.given
        family = any(places.values())
        together = len(places) > 1 and family
        usual = all((owner, hit.part.stem) in self._usual for hit in group)
        alone = any(not hit.part.given and hit.looks and len(hit.part.stem) >= SURE - 1 for hit in group) and not usual
        strange = False
        if family:
            first, last, beside = with_given(text, start, end)
            strange = not together and bool(beside) and not beside & called.names
            together |= bool(beside & called.names)
            if strange or beside & called.names:
                start, end = first, last
        elif of_another(text, start, end):
            return None
        end = patronymic_after(text, end)
        first, last = start, end
        start, end, initials = with_initials(text, start, end)
        beside_it = called.initials if family else called.family_initials
        if initials and not together and beside_it:
            strange |= not any(fits(letter, beside_it) for letter in text[start:first] + text[last:end])
        by_itself = not together and not initials
        if usual and by_itself and (is_plain_word(text, start, end) or of_a_title(text, start, end)):
            return None
        sure = (together or initials or alone) and not strange
        return Catch(start, end, owner, sure, alone=family and by_itself and not strange)


def _words_of(values: Iterable[str]) -> Iterator[str]:
    return (word for value in values for word in WORD.findall(value))
