"""Schema 1.0: the first archive."""

from workbench.store.migrations import adding

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SCHEMA = (1, 0)
ADDED: adding.Added = {}

STATEMENTS = (
    """CREATE TABLE blob (
        digest VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (digest)
    )""",
    """CREATE TABLE export (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        languages VARCHAR NOT NULL,
        quotes INTEGER NOT NULL,
        files INTEGER NOT NULL,
        manifest_digest VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    """CREATE TABLE meta (
        "key" VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY ("key")
    )""",
    """CREATE TABLE operation (
        number INTEGER NOT NULL,
        id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        action VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        author_id VARCHAR,
        moment VARCHAR NOT NULL,
        target INTEGER,
        state VARCHAR NOT NULL,
        PRIMARY KEY (number)
    )""",
    "CREATE INDEX ix_operation_state ON operation (state, number)",
    """CREATE TABLE profile (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        initials VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    """CREATE TABLE record (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id)
    )""",
    "CREATE INDEX ix_record_kind ON record (kind)",
    """CREATE TABLE tag (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (label)
    )""",
    """CREATE TABLE change (
        number INTEGER NOT NULL,
        operation INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id VARCHAR NOT NULL,
        "before" VARCHAR,
        "after" VARCHAR,
        digest VARCHAR NOT NULL,
        PRIMARY KEY (number),
        FOREIGN KEY(operation) REFERENCES operation (number)
    )""",
    "CREATE INDEX ix_change_operation ON change (operation)",
    "CREATE INDEX ix_change_row ON change (table_name, row_id)",
    """CREATE TABLE name (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        tag VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_name_record_id ON name (record_id)",
    """CREATE TABLE participation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        event_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(event_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_participation_event_id ON participation (event_id)",
    "CREATE INDEX ix_participation_record_id ON participation (record_id)",
    """CREATE TABLE relation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        from_id VARCHAR NOT NULL,
        to_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(from_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(to_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_relation_from_id ON relation (from_id)",
    "CREATE INDEX ix_relation_to_id ON relation (to_id)",
    """CREATE TABLE source (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        creator VARCHAR NOT NULL,
        publisher VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        published VARCHAR NOT NULL,
        retrieved VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        rights VARCHAR NOT NULL,
        media_type VARCHAR NOT NULL,
        file_name VARCHAR NOT NULL,
        original_digest VARCHAR NOT NULL,
        original_size INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(original_digest) REFERENCES blob (digest)
    )""",
    "CREATE INDEX ix_source_original_digest ON source (original_digest)",
    """CREATE TABLE statement (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        property VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        place_id VARCHAR,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(place_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_statement_place_id ON statement (place_id)",
    "CREATE INDEX ix_statement_record_id ON statement (record_id)",
    """CREATE TABLE text_version (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        digest VARCHAR NOT NULL,
        blocks_digest VARCHAR NOT NULL,
        length INTEGER NOT NULL,
        reader VARCHAR NOT NULL,
        reader_version VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(digest) REFERENCES blob (digest),
        FOREIGN KEY(blocks_digest) REFERENCES blob (digest)
    )""",
    "CREATE INDEX ix_text_version_source_id ON text_version (source_id)",
    """CREATE TABLE passage (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        text_version_id VARCHAR NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        suffix VARCHAR NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT passage_range CHECK (0 <= start AND start < "end"),
        FOREIGN KEY(text_version_id) REFERENCES text_version (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    'CREATE UNIQUE INDEX ix_passage_place ON passage (text_version_id, start, "end")',
    "CREATE INDEX ix_passage_text_version_id ON passage (text_version_id)",
    """CREATE TABLE evidence (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        name_id VARCHAR,
        statement_id VARCHAR,
        participation_id VARCHAR,
        relation_id VARCHAR,
        PRIMARY KEY (id),
        CONSTRAINT evidence_of_one CHECK ((name_id IS NOT NULL) + (statement_id IS NOT NULL) + (participation_id IS NOT NULL) + (relation_id IS NOT NULL) = 1),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(name_id) REFERENCES name (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(statement_id) REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(participation_id) REFERENCES participation (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(relation_id) REFERENCES relation (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_evidence_name_id ON evidence (name_id)",
    "CREATE INDEX ix_evidence_participation_id ON evidence (participation_id)",
    "CREATE INDEX ix_evidence_passage_id ON evidence (passage_id)",
    "CREATE INDEX ix_evidence_relation_id ON evidence (relation_id)",
    "CREATE INDEX ix_evidence_statement_id ON evidence (statement_id)",
    """CREATE TABLE mention (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        certainty VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE UNIQUE INDEX ix_mention_pair ON mention (passage_id, record_id)",
    "CREATE INDEX ix_mention_passage_id ON mention (passage_id)",
    "CREATE INDEX ix_mention_record_id ON mention (record_id)",
    """CREATE TABLE note (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        body VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_note_passage_id ON note (passage_id)",
    """CREATE TABLE passage_tag (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        tag_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE UNIQUE INDEX ix_passage_tag_pair ON passage_tag (passage_id, tag_id)",
    "CREATE INDEX ix_passage_tag_passage_id ON passage_tag (passage_id)",
    "CREATE INDEX ix_passage_tag_tag_id ON passage_tag (tag_id)",
    """CREATE TABLE quote (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        speaker_id VARCHAR,
        published_language VARCHAR NOT NULL,
        spoken_language VARCHAR NOT NULL,
        manner VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (passage_id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(speaker_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_quote_speaker_id ON quote (speaker_id)",
    """CREATE TABLE translation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        translator_id VARCHAR,
        reviewer_id VARCHAR,
        quote_text VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translator_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(reviewer_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE UNIQUE INDEX ix_translation_pair ON translation (quote_id, language)",
    "CREATE INDEX ix_translation_quote_id ON translation (quote_id)",
    "CREATE INDEX ix_translation_reviewer_id ON translation (reviewer_id)",
    "CREATE INDEX ix_translation_state ON translation (state)",
    "CREATE INDEX ix_translation_translator_id ON translation (translator_id)",
)


def upgrade() -> None:
    """Make the tables and their indexes."""
    adding.add(ADDED, STATEMENTS)
