"""The closed vocabularies: kinds of records, names, quotes, and how certain a mention is."""

from __future__ import annotations

from enum import StrEnum


class RecordKind(StrEnum):
    """What a record is about."""

    PERSON = "person"
    EVENT = "event"
    ORGANISATION = "organisation"
    PLACE = "place"


class PassageKind(StrEnum):
    """What is attached to a passage; one passage may be several kinds at once."""

    PERSON = "person"
    EVENT = "event"
    ORGANISATION = "organisation"
    PLACE = "place"
    QUOTE = "quote"
    NOTE = "note"
    EVIDENCE = "evidence"
    """Nothing but a support of what is known about records: marked faintly."""


class NameKind(StrEnum):
    """How one form of a record's name is used."""

    PREFERRED = "preferred"
    ALIAS = "alias"
    FORMER = "former"
    TRANSLITERATION = "transliteration"
    SHORT = "short"
    FORBIDDEN = "forbidden"
    """A form that is not to be written; the name says why."""


class Certainty(StrEnum):
    """How sure the archivist is: that a passage names a record, or that what is said of one is so."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Standing(StrEnum):
    """How a person has weighed one of several statements that contradict each other; none is removed."""

    OPEN = ""
    PREFERRED = "preferred"
    SET_ASIDE = "set aside"


class Level(StrEnum):
    """How sensitive something is: the later, the fewer may see it."""

    INHERITED = ""
    """As what it belongs to: a quote as its passage, that as its source, what is said of a record as that."""

    OPEN = "open"
    RESTRICTED = "restricted"
    SECRET = "secret"  # noqa: S105  a level, no password


class Case(StrEnum):
    """The grammatical cases of Belarusian, Russian and Lithuanian, as Universal Dependencies names them."""

    NOMINATIVE = "Nom"
    GENITIVE = "Gen"
    DATIVE = "Dat"
    ACCUSATIVE = "Acc"
    INSTRUMENTAL = "Ins"
    LOCATIVE = "Loc"
    VOCATIVE = "Voc"


class Manner(StrEnum):
    """Whether a quote gives the speaker's words or retells them."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"


class TranslationState(StrEnum):
    """The states of a segment in XLIFF 2.1 (section 4.3.1.24, attribute `state`)."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class RecordFormat(StrEnum):
    """What records can be written as by themselves; the value is the file's ending, EAC-CPF is a folder."""

    FTM = "ftm"
    EAC = "eac"
    CSV = "csv"
    XLSX = "xlsx"


class Carried(StrEnum):
    """How a passage came from one text version to a later one."""

    CERTAIN = "certain"
    """The same words between the same words, and nowhere else."""

    MOVED = "moved"
    """The same words in another surrounding or order: carried, and marked with its confidence."""

    PERSON = "person"
    """A person has said where it is."""

    GONE = "gone"
    """A person has said that it is not there any more."""


class SubState(StrEnum):
    """What more there is to say of a translation's state (XLIFF 2.1, section 4.3.1.27, attribute `subState`)."""

    NONE = ""
    NEEDS_REWORK = "skaryna:needs-rework"
    DISPUTED = "skaryna:disputed"
    SECOND_LOOK = "skaryna:second-look"


class Origin(StrEnum):
    """How a wording came to be, of a translation, a proposal or a part of the memory."""

    PERSON = ""
    MEMORY = "memory"
    PROPAGATED = "propagated"
    MACHINE = "machine"
    OUTSIDE = "outside"
    """Somebody who has no archive sent it back in a file."""

    BUNDLE = "bundle"
    TMX = "tmx"


class MarkKind(StrEnum):
    """What a sign in a quote stands for; it must be in a translation as well."""

    PAUSE = "pause"
    """An ellipsis: the speaker halts or breaks off."""

    OMISSION = "omission"
    """Who published the words has left some out."""

    INSERTION = "insertion"
    """Who published the words has put in some of their own."""

    ASIDE = "aside"
    """A remark in round brackets."""

    ADDED = "added"
    """Who translated has put in some words: in a translation only."""


class Verdict(StrEnum):
    """What a reviewer said of a wording."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DISPUTED = "disputed"
    SECOND_LOOK = "second look"


class Trouble(StrEnum):
    """Why a wording from outside cannot be taken as it is."""

    NONE = ""
    UNKNOWN = "unknown"
    """The archive has no quote with its id."""

    CHANGED = "changed"
    """The quote's words are others than those that were translated."""

    DOUBLED = "doubled"
    """Two units of the file have its id."""

    LANGUAGE = "language"
    """It is in a language that its quote was not sent for."""


class PartOfSpeech(StrEnum):
    """What kind of word a term is: the picklist of `partOfSpeech` in TBX-Basic (module version 1.2.1)."""

    NONE = ""
    NOUN = "noun"
    PROPER_NOUN = "properNoun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


class TermStatus(StrEnum):
    """Whether a term is to be used (ISO 12620, `administrativeStatus`)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
