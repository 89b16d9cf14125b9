"""Schema 1.1: later captures of a source, passages carried to them, rejected suggestions, published translations."""

from workbench.store.migrations import adding

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SCHEMA = (1, 1)

ADDED = {"text_version": {"capture_id": "VARCHAR REFERENCES capture (id) DEFERRABLE INITIALLY DEFERRED"}}
"""The columns that tables of before have got, each with what SQL says of it."""

STATEMENTS = (
    """CREATE TABLE capture (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        retrieved VARCHAR NOT NULL,
        media_type VARCHAR NOT NULL,
        file_name VARCHAR NOT NULL,
        original_digest VARCHAR NOT NULL,
        original_size INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(original_digest) REFERENCES blob (digest)
    )""",
    "CREATE INDEX ix_capture_original_digest ON capture (original_digest)",
    "CREATE INDEX ix_capture_source_id ON capture (source_id)",
    "CREATE INDEX ix_text_version_capture_id ON text_version (capture_id)",
    """CREATE TABLE published_translation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        original_id VARCHAR NOT NULL,
        translation_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(original_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translation_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_published_translation_original_id ON published_translation (original_id)",
    "CREATE UNIQUE INDEX ix_published_translation_pair ON published_translation (original_id, translation_id)",
    "CREATE INDEX ix_published_translation_translation_id ON published_translation (translation_id)",
    """CREATE TABLE carrying (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        from_id VARCHAR NOT NULL,
        to_id VARCHAR NOT NULL,
        how VARCHAR NOT NULL,
        confidence INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        suffix VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(from_id) REFERENCES text_version (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(to_id) REFERENCES text_version (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_carrying_from_id ON carrying (from_id)",
    "CREATE INDEX ix_carrying_passage_id ON carrying (passage_id)",
    "CREATE UNIQUE INDEX ix_carrying_step ON carrying (passage_id, to_id)",
    "CREATE INDEX ix_carrying_to_id ON carrying (to_id)",
    """CREATE TABLE rejection (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        exact VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        suffix VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_rejection_source_id ON rejection (source_id)",
)


def upgrade() -> None:
    """Add the columns and the tables."""
    adding.add(ADDED, STATEMENTS)
