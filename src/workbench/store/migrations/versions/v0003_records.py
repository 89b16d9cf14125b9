"""Schema 1.2: levels and pseudonyms, parts and cases of names, weighed statements, own properties, merged records."""

from workbench.store.migrations import adding

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SCHEMA = (1, 2)

ADDED = {
    "source": {"level": "VARCHAR DEFAULT '' NOT NULL"},
    "passage": {"level": "VARCHAR DEFAULT '' NOT NULL"},
    "record": {
        "level": "VARCHAR DEFAULT '' NOT NULL",
        "protected": "BOOLEAN DEFAULT 0 NOT NULL",
        "pseudonym": "VARCHAR DEFAULT '' NOT NULL",
    },
    "name": {
        "given": "VARCHAR DEFAULT '' NOT NULL",
        "patronymic": "VARCHAR DEFAULT '' NOT NULL",
        "family": "VARCHAR DEFAULT '' NOT NULL",
        "level": "VARCHAR DEFAULT '' NOT NULL",
    },
    "statement": {
        "certainty": "VARCHAR DEFAULT 'certain' NOT NULL",
        "dated": "VARCHAR DEFAULT '' NOT NULL",
        "standing": "VARCHAR DEFAULT '' NOT NULL",
        "reason": "VARCHAR DEFAULT '' NOT NULL",
        "level": "VARCHAR DEFAULT '' NOT NULL",
    },
    "participation": {"certainty": "VARCHAR DEFAULT 'certain' NOT NULL", "level": "VARCHAR DEFAULT '' NOT NULL"},
    "relation": {
        "certainty": "VARCHAR DEFAULT 'certain' NOT NULL",
        "dated": "VARCHAR DEFAULT '' NOT NULL",
        "level": "VARCHAR DEFAULT '' NOT NULL",
    },
    "quote": {"level": "VARCHAR DEFAULT '' NOT NULL"},
}
"""The columns that tables of before have got, each with what SQL says of it."""

STATEMENTS = (
    """CREATE TABLE inflection (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        name_id VARCHAR NOT NULL,
        grammatical_case VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(name_id) REFERENCES name (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE UNIQUE INDEX ix_inflection_form ON inflection (name_id, grammatical_case, value)",
    "CREATE INDEX ix_inflection_name_id ON inflection (name_id)",
    """CREATE TABLE own_property (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        label VARCHAR NOT NULL,
        value_type VARCHAR NOT NULL,
        kinds VARCHAR NOT NULL,
        single BOOLEAN NOT NULL,
        PRIMARY KEY (id),
        UNIQUE ("key")
    )""",
    """CREATE TABLE merging (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        merged_id VARCHAR NOT NULL,
        taken VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_merging_merged_id ON merging (merged_id)",
    "CREATE INDEX ix_merging_record_id ON merging (record_id)",
    """CREATE TABLE not_same (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        one_id VARCHAR NOT NULL,
        other_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(one_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(other_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_not_same_one_id ON not_same (one_id)",
    "CREATE INDEX ix_not_same_other_id ON not_same (other_id)",
    "CREATE UNIQUE INDEX ix_not_same_pair ON not_same (one_id, other_id)",
)


def upgrade() -> None:
    """Add the columns and the tables."""
    adding.add(ADDED, STATEMENTS)
