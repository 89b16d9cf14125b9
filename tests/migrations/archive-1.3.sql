PRAGMA application_id = 1397445209;
PRAGMA user_version = 1003;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE assignment (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        profile_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(profile_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE back_translation (
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
    );
CREATE TABLE blob (
        digest VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (digest)
    );
CREATE TABLE capture (
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
    );
CREATE TABLE carrying (
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
    );
CREATE TABLE change (
        number INTEGER NOT NULL,
        operation INTEGER NOT NULL,
        table_name VARCHAR NOT NULL,
        row_id VARCHAR NOT NULL,
        "before" VARCHAR,
        "after" VARCHAR,
        digest VARCHAR NOT NULL,
        PRIMARY KEY (number),
        FOREIGN KEY(operation) REFERENCES operation (number)
    );
CREATE TABLE comment (
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
    );
CREATE TABLE concept (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        subject VARCHAR NOT NULL,
        definition VARCHAR NOT NULL,
        note VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE evidence (
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
    );
CREATE TABLE export (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        title VARCHAR NOT NULL,
        languages VARCHAR NOT NULL,
        quotes INTEGER NOT NULL,
        files INTEGER NOT NULL,
        manifest_digest VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE inflection (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        name_id VARCHAR NOT NULL,
        grammatical_case VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(name_id) REFERENCES name (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE machine_model (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        source_language VARCHAR NOT NULL,
        target_language VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (digest)
    );
CREATE TABLE memory_batch (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        origin VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        units INTEGER NOT NULL,
        moment VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE memory_segment (
        number INTEGER NOT NULL,
        batch_id VARCHAR NOT NULL,
        unit INTEGER NOT NULL,
        language VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        facts VARCHAR NOT NULL,
        PRIMARY KEY (number)
    );
CREATE TABLE mention (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        certainty VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE merging (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        merged_id VARCHAR NOT NULL,
        taken VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE meta (
        "key" VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        PRIMARY KEY ("key")
    );
CREATE TABLE name (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        tag VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, given VARCHAR DEFAULT '' NOT NULL, patronymic VARCHAR DEFAULT '' NOT NULL, family VARCHAR DEFAULT '' NOT NULL, level VARCHAR DEFAULT '' NOT NULL, reason VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE not_same (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        one_id VARCHAR NOT NULL,
        other_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(one_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(other_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE note (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        body VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE operation (
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
    );
CREATE TABLE own_property (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        "key" VARCHAR NOT NULL,
        label VARCHAR NOT NULL,
        value_type VARCHAR NOT NULL,
        kinds VARCHAR NOT NULL,
        single BOOLEAN NOT NULL,
        PRIMARY KEY (id),
        UNIQUE ("key")
    );
CREATE TABLE own_word (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        language VARCHAR NOT NULL,
        word VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE participation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        event_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL, certainty VARCHAR DEFAULT 'certain' NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(event_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE passage (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        text_version_id VARCHAR NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        suffix VARCHAR NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT passage_range CHECK (0 <= start AND start < "end"),
        FOREIGN KEY(text_version_id) REFERENCES text_version (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE passage_tag (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        tag_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(tag_id) REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE profile (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        initials VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE proposal (
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
    );
CREATE TABLE published_translation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        original_id VARCHAR NOT NULL,
        translation_id VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(original_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translation_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE quote (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        passage_id VARCHAR NOT NULL,
        speaker_id VARCHAR,
        published_language VARCHAR NOT NULL,
        spoken_language VARCHAR NOT NULL,
        manner VARCHAR NOT NULL, level VARCHAR DEFAULT '' NOT NULL, via_language VARCHAR DEFAULT '' NOT NULL, interpreter_id VARCHAR REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (id),
        UNIQUE (passage_id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(speaker_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE quote_mark (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE record (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        kind VARCHAR NOT NULL, level VARCHAR DEFAULT '' NOT NULL, protected BOOLEAN DEFAULT 0 NOT NULL, pseudonym VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE rejection (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
        exact VARCHAR NOT NULL,
        prefix VARCHAR NOT NULL,
        suffix VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE relation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        from_id VARCHAR NOT NULL,
        to_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL, certainty VARCHAR DEFAULT 'certain' NOT NULL, dated VARCHAR DEFAULT '' NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(from_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(to_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE review (
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
    );
CREATE TABLE source (
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
        original_size INTEGER NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(original_digest) REFERENCES blob (digest)
    );
CREATE TABLE statement (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        record_id VARCHAR NOT NULL,
        property VARCHAR NOT NULL,
        value VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        place_id VARCHAR, certainty VARCHAR DEFAULT 'certain' NOT NULL, dated VARCHAR DEFAULT '' NOT NULL, standing VARCHAR DEFAULT '' NOT NULL, reason VARCHAR DEFAULT '' NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(place_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE tag (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        label VARCHAR NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (label)
    );
CREATE TABLE term (
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
    );
CREATE TABLE text_version (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        digest VARCHAR NOT NULL,
        blocks_digest VARCHAR NOT NULL,
        length INTEGER NOT NULL,
        reader VARCHAR NOT NULL,
        reader_version VARCHAR NOT NULL, capture_id VARCHAR REFERENCES capture (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (id),
        FOREIGN KEY(source_id) REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(digest) REFERENCES blob (digest),
        FOREIGN KEY(blocks_digest) REFERENCES blob (digest)
    );
CREATE TABLE translation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        quote_id VARCHAR NOT NULL,
        language VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        state VARCHAR NOT NULL,
        translator_id VARCHAR,
        reviewer_id VARCHAR,
        quote_text VARCHAR NOT NULL, sub_state VARCHAR DEFAULT '' NOT NULL, relay_language VARCHAR DEFAULT '' NOT NULL, relay_text VARCHAR DEFAULT '' NOT NULL, origin VARCHAR DEFAULT '' NOT NULL, in_memory BOOLEAN DEFAULT 0 NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translator_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(reviewer_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE TABLE waiver (
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
    );
CREATE UNIQUE INDEX ix_assignment_pair ON assignment (quote_id, language);
CREATE INDEX ix_assignment_profile_id ON assignment (profile_id);
CREATE INDEX ix_assignment_quote_id ON assignment (quote_id);
CREATE INDEX ix_back_translation_translation_id ON back_translation (translation_id);
CREATE INDEX ix_back_translation_translator_id ON back_translation (translator_id);
CREATE INDEX ix_capture_original_digest ON capture (original_digest);
CREATE INDEX ix_capture_source_id ON capture (source_id);
CREATE INDEX ix_carrying_from_id ON carrying (from_id);
CREATE INDEX ix_carrying_passage_id ON carrying (passage_id);
CREATE UNIQUE INDEX ix_carrying_step ON carrying (passage_id, to_id);
CREATE INDEX ix_carrying_to_id ON carrying (to_id);
CREATE INDEX ix_change_operation ON change (operation);
CREATE INDEX ix_change_row ON change (table_name, row_id);
CREATE INDEX ix_comment_author_id ON comment (author_id);
CREATE INDEX ix_comment_quote_id ON comment (quote_id);
CREATE INDEX ix_evidence_name_id ON evidence (name_id);
CREATE INDEX ix_evidence_participation_id ON evidence (participation_id);
CREATE INDEX ix_evidence_passage_id ON evidence (passage_id);
CREATE INDEX ix_evidence_relation_id ON evidence (relation_id);
CREATE INDEX ix_evidence_statement_id ON evidence (statement_id);
CREATE UNIQUE INDEX ix_inflection_form ON inflection (name_id, grammatical_case, value);
CREATE INDEX ix_inflection_name_id ON inflection (name_id);
CREATE INDEX ix_memory_segment_language ON memory_segment (language);
CREATE INDEX ix_memory_segment_unit ON memory_segment (batch_id, unit);
CREATE UNIQUE INDEX ix_mention_pair ON mention (passage_id, record_id);
CREATE INDEX ix_mention_passage_id ON mention (passage_id);
CREATE INDEX ix_mention_record_id ON mention (record_id);
CREATE INDEX ix_merging_merged_id ON merging (merged_id);
CREATE INDEX ix_merging_record_id ON merging (record_id);
CREATE INDEX ix_name_record_id ON name (record_id);
CREATE INDEX ix_not_same_one_id ON not_same (one_id);
CREATE INDEX ix_not_same_other_id ON not_same (other_id);
CREATE UNIQUE INDEX ix_not_same_pair ON not_same (one_id, other_id);
CREATE INDEX ix_note_passage_id ON note (passage_id);
CREATE INDEX ix_operation_state ON operation (state, number);
CREATE UNIQUE INDEX ix_own_word_form ON own_word (language, word);
CREATE INDEX ix_participation_event_id ON participation (event_id);
CREATE INDEX ix_participation_record_id ON participation (record_id);
CREATE UNIQUE INDEX ix_passage_place ON passage (text_version_id, start, "end");
CREATE UNIQUE INDEX ix_passage_tag_pair ON passage_tag (passage_id, tag_id);
CREATE INDEX ix_passage_tag_passage_id ON passage_tag (passage_id);
CREATE INDEX ix_passage_tag_tag_id ON passage_tag (tag_id);
CREATE INDEX ix_passage_text_version_id ON passage (text_version_id);
CREATE INDEX ix_proposal_quote_id ON proposal (quote_id);
CREATE INDEX ix_published_translation_original_id ON published_translation (original_id);
CREATE UNIQUE INDEX ix_published_translation_pair ON published_translation (original_id, translation_id);
CREATE INDEX ix_published_translation_translation_id ON published_translation (translation_id);
CREATE INDEX ix_quote_interpreter_id ON quote (interpreter_id);
CREATE UNIQUE INDEX ix_quote_mark_place ON quote_mark (quote_id, start, "end");
CREATE INDEX ix_quote_mark_quote_id ON quote_mark (quote_id);
CREATE INDEX ix_quote_speaker_id ON quote (speaker_id);
CREATE INDEX ix_record_kind ON record (kind);
CREATE INDEX ix_rejection_source_id ON rejection (source_id);
CREATE INDEX ix_relation_from_id ON relation (from_id);
CREATE INDEX ix_relation_to_id ON relation (to_id);
CREATE INDEX ix_review_reviewer_id ON review (reviewer_id);
CREATE INDEX ix_review_translation_id ON review (translation_id);
CREATE INDEX ix_source_original_digest ON source (original_digest);
CREATE INDEX ix_statement_place_id ON statement (place_id);
CREATE INDEX ix_statement_record_id ON statement (record_id);
CREATE INDEX ix_term_concept_id ON term (concept_id);
CREATE INDEX ix_text_version_capture_id ON text_version (capture_id);
CREATE INDEX ix_text_version_source_id ON text_version (source_id);
CREATE UNIQUE INDEX ix_translation_pair ON translation (quote_id, language);
CREATE INDEX ix_translation_quote_id ON translation (quote_id);
CREATE INDEX ix_translation_reviewer_id ON translation (reviewer_id);
CREATE INDEX ix_translation_state ON translation (state);
CREATE INDEX ix_translation_translator_id ON translation (translator_id);
CREATE INDEX ix_waiver_author_id ON waiver (author_id);
CREATE UNIQUE INDEX ix_waiver_finding ON waiver (translation_id, check_key, words);
CREATE INDEX ix_waiver_translation_id ON waiver (translation_id);
INSERT INTO "alembic_version" VALUES ('0004');
INSERT INTO "assignment" VALUES ('01a205e2-d4de-7810-87ce-5a4e4fb6a601', 1, '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', 'be', '01a205e2-d46d-796f-8fd8-05648225939c');
INSERT INTO "back_translation" VALUES ('01a205e2-d4e0-7428-b835-ace09a60aedf', 1, '01a205e2-d4b9-7714-a0fe-164a46af8ace', '01a205e2-d46d-796f-8fd8-05648225939c', 'We kept your seat', 'Мы захавалі тваё крэсла', '2026-11-23T01:00:00+00:00');
INSERT INTO "blob" VALUES ('55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, X'5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 28, X'5B5B302C31372C2270222C305D2C5B31382C35372C2270222C305D5D');
INSERT INTO "blob" VALUES ('6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20, X'D091D180D0B0D0BCD0B020D09ED180D188D18B2E');
INSERT INTO "blob" VALUES ('d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 14, X'5B5B302C31312C2270222C305D5D');
INSERT INTO "blob" VALUES ('b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74, X'436F727265637465642E0A5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 42, X'5B5B302C31302C2270222C305D2C5B31312C32382C2270222C305D2C5B32392C36382C2270222C305D5D');
INSERT INTO "capture" VALUES ('01a205e2-d4cb-786d-87d9-15e06aed04a9', 1, '01a205e2-d490-7e4f-be08-78e719d18b10', '2025-01-02', 'text/plain', 'again.txt', 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74);
INSERT INTO "carrying" VALUES ('01a205e2-d4cc-7c4e-bfff-d04fa79b30f8', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', '01a205e2-d494-73ca-b5f4-51a9c0ee2940', '01a205e2-d4cc-77ae-a19e-0a8f62f127e1', 'certain', 100, 4, 8, 'gate', 'The ', ' of Orša.
Alena Sokał said: “We ');
INSERT INTO "change" VALUES (1, 1, 'profile', '01a205e2-d46d-796f-8fd8-05648225939c', NULL, '{"id":"01a205e2-d46d-796f-8fd8-05648225939c","initials":"AK","language":"be","name":"Анэля Крушына","revision":1}', '0293f1d9f64244c68c4c5e28c19302c0f89b2438643f6f3df0bec5ee58de7827');
INSERT INTO "change" VALUES (2, 2, 'source', '01a205e2-d490-7e4f-be08-78e719d18b10', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a205e2-d490-7e4f-be08-78e719d18b10","language":"en","level":"","media_type":"text/plain","original_digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","original_size":63,"published":"2024-05","publisher":"Harbour","retrieved":"","revision":1,"rights":"","title":"The gate"}', '115453dd2b932d9049247439853f0e539452843f303008945ef888b8cf94a427');
INSERT INTO "change" VALUES (3, 2, 'text_version', '01a205e2-d494-73ca-b5f4-51a9c0ee2940', NULL, '{"blocks_digest":"a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c","capture_id":null,"digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940","length":57,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a205e2-d490-7e4f-be08-78e719d18b10"}', 'd3938a39a762b026118b89f0f589acfd91f2c6d6802a81686ec4c01c821aa3d8');
INSERT INTO "change" VALUES (4, 3, 'record', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', NULL, '{"id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', '39980ba81fa5247393748af16448923dac3407270d573786cd64576f7ec4b72f');
INSERT INTO "change" VALUES (5, 3, 'name', '01a205e2-d49b-7642-b2ec-d713f6c06cf8', NULL, '{"family":"","given":"","id":"01a205e2-d49b-7642-b2ec-d713f6c06cf8","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"tag":"en","value":"Alena Sokał"}', '5b7af150c73a378d8f1e15840810468f2294872f083ca0cbc9451090e66fafe1');
INSERT INTO "change" VALUES (6, 3, 'name', '01a205e2-d49c-77a2-970f-e494a09cafce', NULL, '{"family":"","given":"","id":"01a205e2-d49c-77a2-970f-e494a09cafce","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"tag":"be","value":"Алена Сокал"}', 'bd0e7fdca5fa66ed064a469cf665ee97175a07f4605804f66acd6de6efa09422');
INSERT INTO "change" VALUES (7, 4, 'record', '01a205e2-d4a0-752d-8cf0-d2aa331e5501', NULL, '{"id":"01a205e2-d4a0-752d-8cf0-d2aa331e5501","kind":"place","level":"","protected":false,"pseudonym":"","revision":1}', 'd014b51ea6fb7e4013260a9572ba84240e7f431712ed9cc5bdd146651ac77ed0');
INSERT INTO "change" VALUES (8, 4, 'name', '01a205e2-d4a0-78f2-849e-b8ad1b4a56e0', NULL, '{"family":"","given":"","id":"01a205e2-d4a0-78f2-849e-b8ad1b4a56e0","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d4a0-752d-8cf0-d2aa331e5501","revision":1,"tag":"en","value":"Orša"}', '14f80cea62a3bb016a23936fd3a6ec58381d8393c78216d55cd2edbc7108753f');
INSERT INTO "change" VALUES (9, 5, 'record', '01a205e2-d4a2-79da-9250-b978a039d87b', NULL, '{"id":"01a205e2-d4a2-79da-9250-b978a039d87b","kind":"event","level":"","protected":false,"pseudonym":"","revision":1}', 'be33f2a8e1c9e698d1213c36ef6e3a8e172d7f746f0bd70ed37e5d2d0ac83e59');
INSERT INTO "change" VALUES (10, 5, 'name', '01a205e2-d4a2-7d49-9ab0-857d38ee8373', NULL, '{"family":"","given":"","id":"01a205e2-d4a2-7d49-9ab0-857d38ee8373","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d4a2-79da-9250-b978a039d87b","revision":1,"tag":"en","value":"Release"}', '7885701c9ef0d4d61a660671eeef7af2b76830da59f0ac31816e3eb4d392016e');
INSERT INTO "change" VALUES (11, 6, 'passage', '01a205e2-d4a6-7a85-8a18-1661b9554d20', NULL, '{"end":8,"exact":"gate","id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","level":"","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940"}', '1e56c59656447b8532be64f46ba3102d69480b09f0f5a5b92103da90ac4e7462');
INSERT INTO "change" VALUES (12, 6, 'note', '01a205e2-d4a7-7354-9a86-68e4a2d1e5ea', NULL, '{"body":"нататка","id":"01a205e2-d4a7-7354-9a86-68e4a2d1e5ea","passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","revision":1}', '402e63fa67b5a1e7b32e191308c5a4b7fc9b824746be8f640ec82b733a4ba983');
INSERT INTO "change" VALUES (13, 7, 'passage', '01a205e2-d4a9-7f27-bc2f-5a30d6da6964', NULL, '{"end":16,"exact":"Orša","id":"01a205e2-d4a9-7f27-bc2f-5a30d6da6964","level":"","prefix":"The gate of ","revision":1,"start":12,"suffix":".\nAlena Sokał said: “We kept you","text_version_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940"}', 'c9f1e2268f7d90ccb69847db7127866e0a742e7468e006ea7b0515b91f3c77d7');
INSERT INTO "change" VALUES (14, 7, 'tag', '01a205e2-d4aa-7a89-bbbe-b424ed2ab07f', NULL, '{"id":"01a205e2-d4aa-7a89-bbbe-b424ed2ab07f","label":"места","revision":1}', '66c29e967b681d906985478c2b9b6cf315d51bec70841f7d749a4532258f929a');
INSERT INTO "change" VALUES (15, 7, 'passage_tag', '01a205e2-d4ab-7967-b2b8-527348a1149b', NULL, '{"id":"01a205e2-d4ab-7967-b2b8-527348a1149b","passage_id":"01a205e2-d4a9-7f27-bc2f-5a30d6da6964","revision":1,"tag_id":"01a205e2-d4aa-7a89-bbbe-b424ed2ab07f"}', '3fb325994eabd46ea076fe324313792f9b696e36cfdc0c1e97eabb372d067cf9');
INSERT INTO "change" VALUES (16, 8, 'passage', '01a205e2-d4ae-7bf9-bfd3-3e216ab9bf4c', NULL, '{"end":29,"exact":"Alena Sokał","id":"01a205e2-d4ae-7bf9-bfd3-3e216ab9bf4c","level":"","prefix":"The gate of Orša.\n","revision":1,"start":18,"suffix":" said: “We kept your chair.”","text_version_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940"}', 'e0fae3cddbe3277d4afbb3d793c6695a645338ed267f1af7609df2bacba2e85a');
INSERT INTO "change" VALUES (17, 8, 'mention', '01a205e2-d4af-79a7-88a7-2b004268166a', NULL, '{"certainty":"certain","id":"01a205e2-d4af-79a7-88a7-2b004268166a","passage_id":"01a205e2-d4ae-7bf9-bfd3-3e216ab9bf4c","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"role":"mentioned"}', '6b3363fe97dcd58938a76a8ffa88e73942f26ce97cd30ecec1090cd023973b06');
INSERT INTO "change" VALUES (18, 9, 'passage', '01a205e2-d4b3-7c51-ace9-403e18db4137', NULL, '{"end":55,"exact":"We kept your chair","id":"01a205e2-d4b3-7c51-ace9-403e18db4137","level":"","prefix":"ate of Orša.\nAlena Sokał said: “","revision":1,"start":37,"suffix":".”","text_version_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940"}', 'b20908947ac8321bab6ddcc9ab37d63f3e16b4d31861d64c207f0e78bc7c8846');
INSERT INTO "change" VALUES (19, 9, 'quote', '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', NULL, '{"id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","interpreter_id":null,"level":"","manner":"direct","passage_id":"01a205e2-d4b3-7c51-ace9-403e18db4137","published_language":"en","revision":1,"speaker_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","spoken_language":"","via_language":""}', 'fdbd0ce7182e966c6fd6b4fb44932d0d03ee482fd773c98ebda4c4542b4ac90d');
INSERT INTO "change" VALUES (20, 10, 'translation', '01a205e2-d4b9-7714-a0fe-164a46af8ace', NULL, '{"id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","in_memory":false,"language":"be","origin":"","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","quote_text":"We kept your chair","relay_language":"","relay_text":"","reviewer_id":null,"revision":1,"state":"initial","sub_state":"","text":"Мы захавалі тваё крэсла","translator_id":"01a205e2-d46d-796f-8fd8-05648225939c"}', '784af09cc9770cf2deab45ed141ed2049d0245daa684a31c629238a8ed7e0ca7');
INSERT INTO "change" VALUES (21, 11, 'statement', '01a205e2-d4bd-7463-8d89-c35f17ab939b', NULL, '{"certainty":"certain","dated":"","id":"01a205e2-d4bd-7463-8d89-c35f17ab939b","language":"","level":"","place_id":null,"property":"office","reason":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"standing":"","value":"librarian"}', 'b121ed0391d97a1a87cca58eb3fb5ee3d9a2831f4d1bb4025737a5593b107bb8');
INSERT INTO "change" VALUES (22, 11, 'evidence', '01a205e2-d4bf-70f9-9c78-85544d5c4c9a', NULL, '{"id":"01a205e2-d4bf-70f9-9c78-85544d5c4c9a","name_id":null,"participation_id":null,"passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":null,"revision":1,"statement_id":"01a205e2-d4bd-7463-8d89-c35f17ab939b"}', 'a010dd1aab007d3293a49d2004c3a7032a132298906c470db7d4e6b5d5bbe3b2');
INSERT INTO "change" VALUES (23, 12, 'statement', '01a205e2-d4c2-712f-bd05-b0aca9cfcafd', NULL, '{"certainty":"certain","dated":"","id":"01a205e2-d4c2-712f-bd05-b0aca9cfcafd","language":"","level":"","place_id":"01a205e2-d4a0-752d-8cf0-d2aa331e5501","property":"place","reason":"","record_id":"01a205e2-d4a2-79da-9250-b978a039d87b","revision":1,"standing":"","value":"01a205e2-d4a0-752d-8cf0-d2aa331e5501"}', 'c166862a3c206c4f0c74ac3125fafd9bb0f463bd8fbecc6fe44c589ed0f6d966');
INSERT INTO "change" VALUES (24, 12, 'evidence', '01a205e2-d4c2-7624-9a90-733c282be36d', NULL, '{"id":"01a205e2-d4c2-7624-9a90-733c282be36d","name_id":null,"participation_id":null,"passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":null,"revision":1,"statement_id":"01a205e2-d4c2-712f-bd05-b0aca9cfcafd"}', '73aae0dd81a203e392e943ac701bcdaa3bd99224924f80598c6f03a790d1faef');
INSERT INTO "change" VALUES (25, 13, 'participation', '01a205e2-d4c4-792d-947c-3fd1b04dd76d', NULL, '{"certainty":"certain","event_id":"01a205e2-d4a2-79da-9250-b978a039d87b","id":"01a205e2-d4c4-792d-947c-3fd1b04dd76d","level":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"role":"released"}', '287bc9dfadfbf2716615ab974058954664990934a67dd3552c815b346e8c3cd7');
INSERT INTO "change" VALUES (26, 13, 'evidence', '01a205e2-d4c5-7c91-babb-3270f253bdbf', NULL, '{"id":"01a205e2-d4c5-7c91-babb-3270f253bdbf","name_id":null,"participation_id":"01a205e2-d4c4-792d-947c-3fd1b04dd76d","passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":null,"revision":1,"statement_id":null}', 'baf564cbbf41db39c45ae633be7955f8e6fc6b6512bee1238ca402e6e76dbcbc');
INSERT INTO "change" VALUES (27, 14, 'source', '01a205e2-d4c8-774e-be1a-6c1ce7b899cd', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a205e2-d4c8-774e-be1a-6c1ce7b899cd","language":"be","level":"","media_type":"text/plain","original_digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","original_size":20,"published":"","publisher":"","retrieved":"","revision":1,"rights":"","title":"The gate"}', '5afd291ebcc94d376fabaa712cd910458dd40bffd59e5dbc7c7af56d6e7ad47f');
INSERT INTO "change" VALUES (28, 14, 'text_version', '01a205e2-d4c8-7e0a-ab7f-2533c5db7a74', NULL, '{"blocks_digest":"d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7","capture_id":null,"digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","id":"01a205e2-d4c8-7e0a-ab7f-2533c5db7a74","length":11,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a205e2-d4c8-774e-be1a-6c1ce7b899cd"}', 'aee3f4c98e38ec0573b5e690565cfad39c8e17b9747fc0d596480322384de53c');
INSERT INTO "change" VALUES (29, 15, 'capture', '01a205e2-d4cb-786d-87d9-15e06aed04a9', NULL, '{"file_name":"again.txt","id":"01a205e2-d4cb-786d-87d9-15e06aed04a9","media_type":"text/plain","original_digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","original_size":74,"retrieved":"2025-01-02","revision":1,"source_id":"01a205e2-d490-7e4f-be08-78e719d18b10"}', '3ce78d1875b215ef7fad79ffd455769476f680489b495de33a9673264236908e');
INSERT INTO "change" VALUES (30, 15, 'text_version', '01a205e2-d4cc-77ae-a19e-0a8f62f127e1', NULL, '{"blocks_digest":"c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391","capture_id":"01a205e2-d4cb-786d-87d9-15e06aed04a9","digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","id":"01a205e2-d4cc-77ae-a19e-0a8f62f127e1","length":68,"number":2,"reader":"text","reader_version":"1","revision":1,"source_id":"01a205e2-d490-7e4f-be08-78e719d18b10"}', '516440f0ec031602450b88a4c6511f08f609a2e1ca2ba4761ceb2bd3c7c22f01');
INSERT INTO "change" VALUES (31, 15, 'carrying', '01a205e2-d4cc-7c4e-bfff-d04fa79b30f8', NULL, '{"confidence":100,"end":8,"exact":"gate","from_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940","how":"certain","id":"01a205e2-d4cc-7c4e-bfff-d04fa79b30f8","passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","to_id":"01a205e2-d4cc-77ae-a19e-0a8f62f127e1"}', '26f66a62fe3939768ce408341318b70ce309e14c580dfd14b8326bb96080c5ed');
INSERT INTO "change" VALUES (32, 15, 'passage', '01a205e2-d4a6-7a85-8a18-1661b9554d20', '{"end":8,"exact":"gate","id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","level":"","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a205e2-d494-73ca-b5f4-51a9c0ee2940"}', '{"end":19,"exact":"gate","id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","level":"","prefix":"Corrected.\nThe ","revision":2,"start":15,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a205e2-d4cc-77ae-a19e-0a8f62f127e1"}', '74bfc3beacadaece3af5f88051159d75f9d21db152153bbfed4bf89e50596ab9');
INSERT INTO "change" VALUES (33, 15, 'rejection', '01a205e2-d4ce-7479-8bc4-9d7f8a4e712e', NULL, '{"exact":"kept","id":"01a205e2-d4ce-7479-8bc4-9d7f8a4e712e","kind":"quotation","prefix":"","revision":1,"source_id":"01a205e2-d490-7e4f-be08-78e719d18b10","suffix":""}', '7520c74c7132eb05c76a455d105e67d7ea1b3207f13b6230e667e566d4c3906d');
INSERT INTO "change" VALUES (34, 16, 'published_translation', '01a205e2-d4d1-7ef3-ad55-288ce223eedb', NULL, '{"id":"01a205e2-d4d1-7ef3-ad55-288ce223eedb","original_id":"01a205e2-d490-7e4f-be08-78e719d18b10","revision":1,"translation_id":"01a205e2-d4c8-774e-be1a-6c1ce7b899cd"}', 'dd6437da73a0f3b2d3a4b0683d38281b648585aa0914c436f9fe45ce56f78d20');
INSERT INTO "change" VALUES (35, 17, 'name', '01a205e2-d49b-7642-b2ec-d713f6c06cf8', '{"family":"","given":"","id":"01a205e2-d49b-7642-b2ec-d713f6c06cf8","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"tag":"en","value":"Alena Sokał"}', '{"family":"Sokał","given":"Alena","id":"01a205e2-d49b-7642-b2ec-d713f6c06cf8","kind":"preferred","level":"restricted","patronymic":"","reason":"","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":2,"tag":"en","value":"Alena Sokał"}', '46134e21ddfffbcd59cdbb7ad298bc733ed29e6560a4cd98e2281a730c839b3b');
INSERT INTO "change" VALUES (36, 17, 'inflection', '01a205e2-d4d5-7400-9195-ce08cc3a256a', NULL, '{"grammatical_case":"Gen","id":"01a205e2-d4d5-7400-9195-ce08cc3a256a","name_id":"01a205e2-d49b-7642-b2ec-d713f6c06cf8","revision":1,"value":"Aleny Sokał"}', '8e2f98e90ff971d3cd5e810068151ab4c1cba0c552e4fc8701bcdc9cd45a2465');
INSERT INTO "change" VALUES (37, 17, 'own_property', '01a205e2-d4d5-7be0-bd6a-befc2931d338', NULL, '{"id":"01a205e2-d4d5-7be0-bd6a-befc2931d338","key":"own:cell","kinds":"person place","label":"Cell","revision":1,"single":true,"value_type":"text"}', '4be52d588b730126af0ccd5f4ceb8ff24ef4a6ea9dc4e33f137910cf02b0ebdb');
INSERT INTO "change" VALUES (38, 17, 'statement', '01a205e2-d4d6-7216-b80f-479f827b4c5b', NULL, '{"certainty":"probable","dated":"2024-05","id":"01a205e2-d4d6-7216-b80f-479f827b4c5b","language":"en","level":"secret","place_id":null,"property":"own:cell","reason":"two letters","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"standing":"preferred","value":"7"}', 'c509a21681c5a57b0bd0e5938329464d0c56f999e698dfb49d69f249d3946db6');
INSERT INTO "change" VALUES (39, 17, 'evidence', '01a205e2-d4d6-749d-a550-09e465180528', NULL, '{"id":"01a205e2-d4d6-749d-a550-09e465180528","name_id":null,"participation_id":null,"passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":null,"revision":1,"statement_id":"01a205e2-d4d6-7216-b80f-479f827b4c5b"}', '50c3d5e4a30048639c3e60b0529244e966027fc649df4db58ec3c5944e517444');
INSERT INTO "change" VALUES (40, 17, 'record', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', '{"id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', '{"id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","kind":"person","level":"","protected":true,"pseudonym":"Prisoner 1","revision":2}', '16e85b0f311d3ee9aeb0d6ea8cec64abab403c26ffa60341f3c16f91b0459ce8');
INSERT INTO "change" VALUES (41, 17, 'record', '01a205e2-d4d7-7119-a2c5-231bc15f770c', NULL, '{"id":"01a205e2-d4d7-7119-a2c5-231bc15f770c","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', '944222cb950bfb0b45593d7154d4e3a4b1ebcaf2a2de9690ae23a7dce33f3c2e');
INSERT INTO "change" VALUES (42, 17, 'name', '01a205e2-d4d7-7301-a87e-c144ff27f5cf', NULL, '{"family":"","given":"","id":"01a205e2-d4d7-7301-a87e-c144ff27f5cf","kind":"preferred","level":"","patronymic":"","reason":"","record_id":"01a205e2-d4d7-7119-a2c5-231bc15f770c","revision":1,"tag":"en","value":"Alena S."}', 'bffec733d05db0ec2667118c5e833fb07375b33ef0509b0a224cc4e026a7455a');
INSERT INTO "change" VALUES (43, 17, 'not_same', '01a205e2-d4d7-74f4-9ed8-2079538c3521', NULL, '{"id":"01a205e2-d4d7-74f4-9ed8-2079538c3521","one_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","other_id":"01a205e2-d4d7-7119-a2c5-231bc15f770c","revision":1}', 'fbe43cca3c783cb7ec30bc04cf0d11fc0fc83e5d6c9841bcf9d0358fe3ec27df');
INSERT INTO "change" VALUES (44, 17, 'merging', '01a205e2-d4d7-7dda-999f-939e234d3603', NULL, '{"id":"01a205e2-d4d7-7dda-999f-939e234d3603","merged_id":"0190d2c1-0000-7000-8000-000000000001","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"taken":"[]"}', '5ebca8718f6d9f67f3bea509125a9bb8d1092012367ee888b7ae9354226c50bc');
INSERT INTO "change" VALUES (45, 17, 'quote', '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', '{"id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","interpreter_id":null,"level":"","manner":"direct","passage_id":"01a205e2-d4b3-7c51-ace9-403e18db4137","published_language":"en","revision":1,"speaker_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","spoken_language":"","via_language":""}', '{"id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","interpreter_id":null,"level":"open","manner":"direct","passage_id":"01a205e2-d4b3-7c51-ace9-403e18db4137","published_language":"en","revision":2,"speaker_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","spoken_language":"","via_language":""}', '9314f2dacd395539f00fa45837306bc67048adc57be37fa685ccc3eee5383b30');
INSERT INTO "change" VALUES (46, 18, 'name', '01a205e2-d4db-7e18-97c7-f8fab3aceaec', NULL, '{"family":"","given":"","id":"01a205e2-d4db-7e18-97c7-f8fab3aceaec","kind":"forbidden","level":"","patronymic":"","reason":"her own wish","record_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","revision":1,"tag":"ru","value":"Алёна Сокал"}', '95cae9f66050460cc2b8d44b4f344bcb518385bcfef359da9a260c58f7b28e3e');
INSERT INTO "change" VALUES (47, 18, 'quote', '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', '{"id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","interpreter_id":null,"level":"open","manner":"direct","passage_id":"01a205e2-d4b3-7c51-ace9-403e18db4137","published_language":"en","revision":2,"speaker_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","spoken_language":"","via_language":""}', '{"id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","interpreter_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","level":"open","manner":"direct","passage_id":"01a205e2-d4b3-7c51-ace9-403e18db4137","published_language":"en","revision":3,"speaker_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","spoken_language":"","via_language":"ru"}', '32704d6c53e77773f7b5b578d78bf8c5df61fad1593801a81095563a4263559c');
INSERT INTO "change" VALUES (48, 18, 'translation', '01a205e2-d4b9-7714-a0fe-164a46af8ace', '{"id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","in_memory":false,"language":"be","origin":"","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","quote_text":"We kept your chair","relay_language":"","relay_text":"","reviewer_id":null,"revision":1,"state":"initial","sub_state":"","text":"Мы захавалі тваё крэсла","translator_id":"01a205e2-d46d-796f-8fd8-05648225939c"}', '{"id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","in_memory":true,"language":"be","origin":"memory","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","quote_text":"We kept your chair","relay_language":"ru","relay_text":"Мы сохранили","reviewer_id":null,"revision":2,"state":"initial","sub_state":"skaryna:needs-rework","text":"Мы захавалі тваё крэсла","translator_id":"01a205e2-d46d-796f-8fd8-05648225939c"}', '612c64b9aef9e2f2428fcefd00664d39aeb98b9e6be7dbebef52cd90e73fd01d');
INSERT INTO "change" VALUES (49, 18, 'quote_mark', '01a205e2-d4de-7042-9607-a85ae1548a81', NULL, '{"end":2,"id":"01a205e2-d4de-7042-9607-a85ae1548a81","kind":"pause","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","revision":1,"start":0}', '05ea83370e7f213ffd582691fabe0c2eb9b61e572e38391b222b159dc37775d3');
INSERT INTO "change" VALUES (50, 18, 'assignment', '01a205e2-d4de-7810-87ce-5a4e4fb6a601', NULL, '{"id":"01a205e2-d4de-7810-87ce-5a4e4fb6a601","language":"be","profile_id":"01a205e2-d46d-796f-8fd8-05648225939c","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","revision":1}', '64b4183428f1176a47d9447d6c5aa437fd9bedb3914c00164dbeb265b037b17d');
INSERT INTO "change" VALUES (51, 18, 'comment', '01a205e2-d4de-7f27-b696-e1fe327c0112', NULL, '{"author_id":"01a205e2-d46d-796f-8fd8-05648225939c","body":"Хто там быў?","id":"01a205e2-d4de-7f27-b696-e1fe327c0112","moment":"2026-11-23T01:00:00+00:00","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","revision":1,"settled":false}', 'c93d41557661a9ee4115463b5a2be997b1d9c28acc2071baad5b57409b892ea3');
INSERT INTO "change" VALUES (52, 18, 'review', '01a205e2-d4df-7945-935e-c86750019fad', NULL, '{"id":"01a205e2-d4df-7945-935e-c86750019fad","moment":"2026-11-23T01:00:00+00:00","reason":"chair","reviewer_id":"01a205e2-d46d-796f-8fd8-05648225939c","revision":1,"text":"Мы захавалі тваё крэсла","translation_id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","verdict":"rejected"}', 'b12da4a9ff9713f755edf41443eeb03fabff9b32ecb8ee3297ba0a39fc05542e');
INSERT INTO "change" VALUES (53, 18, 'back_translation', '01a205e2-d4e0-7428-b835-ace09a60aedf', NULL, '{"id":"01a205e2-d4e0-7428-b835-ace09a60aedf","moment":"2026-11-23T01:00:00+00:00","of_text":"Мы захавалі тваё крэсла","revision":1,"text":"We kept your seat","translation_id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","translator_id":"01a205e2-d46d-796f-8fd8-05648225939c"}', '720736cbb226491928f93648c9348283d2a65dc72ee3b19872c2a14d840fa89d');
INSERT INTO "change" VALUES (54, 18, 'waiver', '01a205e2-d4e0-7c29-b785-2077425be4bd', NULL, '{"author_id":"01a205e2-d46d-796f-8fd8-05648225939c","check_key":"length","id":"01a205e2-d4e0-7c29-b785-2077425be4bd","reason":"short","revision":1,"translation_id":"01a205e2-d4b9-7714-a0fe-164a46af8ace","words":"Мы"}', 'bf3e9bcd03be3fa00941a841a7f6fd22a4a2dd9cb3eb793b1b33e4d228bb2289');
INSERT INTO "change" VALUES (55, 18, 'proposal', '01a205e2-d4e1-7486-99a9-55c33a82412a', NULL, '{"author":"R. K.","detail":"quotes.xlf","id":"01a205e2-d4e1-7486-99a9-55c33a82412a","language":"lt","moment":"2026-11-23T01:00:00+00:00","origin":"outside","quote_id":"01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae","revision":1,"source_language":"en","source_text":"We kept your chair","text":"Mes išsaugojome","trouble":"","unit":"q-1"}', '10e32da26f54820702f9a49e7f45f830a81f554a003f3824741dbd52fa445483');
INSERT INTO "change" VALUES (56, 18, 'concept', '01a205e2-d4e2-7335-a44e-58883a4740fe', NULL, '{"definition":"place of waiting","id":"01a205e2-d4e2-7335-a44e-58883a4740fe","note":"","revision":1,"subject":"law"}', '711a6f357646ce7b8127865a6f6bdd35c612dd709ccc46a7952ca05fcbbdd11e');
INSERT INTO "change" VALUES (57, 18, 'term', '01a205e2-d4e2-7a47-a210-91c6d3dd4e49', NULL, '{"concept_id":"01a205e2-d4e2-7335-a44e-58883a4740fe","id":"01a205e2-d4e2-7a47-a210-91c6d3dd4e49","part_of_speech":"noun","reason":"","revision":1,"status":"preferred","tag":"be","value":"следчы ізалятар"}', 'a64be96651e9da48941c7592e891e45e884984355fb4bd277bd052e47e3fd4b7');
INSERT INTO "change" VALUES (58, 18, 'own_word', '01a205e2-d4e3-7295-bf1f-6d9b1809ff0b', NULL, '{"id":"01a205e2-d4e3-7295-bf1f-6d9b1809ff0b","language":"be","revision":1,"word":"крэсла"}', '584afdf1a47d721207d4971db83921fbd9e984388c9751d16ca28a92c05ed4ea');
INSERT INTO "change" VALUES (59, 18, 'memory_batch', '01a205e2-d4e3-78b8-961e-c39595780f9e', NULL, '{"digest":"00","id":"01a205e2-d4e3-78b8-961e-c39595780f9e","label":"Harbour memory","moment":"2026-11-23T01:00:00+00:00","origin":"tmx","revision":1,"units":1}', '3fa4b8cc9b10d3cccc59f7d8d9f503d1125b50520427652310b7a2856127e033');
INSERT INTO "change" VALUES (60, 18, 'machine_model', '01a205e2-d4e4-71dd-a54c-00b53ef1c009', NULL, '{"digest":"11","id":"01a205e2-d4e4-71dd-a54c-00b53ef1c009","label":"tiny","revision":1,"size":12,"source_language":"en","target_language":"be"}', '824469dc19f10116e8a564ffda2cdf6e87750841284c0b561407a0ed50126f57');
INSERT INTO "change" VALUES (61, 19, 'relation', '01a205e2-d4ea-75f3-8f07-cb97369b0386', NULL, '{"certainty":"certain","dated":"","from_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","id":"01a205e2-d4ea-75f3-8f07-cb97369b0386","kind":"part of","level":"","revision":1,"to_id":"01a205e2-d4a0-752d-8cf0-d2aa331e5501"}', 'baa8fd813b3c59399fb8ff6c58a4ac50e6c05110f99065e4d6062cae6df559e5');
INSERT INTO "change" VALUES (62, 19, 'evidence', '01a205e2-d4eb-7665-8865-5dcaa044e80c', NULL, '{"id":"01a205e2-d4eb-7665-8865-5dcaa044e80c","name_id":null,"participation_id":null,"passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":"01a205e2-d4ea-75f3-8f07-cb97369b0386","revision":1,"statement_id":null}', '8d6145a775113e2f39a3febea72babb93011d20e59bf13e4fa605d4ac7dda8ad');
INSERT INTO "change" VALUES (63, 20, 'evidence', '01a205e2-d4eb-7665-8865-5dcaa044e80c', '{"id":"01a205e2-d4eb-7665-8865-5dcaa044e80c","name_id":null,"participation_id":null,"passage_id":"01a205e2-d4a6-7a85-8a18-1661b9554d20","relation_id":"01a205e2-d4ea-75f3-8f07-cb97369b0386","revision":1,"statement_id":null}', NULL, '76934b6baf61d32e474e3af69ca49f91b366a4dab8d361ad6b89e58f56719bac');
INSERT INTO "change" VALUES (64, 20, 'relation', '01a205e2-d4ea-75f3-8f07-cb97369b0386', '{"certainty":"certain","dated":"","from_id":"01a205e2-d49a-7a5f-b76e-d60d9ab228a7","id":"01a205e2-d4ea-75f3-8f07-cb97369b0386","kind":"part of","level":"","revision":1,"to_id":"01a205e2-d4a0-752d-8cf0-d2aa331e5501"}', NULL, '5b207152552b7aa7563a0c77c556e28822240f7d2f61126b43e02a1a2afca525');
INSERT INTO "comment" VALUES ('01a205e2-d4de-7f27-b696-e1fe327c0112', 1, '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', '01a205e2-d46d-796f-8fd8-05648225939c', 'Хто там быў?', '2026-11-23T01:00:00+00:00', 0);
INSERT INTO "concept" VALUES ('01a205e2-d4e2-7335-a44e-58883a4740fe', 1, 'law', 'place of waiting', '');
INSERT INTO "evidence" VALUES ('01a205e2-d4bf-70f9-9c78-85544d5c4c9a', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', NULL, '01a205e2-d4bd-7463-8d89-c35f17ab939b', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a205e2-d4c2-7624-9a90-733c282be36d', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', NULL, '01a205e2-d4c2-712f-bd05-b0aca9cfcafd', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a205e2-d4c5-7c91-babb-3270f253bdbf', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', NULL, NULL, '01a205e2-d4c4-792d-947c-3fd1b04dd76d', NULL);
INSERT INTO "evidence" VALUES ('01a205e2-d4d6-749d-a550-09e465180528', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', NULL, '01a205e2-d4d6-7216-b80f-479f827b4c5b', NULL, NULL);
INSERT INTO "inflection" VALUES ('01a205e2-d4d5-7400-9195-ce08cc3a256a', 1, '01a205e2-d49b-7642-b2ec-d713f6c06cf8', 'Gen', 'Aleny Sokał');
INSERT INTO "machine_model" VALUES ('01a205e2-d4e4-71dd-a54c-00b53ef1c009', 1, 'tiny', 'en', 'be', '11', 12);
INSERT INTO "memory_batch" VALUES ('01a205e2-d4e3-78b8-961e-c39595780f9e', 1, 'Harbour memory', 'tmx', '00', 1, '2026-11-23T01:00:00+00:00');
INSERT INTO "mention" VALUES ('01a205e2-d4af-79a7-88a7-2b004268166a', 1, '01a205e2-d4ae-7bf9-bfd3-3e216ab9bf4c', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'mentioned', 'certain');
INSERT INTO "merging" VALUES ('01a205e2-d4d7-7dda-999f-939e234d3603', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', '0190d2c1-0000-7000-8000-000000000001', '[]');
INSERT INTO "meta" VALUES ('archive_id', '01a205e2-d45c-7aed-a7b5-fac1b28ca3e9');
INSERT INTO "meta" VALUES ('created', '2026-11-23T00:51:21.308Z');
INSERT INTO "meta" VALUES ('open', '');
INSERT INTO "meta" VALUES ('activity', '');
INSERT INTO "name" VALUES ('01a205e2-d49b-7642-b2ec-d713f6c06cf8', 2, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'Alena Sokał', 'en', 'preferred', 'Alena', '', 'Sokał', 'restricted', '');
INSERT INTO "name" VALUES ('01a205e2-d49c-77a2-970f-e494a09cafce', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'Алена Сокал', 'be', 'preferred', '', '', '', '', '');
INSERT INTO "name" VALUES ('01a205e2-d4a0-78f2-849e-b8ad1b4a56e0', 1, '01a205e2-d4a0-752d-8cf0-d2aa331e5501', 'Orša', 'en', 'preferred', '', '', '', '', '');
INSERT INTO "name" VALUES ('01a205e2-d4a2-7d49-9ab0-857d38ee8373', 1, '01a205e2-d4a2-79da-9250-b978a039d87b', 'Release', 'en', 'preferred', '', '', '', '', '');
INSERT INTO "name" VALUES ('01a205e2-d4d7-7301-a87e-c144ff27f5cf', 1, '01a205e2-d4d7-7119-a2c5-231bc15f770c', 'Alena S.', 'en', 'preferred', '', '', '', '', '');
INSERT INTO "name" VALUES ('01a205e2-d4db-7e18-97c7-f8fab3aceaec', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'Алёна Сокал', 'ru', 'forbidden', '', '', '', '', 'her own wish');
INSERT INTO "not_same" VALUES ('01a205e2-d4d7-74f4-9ed8-2079538c3521', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', '01a205e2-d4d7-7119-a2c5-231bc15f770c');
INSERT INTO "note" VALUES ('01a205e2-d4a7-7354-9a86-68e4a2d1e5ea', 1, '01a205e2-d4a6-7a85-8a18-1661b9554d20', 'нататка');
INSERT INTO "operation" VALUES (1, '01a205e2-d482-7c79-bdb8-ce1fd273631c', 'do', 'add_profile', 'Анэля Крушына', NULL, '2026-11-23T00:51:21.346Z', NULL, 'fixed');
INSERT INTO "operation" VALUES (2, '01a205e2-d495-7664-9dd8-85a7e90e8fa5', 'do', 'import_source', 'The gate', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.365Z', NULL, 'applied');
INSERT INTO "operation" VALUES (3, '01a205e2-d49c-7d49-8357-3d51743f5db3', 'do', 'create_record', 'Alena Sokał', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.372Z', NULL, 'applied');
INSERT INTO "operation" VALUES (4, '01a205e2-d4a0-7df3-89fc-2738305e7aa4', 'do', 'create_record', 'Orša', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.376Z', NULL, 'applied');
INSERT INTO "operation" VALUES (5, '01a205e2-d4a3-717d-9c06-2e9f1a7a182b', 'do', 'create_record', 'Release', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.379Z', NULL, 'applied');
INSERT INTO "operation" VALUES (6, '01a205e2-d4a7-7db6-9a2b-b4d5e791c504', 'do', 'add_note', '', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.383Z', NULL, 'applied');
INSERT INTO "operation" VALUES (7, '01a205e2-d4ac-737f-9d83-4acd6d10446f', 'do', 'add_tag', 'места', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.388Z', NULL, 'applied');
INSERT INTO "operation" VALUES (8, '01a205e2-d4b1-746d-bd5b-bf840cf47ade', 'do', 'link_passage', 'Alena Sokał', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.393Z', NULL, 'applied');
INSERT INTO "operation" VALUES (9, '01a205e2-d4b5-7f61-9ba4-14f3ed2f7cd3', 'do', 'mark_quote', 'We kept your chair', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.397Z', NULL, 'applied');
INSERT INTO "operation" VALUES (10, '01a205e2-d4ba-7a2e-8223-206d726c546c', 'do', 'write_translation', 'We kept your chair', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.402Z', NULL, 'applied');
INSERT INTO "operation" VALUES (11, '01a205e2-d4c0-703b-b04b-739ae4b7d368', 'do', 'add_statement', 'Alena Sokał', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.408Z', NULL, 'applied');
INSERT INTO "operation" VALUES (12, '01a205e2-d4c2-7c26-a29d-a43e353ea2ca', 'do', 'add_statement', 'Release', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.410Z', NULL, 'applied');
INSERT INTO "operation" VALUES (13, '01a205e2-d4c6-75c4-a6dc-0bb5d61928bb', 'do', 'add_participation', 'Alena Sokał', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.414Z', NULL, 'applied');
INSERT INTO "operation" VALUES (14, '01a205e2-d4c9-727f-8ef4-13c9bba18eb7', 'do', 'import_source', 'The gate', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.417Z', NULL, 'applied');
INSERT INTO "operation" VALUES (15, '01a205e2-d4ce-7f7b-84e3-53dfa4ce4d9d', 'do', 'import_source', '', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.422Z', NULL, 'applied');
INSERT INTO "operation" VALUES (16, '01a205e2-d4d2-79f7-85f5-eab2bb3a4e7d', 'do', 'import_source', '', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.426Z', NULL, 'applied');
INSERT INTO "operation" VALUES (17, '01a205e2-d4d9-73dc-aab3-9440e6511eed', 'do', 'edit_record', 'x', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.433Z', NULL, 'applied');
INSERT INTO "operation" VALUES (18, '01a205e2-d4e6-71a3-9208-f311c6677dd0', 'do', 'edit_record', 'x', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.446Z', NULL, 'applied');
INSERT INTO "operation" VALUES (19, '01a205e2-d4ec-708d-9931-48e736a8c6d6', 'do', 'add_relation', 'Orša', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.452Z', NULL, 'undone');
INSERT INTO "operation" VALUES (20, '01a205e2-d4f1-79ee-8db5-cbee6cf081bf', 'undo', 'add_relation', 'Orša', '01a205e2-d46d-796f-8fd8-05648225939c', '2026-11-23T00:51:21.457Z', 19, 'fixed');
INSERT INTO "own_property" VALUES ('01a205e2-d4d5-7be0-bd6a-befc2931d338', 1, 'own:cell', 'Cell', 'text', 'person place', 1);
INSERT INTO "own_word" VALUES ('01a205e2-d4e3-7295-bf1f-6d9b1809ff0b', 1, 'be', 'крэсла');
INSERT INTO "participation" VALUES ('01a205e2-d4c4-792d-947c-3fd1b04dd76d', 1, '01a205e2-d4a2-79da-9250-b978a039d87b', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'released', 'certain', '');
INSERT INTO "passage" VALUES ('01a205e2-d4a6-7a85-8a18-1661b9554d20', 2, '01a205e2-d4cc-77ae-a19e-0a8f62f127e1', 15, 19, 'gate', 'Corrected.
The ', ' of Orša.
Alena Sokał said: “We ', '');
INSERT INTO "passage" VALUES ('01a205e2-d4a9-7f27-bc2f-5a30d6da6964', 1, '01a205e2-d494-73ca-b5f4-51a9c0ee2940', 12, 16, 'Orša', 'The gate of ', '.
Alena Sokał said: “We kept you', '');
INSERT INTO "passage" VALUES ('01a205e2-d4ae-7bf9-bfd3-3e216ab9bf4c', 1, '01a205e2-d494-73ca-b5f4-51a9c0ee2940', 18, 29, 'Alena Sokał', 'The gate of Orša.
', ' said: “We kept your chair.”', '');
INSERT INTO "passage" VALUES ('01a205e2-d4b3-7c51-ace9-403e18db4137', 1, '01a205e2-d494-73ca-b5f4-51a9c0ee2940', 37, 55, 'We kept your chair', 'ate of Orša.
Alena Sokał said: “', '.”', '');
INSERT INTO "passage_tag" VALUES ('01a205e2-d4ab-7967-b2b8-527348a1149b', 1, '01a205e2-d4a9-7f27-bc2f-5a30d6da6964', '01a205e2-d4aa-7a89-bbbe-b424ed2ab07f');
INSERT INTO "profile" VALUES ('01a205e2-d46d-796f-8fd8-05648225939c', 1, 'Анэля Крушына', 'AK', 'be');
INSERT INTO "proposal" VALUES ('01a205e2-d4e1-7486-99a9-55c33a82412a', 1, '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', 'lt', 'Mes išsaugojome', 'en', 'We kept your chair', 'outside', 'R. K.', 'quotes.xlf', 'q-1', '', '2026-11-23T01:00:00+00:00');
INSERT INTO "published_translation" VALUES ('01a205e2-d4d1-7ef3-ad55-288ce223eedb', 1, '01a205e2-d490-7e4f-be08-78e719d18b10', '01a205e2-d4c8-774e-be1a-6c1ce7b899cd');
INSERT INTO "quote" VALUES ('01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', 3, '01a205e2-d4b3-7c51-ace9-403e18db4137', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'en', '', 'direct', 'open', 'ru', '01a205e2-d49a-7a5f-b76e-d60d9ab228a7');
INSERT INTO "quote_mark" VALUES ('01a205e2-d4de-7042-9607-a85ae1548a81', 1, '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', 0, 2, 'pause');
INSERT INTO "record" VALUES ('01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 2, 'person', '', 1, 'Prisoner 1');
INSERT INTO "record" VALUES ('01a205e2-d4a0-752d-8cf0-d2aa331e5501', 1, 'place', '', 0, '');
INSERT INTO "record" VALUES ('01a205e2-d4a2-79da-9250-b978a039d87b', 1, 'event', '', 0, '');
INSERT INTO "record" VALUES ('01a205e2-d4d7-7119-a2c5-231bc15f770c', 1, 'person', '', 0, '');
INSERT INTO "rejection" VALUES ('01a205e2-d4ce-7479-8bc4-9d7f8a4e712e', 1, '01a205e2-d490-7e4f-be08-78e719d18b10', 'quotation', 'kept', '', '');
INSERT INTO "review" VALUES ('01a205e2-d4df-7945-935e-c86750019fad', 1, '01a205e2-d4b9-7714-a0fe-164a46af8ace', '01a205e2-d46d-796f-8fd8-05648225939c', 'rejected', 'chair', 'Мы захавалі тваё крэсла', '2026-11-23T01:00:00+00:00');
INSERT INTO "source" VALUES ('01a205e2-d490-7e4f-be08-78e719d18b10', 1, 'The gate', '', 'Harbour', '', '2024-05', '', 'en', '', 'text/plain', 'article.txt', '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, '');
INSERT INTO "source" VALUES ('01a205e2-d4c8-774e-be1a-6c1ce7b899cd', 1, 'The gate', '', '', '', '', '', 'be', '', 'text/plain', 'article.txt', '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20, '');
INSERT INTO "statement" VALUES ('01a205e2-d4bd-7463-8d89-c35f17ab939b', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'office', 'librarian', '', NULL, 'certain', '', '', '', '');
INSERT INTO "statement" VALUES ('01a205e2-d4c2-712f-bd05-b0aca9cfcafd', 1, '01a205e2-d4a2-79da-9250-b978a039d87b', 'place', '01a205e2-d4a0-752d-8cf0-d2aa331e5501', '', '01a205e2-d4a0-752d-8cf0-d2aa331e5501', 'certain', '', '', '', '');
INSERT INTO "statement" VALUES ('01a205e2-d4d6-7216-b80f-479f827b4c5b', 1, '01a205e2-d49a-7a5f-b76e-d60d9ab228a7', 'own:cell', '7', 'en', NULL, 'probable', '2024-05', 'preferred', 'two letters', 'secret');
INSERT INTO "tag" VALUES ('01a205e2-d4aa-7a89-bbbe-b424ed2ab07f', 1, 'места');
INSERT INTO "term" VALUES ('01a205e2-d4e2-7a47-a210-91c6d3dd4e49', 1, '01a205e2-d4e2-7335-a44e-58883a4740fe', 'be', 'следчы ізалятар', 'preferred', '', 'noun');
INSERT INTO "text_version" VALUES ('01a205e2-d494-73ca-b5f4-51a9c0ee2940', 1, '01a205e2-d490-7e4f-be08-78e719d18b10', 1, '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 'a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 57, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a205e2-d4c8-7e0a-ab7f-2533c5db7a74', 1, '01a205e2-d4c8-774e-be1a-6c1ce7b899cd', 1, '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 'd18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 11, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a205e2-d4cc-77ae-a19e-0a8f62f127e1', 1, '01a205e2-d490-7e4f-be08-78e719d18b10', 2, 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 'c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 68, 'text', '1', '01a205e2-d4cb-786d-87d9-15e06aed04a9');
INSERT INTO "translation" VALUES ('01a205e2-d4b9-7714-a0fe-164a46af8ace', 2, '01a205e2-d4b4-7ca9-b2e0-5fd8bbdf68ae', 'be', 'Мы захавалі тваё крэсла', 'initial', '01a205e2-d46d-796f-8fd8-05648225939c', NULL, 'We kept your chair', 'skaryna:needs-rework', 'ru', 'Мы сохранили', 'memory', 1);
INSERT INTO "waiver" VALUES ('01a205e2-d4e0-7c29-b785-2077425be4bd', 1, '01a205e2-d4b9-7714-a0fe-164a46af8ace', '01a205e2-d46d-796f-8fd8-05648225939c', 'length', 'Мы', 'short');
COMMIT;
