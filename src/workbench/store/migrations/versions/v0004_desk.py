"""Schema 1.3: the translation desk: how quotes came about, reviews, comments, proposals, memory, glossary."""

from workbench.store.migrations import adding

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SCHEMA = (1, 3)

ADDED = {
    "name": {"reason": "VARCHAR DEFAULT '' NOT NULL"},
    "quote": {
        "via_language": "VARCHAR DEFAULT '' NOT NULL",
        "interpreter_id": "VARCHAR REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED",
    },
    "translation": {
        "sub_state": "VARCHAR DEFAULT '' NOT NULL",
        "relay_language": "VARCHAR DEFAULT '' NOT NULL",
        "relay_text": "VARCHAR DEFAULT '' NOT NULL",
        "origin": "VARCHAR DEFAULT '' NOT NULL",
        "in_memory": "BOOLEAN DEFAULT 0 NOT NULL",
    },
}
"""The columns that tables of before have got, each with what SQL says of it."""

STATEMENTS = (
    "CREATE INDEX ix_quote_interpreter_id ON quote (interpreter_id)",
    """CREATE TABLE quote_mark (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    'CREATE UNIQUE INDEX ix_quote_mark_place ON quote_mark (quote_id, start, "end")',
    "CREATE INDEX ix_quote_mark_quote_id ON quote_mark (quote_id)",
    """CREATE TABLE assignment (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        profile_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(profile_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE UNIQUE INDEX ix_assignment_pair ON assignment (quote_id, language)",
    "CREATE INDEX ix_assignment_profile_id ON assignment (profile_id)",
    "CREATE INDEX ix_assignment_quote_id ON assignment (quote_id)",
    """CREATE TABLE comment (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        author_id VARCHAR,
        body VARCHAR NOT NULL,
        moment VARCHAR NOT NULL,
        settled BOOLEAN NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(author_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_comment_author_id ON comment (author_id)",
    "CREATE INDEX ix_comment_quote_id ON comment (quote_id)",
    """CREATE TABLE review (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        translation_id VARCHAR NOT NULL,
        reviewer_id VARCHAR,
        verdict VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        moment VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(translation_id) REFERENCES translation (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(reviewer_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_review_reviewer_id ON review (reviewer_id)",
    "CREATE INDEX ix_review_translation_id ON review (translation_id)",
    """CREATE TABLE back_translation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        translation_id VARCHAR NOT NULL,
        translator_id VARCHAR,
        text VARCHAR NOT NULL,
        of_text VARCHAR NOT NULL,
        moment VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(translation_id) REFERENCES translation (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translator_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_back_translation_translation_id ON back_translation (translation_id)",
    "CREATE INDEX ix_back_translation_translator_id ON back_translation (translator_id)",
    """CREATE TABLE waiver (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        translation_id VARCHAR NOT NULL,
        author_id VARCHAR,
        check_key VARCHAR NOT NULL,
        words VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(translation_id) REFERENCES translation (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(author_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_waiver_author_id ON waiver (author_id)",
    "CREATE UNIQUE INDEX ix_waiver_finding ON waiver (translation_id, check_key, words)",
    "CREATE INDEX ix_waiver_translation_id ON waiver (translation_id)",
    """CREATE TABLE proposal (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR,
        language VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        source_language VARCHAR NOT NULL,
        source_text VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        author VARCHAR NOT NULL,
        detail VARCHAR NOT NULL,
        unit VARCHAR NOT NULL,
        trouble VARCHAR NOT NULL,
        moment VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_proposal_quote_id ON proposal (quote_id)",
    """CREATE TABLE concept (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        subject VARCHAR NOT NULL,
        definition VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    """CREATE TABLE term (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        concept_id VARCHAR NOT NULL,
        tag VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        part_of_speech VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(concept_id) REFERENCES concept (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_term_concept_id ON term (concept_id)",
    """CREATE TABLE own_word (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        language VARCHAR NOT NULL,
        word VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    "CREATE UNIQUE INDEX ix_own_word_form ON own_word (language, word)",
    """CREATE TABLE memory_batch (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        units INTEGER NOT NULL,
        moment VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    """CREATE TABLE memory_segment (
        number INTEGER NOT NULL,
        batch_id VARCHAR NOT NULL,
        unit INTEGER NOT NULL,
        language VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        facts VARCHAR NOT NULL,
        PRIMARY KEY (number)
    )""",
    "CREATE INDEX ix_memory_segment_language ON memory_segment (language)",
    "CREATE INDEX ix_memory_segment_unit ON memory_segment (batch_id, unit)",
    """CREATE TABLE machine_model (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        source_language VARCHAR NOT NULL,
        target_language VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (digest)
    )""",
)


def upgrade() -> None:
    """Add the columns and the tables."""
    adding.add(ADDED, STATEMENTS)
