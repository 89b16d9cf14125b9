PRAGMA application_id = 1397445209;
PRAGMA user_version = 1002;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
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
        kind VARCHAR NOT NULL, given VARCHAR DEFAULT '' NOT NULL, patronymic VARCHAR DEFAULT '' NOT NULL, family VARCHAR DEFAULT '' NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
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
        manner VARCHAR NOT NULL, level VARCHAR DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (passage_id),
        FOREIGN KEY(passage_id) REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(speaker_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
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
CREATE TABLE text_version (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        source_id VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        digest VARCHAR NOT NULL,
        blocks_digest VARCHAR NOT NULL,
        length INTEGER NOT NULL,
        reader VARCHAR NOT NULL,
        reader_version VARCHAR NOT NULL, capture_id VARCHAR
        REFERENCES capture (id) DEFERRABLE INITIALLY DEFERRED,
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
        quote_text VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(quote_id) REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(translator_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(reviewer_id) REFERENCES profile (id) DEFERRABLE INITIALLY DEFERRED
    );
CREATE INDEX ix_capture_original_digest ON capture (original_digest);
CREATE INDEX ix_capture_source_id ON capture (source_id);
CREATE INDEX ix_carrying_from_id ON carrying (from_id);
CREATE INDEX ix_carrying_passage_id ON carrying (passage_id);
CREATE UNIQUE INDEX ix_carrying_step ON carrying (passage_id, to_id);
CREATE INDEX ix_carrying_to_id ON carrying (to_id);
CREATE INDEX ix_change_operation ON change (operation);
CREATE INDEX ix_change_row ON change (table_name, row_id);
CREATE INDEX ix_evidence_name_id ON evidence (name_id);
CREATE INDEX ix_evidence_participation_id ON evidence (participation_id);
CREATE INDEX ix_evidence_passage_id ON evidence (passage_id);
CREATE INDEX ix_evidence_relation_id ON evidence (relation_id);
CREATE INDEX ix_evidence_statement_id ON evidence (statement_id);
CREATE UNIQUE INDEX ix_inflection_form ON inflection (name_id, grammatical_case, value);
CREATE INDEX ix_inflection_name_id ON inflection (name_id);
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
CREATE INDEX ix_participation_event_id ON participation (event_id);
CREATE INDEX ix_participation_record_id ON participation (record_id);
CREATE UNIQUE INDEX ix_passage_place ON passage (text_version_id, start, "end");
CREATE UNIQUE INDEX ix_passage_tag_pair ON passage_tag (passage_id, tag_id);
CREATE INDEX ix_passage_tag_passage_id ON passage_tag (passage_id);
CREATE INDEX ix_passage_tag_tag_id ON passage_tag (tag_id);
CREATE INDEX ix_passage_text_version_id ON passage (text_version_id);
CREATE INDEX ix_published_translation_original_id ON published_translation (original_id);
CREATE UNIQUE INDEX ix_published_translation_pair ON published_translation (original_id, translation_id);
CREATE INDEX ix_published_translation_translation_id ON published_translation (translation_id);
CREATE INDEX ix_quote_speaker_id ON quote (speaker_id);
CREATE INDEX ix_record_kind ON record (kind);
CREATE INDEX ix_rejection_source_id ON rejection (source_id);
CREATE INDEX ix_relation_from_id ON relation (from_id);
CREATE INDEX ix_relation_to_id ON relation (to_id);
CREATE INDEX ix_source_original_digest ON source (original_digest);
CREATE INDEX ix_statement_place_id ON statement (place_id);
CREATE INDEX ix_statement_record_id ON statement (record_id);
CREATE INDEX ix_text_version_capture_id ON text_version (capture_id);
CREATE INDEX ix_text_version_source_id ON text_version (source_id);
CREATE UNIQUE INDEX ix_translation_pair ON translation (quote_id, language);
CREATE INDEX ix_translation_quote_id ON translation (quote_id);
CREATE INDEX ix_translation_reviewer_id ON translation (reviewer_id);
CREATE INDEX ix_translation_state ON translation (state);
CREATE INDEX ix_translation_translator_id ON translation (translator_id);
INSERT INTO "alembic_version" VALUES ('0003');
INSERT INTO "blob" VALUES ('55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, X'5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 28, X'5B5B302C31372C2270222C305D2C5B31382C35372C2270222C305D5D');
INSERT INTO "blob" VALUES ('6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20, X'D091D180D0B0D0BCD0B020D09ED180D188D18B2E');
INSERT INTO "blob" VALUES ('d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 14, X'5B5B302C31312C2270222C305D5D');
INSERT INTO "blob" VALUES ('b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74, X'436F727265637465642E0A5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 42, X'5B5B302C31302C2270222C305D2C5B31312C32382C2270222C305D2C5B32392C36382C2270222C305D5D');
INSERT INTO "capture" VALUES ('01a2051b-b6f4-7202-9bb9-3e890cce7dca', 1, '01a2051b-b675-7cb3-b4a8-509b64df4e92', '2025-01-02', 'text/plain', 'again.txt', 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74);
INSERT INTO "carrying" VALUES ('01a2051b-b6f5-7c00-8ad8-4b46142334aa', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', '01a2051b-b677-7759-bc34-b6d693a057d8', '01a2051b-b6f5-760f-a441-184c335db529', 'certain', 100, 4, 8, 'gate', 'The ', ' of Orša.
Alena Sokał said: “We ');
INSERT INTO "change" VALUES (1, 1, 'profile', '01a2051b-b581-7c77-a9e3-ce86337a18f6', NULL, '{"id":"01a2051b-b581-7c77-a9e3-ce86337a18f6","initials":"AK","language":"be","name":"Анэля Крушына","revision":1}', '8331425ce70aa7bf41cbdb19c8fffbcb02f39f109fa47705a086e3c5e163c50f');
INSERT INTO "change" VALUES (2, 2, 'source', '01a2051b-b675-7cb3-b4a8-509b64df4e92', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a2051b-b675-7cb3-b4a8-509b64df4e92","language":"en","level":"","media_type":"text/plain","original_digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","original_size":63,"published":"2024-05","publisher":"Harbour","retrieved":"","revision":1,"rights":"","title":"The gate"}', 'ae44c40ff1945e05dad7511e163618572c1da6d816e85f6c66a7df030983ac20');
INSERT INTO "change" VALUES (3, 2, 'text_version', '01a2051b-b677-7759-bc34-b6d693a057d8', NULL, '{"blocks_digest":"a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c","capture_id":null,"digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","id":"01a2051b-b677-7759-bc34-b6d693a057d8","length":57,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2051b-b675-7cb3-b4a8-509b64df4e92"}', 'fce7515803d53c7b36205d43d3e6d7f3f8ea210a748e0feaf209b03896a15c3f');
INSERT INTO "change" VALUES (4, 3, 'record', '01a2051b-b68b-742e-ab5c-a2847bb770ba', NULL, '{"id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', '35b5a3a4cf8fe7f1102193270214f3b8f34dd6ec161b8b8804751dd428c9c2b2');
INSERT INTO "change" VALUES (5, 3, 'name', '01a2051b-b68c-79d1-b66c-0cc764e01057', NULL, '{"family":"","given":"","id":"01a2051b-b68c-79d1-b66c-0cc764e01057","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"tag":"en","value":"Alena Sokał"}', '5f90b4f80d2602caef9d1d353c8703a1427beb28ee02e68dec666a13ab36da59');
INSERT INTO "change" VALUES (6, 3, 'name', '01a2051b-b68d-767c-9a27-aed02ae17dee', NULL, '{"family":"","given":"","id":"01a2051b-b68d-767c-9a27-aed02ae17dee","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"tag":"be","value":"Алена Сокал"}', '1792d9f864109c836416245f1ae31f128b9059bed68ba597d85ddba9f32ddecb');
INSERT INTO "change" VALUES (7, 4, 'record', '01a2051b-b694-77ff-95b6-45254bc41131', NULL, '{"id":"01a2051b-b694-77ff-95b6-45254bc41131","kind":"place","level":"","protected":false,"pseudonym":"","revision":1}', '506bc802073730e1edae1c6311f3730a455e3040fd0b5d16e71143a83a8b38bf');
INSERT INTO "change" VALUES (8, 4, 'name', '01a2051b-b694-7d06-bf47-17221016f753', NULL, '{"family":"","given":"","id":"01a2051b-b694-7d06-bf47-17221016f753","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b694-77ff-95b6-45254bc41131","revision":1,"tag":"en","value":"Orša"}', 'f40b857cb17d5e6838fa25113d34c97b70f0ee721728919b42325cec2852159d');
INSERT INTO "change" VALUES (9, 5, 'record', '01a2051b-b697-77f9-81b5-c0a028726c82', NULL, '{"id":"01a2051b-b697-77f9-81b5-c0a028726c82","kind":"event","level":"","protected":false,"pseudonym":"","revision":1}', 'dd57ec37e0bc595e61c78a0d69fbbc20dab3d879659c1f1c8dbcef7ca7a1b6d4');
INSERT INTO "change" VALUES (10, 5, 'name', '01a2051b-b697-7d25-9909-dd30aa49cbcb', NULL, '{"family":"","given":"","id":"01a2051b-b697-7d25-9909-dd30aa49cbcb","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b697-77f9-81b5-c0a028726c82","revision":1,"tag":"en","value":"Release"}', '935b9dc1cbe7b69b755854b219bd799016f4a2b1eb0c8c95722c8f579d65cac4');
INSERT INTO "change" VALUES (11, 6, 'passage', '01a2051b-b6a3-7352-9d39-d3ce80daefef', NULL, '{"end":8,"exact":"gate","id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","level":"","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2051b-b677-7759-bc34-b6d693a057d8"}', '12134847b0381b1f89e49847fa327f33e3d73aad5edcc73cb9fcb9ded0d73786');
INSERT INTO "change" VALUES (12, 6, 'note', '01a2051b-b6a3-7ff0-84e0-7a79a3797c85', NULL, '{"body":"нататка","id":"01a2051b-b6a3-7ff0-84e0-7a79a3797c85","passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","revision":1}', '0899156ac4585ee092f032bd3383be06b239ce77beab7e2fe563dcd0dcff408f');
INSERT INTO "change" VALUES (13, 7, 'passage', '01a2051b-b6a7-767b-a679-eeb68363273c', NULL, '{"end":16,"exact":"Orša","id":"01a2051b-b6a7-767b-a679-eeb68363273c","level":"","prefix":"The gate of ","revision":1,"start":12,"suffix":".\nAlena Sokał said: “We kept you","text_version_id":"01a2051b-b677-7759-bc34-b6d693a057d8"}', '062866cf875e6c408ffcc99fe82d77786820005caeb25b522295d3087c31baa4');
INSERT INTO "change" VALUES (14, 7, 'tag', '01a2051b-b6a8-7291-a170-379ae3949487', NULL, '{"id":"01a2051b-b6a8-7291-a170-379ae3949487","label":"места","revision":1}', '3952d0156842ecd9d71b8b50a534b6b00fe6890e2c6bdfe5c11c75796af6566b');
INSERT INTO "change" VALUES (15, 7, 'passage_tag', '01a2051b-b6a9-74ff-9d59-4e8a69094e41', NULL, '{"id":"01a2051b-b6a9-74ff-9d59-4e8a69094e41","passage_id":"01a2051b-b6a7-767b-a679-eeb68363273c","revision":1,"tag_id":"01a2051b-b6a8-7291-a170-379ae3949487"}', 'e9ddd0cb4d70b809984942c5c6b6482a4f2581c4af97c7b7deaceabf625c7f54');
INSERT INTO "change" VALUES (16, 8, 'passage', '01a2051b-b6ad-734d-a2e9-07de7f9b17ad', NULL, '{"end":29,"exact":"Alena Sokał","id":"01a2051b-b6ad-734d-a2e9-07de7f9b17ad","level":"","prefix":"The gate of Orša.\n","revision":1,"start":18,"suffix":" said: “We kept your chair.”","text_version_id":"01a2051b-b677-7759-bc34-b6d693a057d8"}', 'b2bf520484d92c2db3e0f4fd834e4d799f308b2a395a6a2259d00dff8ef9ff7d');
INSERT INTO "change" VALUES (17, 8, 'mention', '01a2051b-b6ae-717b-9621-e0b9a31debf8', NULL, '{"certainty":"certain","id":"01a2051b-b6ae-717b-9621-e0b9a31debf8","passage_id":"01a2051b-b6ad-734d-a2e9-07de7f9b17ad","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"role":"mentioned"}', 'ccb0ba3306d731956806fcb661679b57fd8a6deeae081d4606e86568119a3b5d');
INSERT INTO "change" VALUES (18, 9, 'passage', '01a2051b-b6b7-75f9-b7e6-266476ea2bc3', NULL, '{"end":55,"exact":"We kept your chair","id":"01a2051b-b6b7-75f9-b7e6-266476ea2bc3","level":"","prefix":"ate of Orša.\nAlena Sokał said: “","revision":1,"start":37,"suffix":".”","text_version_id":"01a2051b-b677-7759-bc34-b6d693a057d8"}', '0bba82fb7ebd9388e1f6385389472c30ec35194cca43e68251e0b05e00e281a5');
INSERT INTO "change" VALUES (19, 9, 'quote', '01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d', NULL, '{"id":"01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d","level":"","manner":"direct","passage_id":"01a2051b-b6b7-75f9-b7e6-266476ea2bc3","published_language":"en","revision":1,"speaker_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","spoken_language":""}', 'd5bdfffb84a6ef3344a4ca7d786dc8e1f15ebe0bb07e207562d2ecaba5ed0807');
INSERT INTO "change" VALUES (20, 10, 'translation', '01a2051b-b6c7-7335-b071-16e17697f08b', NULL, '{"id":"01a2051b-b6c7-7335-b071-16e17697f08b","language":"be","quote_id":"01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d","quote_text":"We kept your chair","reviewer_id":null,"revision":1,"state":"initial","text":"Мы захавалі тваё крэсла","translator_id":"01a2051b-b581-7c77-a9e3-ce86337a18f6"}', '3f41928bbc7830209d0ee536aa76e23d74ec3cecdea4cb288ab3f1cd83c8973b');
INSERT INTO "change" VALUES (21, 11, 'statement', '01a2051b-b6cd-7534-b518-4a03bbaa6b56', NULL, '{"certainty":"certain","dated":"","id":"01a2051b-b6cd-7534-b518-4a03bbaa6b56","language":"","level":"","place_id":null,"property":"office","reason":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"standing":"","value":"librarian"}', 'a410bbb6566403b04dc0bb668d5443370437547f9f30b663a9c9fa92fff837df');
INSERT INTO "change" VALUES (22, 11, 'evidence', '01a2051b-b6cf-74b9-91f1-7bc0cdf817a4', NULL, '{"id":"01a2051b-b6cf-74b9-91f1-7bc0cdf817a4","name_id":null,"participation_id":null,"passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":null,"revision":1,"statement_id":"01a2051b-b6cd-7534-b518-4a03bbaa6b56"}', '455cb005e8136be72e9b92c1d5ecdfc11434f633d677f12dd2f8dc35c3d5fe15');
INSERT INTO "change" VALUES (23, 12, 'statement', '01a2051b-b6d8-7a3f-aab0-ecb429976d91', NULL, '{"certainty":"certain","dated":"","id":"01a2051b-b6d8-7a3f-aab0-ecb429976d91","language":"","level":"","place_id":"01a2051b-b694-77ff-95b6-45254bc41131","property":"place","reason":"","record_id":"01a2051b-b697-77f9-81b5-c0a028726c82","revision":1,"standing":"","value":"01a2051b-b694-77ff-95b6-45254bc41131"}', '965c56a256fcfb81aeae7904404afebe8bd8acfc789fa3878f29db6c38e1b06f');
INSERT INTO "change" VALUES (24, 12, 'evidence', '01a2051b-b6d9-7054-a72f-1b4df296ab14', NULL, '{"id":"01a2051b-b6d9-7054-a72f-1b4df296ab14","name_id":null,"participation_id":null,"passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":null,"revision":1,"statement_id":"01a2051b-b6d8-7a3f-aab0-ecb429976d91"}', '1e4a9170a67b63faddc5ed5f9d9ad916faf765bf427eed22c69e73ccc807bdcc');
INSERT INTO "change" VALUES (25, 13, 'participation', '01a2051b-b6e0-7aeb-a93b-9e30b8d37bac', NULL, '{"certainty":"certain","event_id":"01a2051b-b697-77f9-81b5-c0a028726c82","id":"01a2051b-b6e0-7aeb-a93b-9e30b8d37bac","level":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"role":"released"}', '0370409315d7fa19c2590f91b80f4c7c059927bbf831883ce1f77a944377539a');
INSERT INTO "change" VALUES (26, 13, 'evidence', '01a2051b-b6e2-78d7-b7a6-a750f8eb3659', NULL, '{"id":"01a2051b-b6e2-78d7-b7a6-a750f8eb3659","name_id":null,"participation_id":"01a2051b-b6e0-7aeb-a93b-9e30b8d37bac","passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":null,"revision":1,"statement_id":null}', 'd3beb9e42ca3fa7f00c202c53f9d4b4e55bcdefb2e18bd00c7509326d6875f3f');
INSERT INTO "change" VALUES (27, 14, 'source', '01a2051b-b6ea-7513-a4e6-79d9da674708', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a2051b-b6ea-7513-a4e6-79d9da674708","language":"be","level":"","media_type":"text/plain","original_digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","original_size":20,"published":"","publisher":"","retrieved":"","revision":1,"rights":"","title":"The gate"}', '774c19bc6ca6e383ec8ac5aad1e65f9072b42ff4ae31b87c7c4be3b1b9481594');
INSERT INTO "change" VALUES (28, 14, 'text_version', '01a2051b-b6ea-7c67-84a3-674c6dab9be2', NULL, '{"blocks_digest":"d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7","capture_id":null,"digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","id":"01a2051b-b6ea-7c67-84a3-674c6dab9be2","length":11,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2051b-b6ea-7513-a4e6-79d9da674708"}', '6791a8c82d326291925e5fd152e7654588a3e0cc45d5471850e6f0131d38b490');
INSERT INTO "change" VALUES (29, 15, 'capture', '01a2051b-b6f4-7202-9bb9-3e890cce7dca', NULL, '{"file_name":"again.txt","id":"01a2051b-b6f4-7202-9bb9-3e890cce7dca","media_type":"text/plain","original_digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","original_size":74,"retrieved":"2025-01-02","revision":1,"source_id":"01a2051b-b675-7cb3-b4a8-509b64df4e92"}', 'f0a5bb4a4e5f27185e48028d8c38d3da0b186d61230f161db4edd47430a47517');
INSERT INTO "change" VALUES (30, 15, 'text_version', '01a2051b-b6f5-760f-a441-184c335db529', NULL, '{"blocks_digest":"c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391","capture_id":"01a2051b-b6f4-7202-9bb9-3e890cce7dca","digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","id":"01a2051b-b6f5-760f-a441-184c335db529","length":68,"number":2,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2051b-b675-7cb3-b4a8-509b64df4e92"}', '8534e340e25cd722bc5ac379679d3187f7502c50416a3b31c37079bad4d9300d');
INSERT INTO "change" VALUES (31, 15, 'carrying', '01a2051b-b6f5-7c00-8ad8-4b46142334aa', NULL, '{"confidence":100,"end":8,"exact":"gate","from_id":"01a2051b-b677-7759-bc34-b6d693a057d8","how":"certain","id":"01a2051b-b6f5-7c00-8ad8-4b46142334aa","passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","to_id":"01a2051b-b6f5-760f-a441-184c335db529"}', 'da89d74ab7dfa62f24606d679cdd05f8786dec6d0ab212c1a2fcbe91baec1582');
INSERT INTO "change" VALUES (32, 15, 'passage', '01a2051b-b6a3-7352-9d39-d3ce80daefef', '{"end":8,"exact":"gate","id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","level":"","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2051b-b677-7759-bc34-b6d693a057d8"}', '{"end":19,"exact":"gate","id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","level":"","prefix":"Corrected.\nThe ","revision":2,"start":15,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2051b-b6f5-760f-a441-184c335db529"}', '5325e3b04a19a67ff8b97d5e8d950ecff08da97d8af5058d5d10c22fb14c6961');
INSERT INTO "change" VALUES (33, 15, 'rejection', '01a2051b-b6fe-71dc-b94f-4b2488d7dc1f', NULL, '{"exact":"kept","id":"01a2051b-b6fe-71dc-b94f-4b2488d7dc1f","kind":"quotation","prefix":"","revision":1,"source_id":"01a2051b-b675-7cb3-b4a8-509b64df4e92","suffix":""}', '8c6bd08dc58d49e998bc250c698e2e6f50ccc43202f79894a4424dd0127d5240');
INSERT INTO "change" VALUES (34, 16, 'published_translation', '01a2051b-b70c-7ab4-8173-83e80ddaf1bc', NULL, '{"id":"01a2051b-b70c-7ab4-8173-83e80ddaf1bc","original_id":"01a2051b-b675-7cb3-b4a8-509b64df4e92","revision":1,"translation_id":"01a2051b-b6ea-7513-a4e6-79d9da674708"}', 'd73bc4975d1e605233289df7b96be534894f19de9654decf629a41fab75c8229');
INSERT INTO "change" VALUES (35, 17, 'name', '01a2051b-b68c-79d1-b66c-0cc764e01057', '{"family":"","given":"","id":"01a2051b-b68c-79d1-b66c-0cc764e01057","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"tag":"en","value":"Alena Sokał"}', '{"family":"Sokał","given":"Alena","id":"01a2051b-b68c-79d1-b66c-0cc764e01057","kind":"preferred","level":"restricted","patronymic":"","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":2,"tag":"en","value":"Alena Sokał"}', '717e6d680dab7c808aa5556a6ae6b9a114bbbc227bdaa62849d23a5bfe05b83a');
INSERT INTO "change" VALUES (36, 17, 'inflection', '01a2051b-b712-7f7f-98e4-9e508307f2b8', NULL, '{"grammatical_case":"Gen","id":"01a2051b-b712-7f7f-98e4-9e508307f2b8","name_id":"01a2051b-b68c-79d1-b66c-0cc764e01057","revision":1,"value":"Aleny Sokał"}', '538f918652ae91939691d365dd02de5782e94340aa206786c669b2c4ccaf142e');
INSERT INTO "change" VALUES (37, 17, 'own_property', '01a2051b-b713-7a62-8c5a-6570f28073c6', NULL, '{"id":"01a2051b-b713-7a62-8c5a-6570f28073c6","key":"own:cell","kinds":"person place","label":"Cell","revision":1,"single":true,"value_type":"text"}', '2a164d9a910022122f218efc438879e35c442f4be45047b0b960f1c28238e888');
INSERT INTO "change" VALUES (38, 17, 'statement', '01a2051b-b71a-77b3-80e1-70aeb07c9e26', NULL, '{"certainty":"probable","dated":"2024-05","id":"01a2051b-b71a-77b3-80e1-70aeb07c9e26","language":"en","level":"secret","place_id":null,"property":"own:cell","reason":"two letters","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"standing":"preferred","value":"7"}', '7f9e7cfb3851d0eff32f611952a64a38bc40e5ddaf32d534adc325b62f71df9e');
INSERT INTO "change" VALUES (39, 17, 'evidence', '01a2051b-b71a-7c02-9d73-2d77e5c0ca63', NULL, '{"id":"01a2051b-b71a-7c02-9d73-2d77e5c0ca63","name_id":null,"participation_id":null,"passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":null,"revision":1,"statement_id":"01a2051b-b71a-77b3-80e1-70aeb07c9e26"}', 'e3cd12ccc986df612ef104fc11e8d88f85694752e31ebc28ae3ee44768f297c6');
INSERT INTO "change" VALUES (40, 17, 'record', '01a2051b-b68b-742e-ab5c-a2847bb770ba', '{"id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', '{"id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","kind":"person","level":"","protected":true,"pseudonym":"Prisoner 1","revision":2}', 'bc7dd52dbf1a863f2390179283b2baa36e0cea1ebc16bf4b2368cd49e861b496');
INSERT INTO "change" VALUES (41, 17, 'record', '01a2051b-b723-7ef0-85f9-4ad28cf02e60', NULL, '{"id":"01a2051b-b723-7ef0-85f9-4ad28cf02e60","kind":"person","level":"","protected":false,"pseudonym":"","revision":1}', 'd4746319540483ce9d5a66cd23eb2bfc14797f04004fe6deb4c44f80288ea183');
INSERT INTO "change" VALUES (42, 17, 'name', '01a2051b-b724-73fa-a56f-2beae36af8d5', NULL, '{"family":"","given":"","id":"01a2051b-b724-73fa-a56f-2beae36af8d5","kind":"preferred","level":"","patronymic":"","record_id":"01a2051b-b723-7ef0-85f9-4ad28cf02e60","revision":1,"tag":"en","value":"Alena S."}', '9fa6d5f921e70e188b0acfc2b33574b70d4a96010e98ae248273f0eccbd22fe2');
INSERT INTO "change" VALUES (43, 17, 'not_same', '01a2051b-b724-76c1-8c67-ff3dfd94c55a', NULL, '{"id":"01a2051b-b724-76c1-8c67-ff3dfd94c55a","one_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","other_id":"01a2051b-b723-7ef0-85f9-4ad28cf02e60","revision":1}', 'c72362d50a5b55714e8ab42a95490cc71f4a52a484b7ef2b29d093efae773315');
INSERT INTO "change" VALUES (44, 17, 'merging', '01a2051b-b725-7255-b58b-7e8f9fa9f16b', NULL, '{"id":"01a2051b-b725-7255-b58b-7e8f9fa9f16b","merged_id":"0190d2c1-0000-7000-8000-000000000001","record_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","revision":1,"taken":"[]"}', '9bdc38929125b48a59ea02f4659ca5b31c2822a5a0ada079ea153bea8d5dc01d');
INSERT INTO "change" VALUES (45, 17, 'quote', '01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d', '{"id":"01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d","level":"","manner":"direct","passage_id":"01a2051b-b6b7-75f9-b7e6-266476ea2bc3","published_language":"en","revision":1,"speaker_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","spoken_language":""}', '{"id":"01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d","level":"open","manner":"direct","passage_id":"01a2051b-b6b7-75f9-b7e6-266476ea2bc3","published_language":"en","revision":2,"speaker_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","spoken_language":""}', '86f428428905ceba21d7d7070b407e0f909840a2c921fb42d2aa1a18ff09198b');
INSERT INTO "change" VALUES (46, 18, 'relation', '01a2051b-b72c-7b07-92f2-fc2a2360ff73', NULL, '{"certainty":"certain","dated":"","from_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","id":"01a2051b-b72c-7b07-92f2-fc2a2360ff73","kind":"part of","level":"","revision":1,"to_id":"01a2051b-b694-77ff-95b6-45254bc41131"}', 'cd109b0ecca6b594dd7a5f33c78c25faa05038031c8d8665f4babdc3904061bb');
INSERT INTO "change" VALUES (47, 18, 'evidence', '01a2051b-b72e-7947-be41-e0e2c3491ca5', NULL, '{"id":"01a2051b-b72e-7947-be41-e0e2c3491ca5","name_id":null,"participation_id":null,"passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":"01a2051b-b72c-7b07-92f2-fc2a2360ff73","revision":1,"statement_id":null}', 'a372f6cfbef00c0acac44ce45245e7f2e306d674d5c24f400f20e3150caadac4');
INSERT INTO "change" VALUES (48, 19, 'evidence', '01a2051b-b72e-7947-be41-e0e2c3491ca5', '{"id":"01a2051b-b72e-7947-be41-e0e2c3491ca5","name_id":null,"participation_id":null,"passage_id":"01a2051b-b6a3-7352-9d39-d3ce80daefef","relation_id":"01a2051b-b72c-7b07-92f2-fc2a2360ff73","revision":1,"statement_id":null}', NULL, 'bb0f0d8af00960f56bbefc131ac0d908cbc1bc2ee1e2a813252ca69a85761d1d');
INSERT INTO "change" VALUES (49, 19, 'relation', '01a2051b-b72c-7b07-92f2-fc2a2360ff73', '{"certainty":"certain","dated":"","from_id":"01a2051b-b68b-742e-ab5c-a2847bb770ba","id":"01a2051b-b72c-7b07-92f2-fc2a2360ff73","kind":"part of","level":"","revision":1,"to_id":"01a2051b-b694-77ff-95b6-45254bc41131"}', NULL, '691f9b671c68ee4e2bb39419c519850ccaaf4ff92bc7bb8933a67072b74623d4');
INSERT INTO "evidence" VALUES ('01a2051b-b6cf-74b9-91f1-7bc0cdf817a4', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', NULL, '01a2051b-b6cd-7534-b518-4a03bbaa6b56', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a2051b-b6d9-7054-a72f-1b4df296ab14', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', NULL, '01a2051b-b6d8-7a3f-aab0-ecb429976d91', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a2051b-b6e2-78d7-b7a6-a750f8eb3659', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', NULL, NULL, '01a2051b-b6e0-7aeb-a93b-9e30b8d37bac', NULL);
INSERT INTO "evidence" VALUES ('01a2051b-b71a-7c02-9d73-2d77e5c0ca63', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', NULL, '01a2051b-b71a-77b3-80e1-70aeb07c9e26', NULL, NULL);
INSERT INTO "inflection" VALUES ('01a2051b-b712-7f7f-98e4-9e508307f2b8', 1, '01a2051b-b68c-79d1-b66c-0cc764e01057', 'Gen', 'Aleny Sokał');
INSERT INTO "mention" VALUES ('01a2051b-b6ae-717b-9621-e0b9a31debf8', 1, '01a2051b-b6ad-734d-a2e9-07de7f9b17ad', '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'mentioned', 'certain');
INSERT INTO "merging" VALUES ('01a2051b-b725-7255-b58b-7e8f9fa9f16b', 1, '01a2051b-b68b-742e-ab5c-a2847bb770ba', '0190d2c1-0000-7000-8000-000000000001', '[]');
INSERT INTO "meta" VALUES ('archive_id', '01a2051b-b562-7b65-a61e-9b35d39bf88f');
INSERT INTO "meta" VALUES ('created', '2026-11-22T21:13:51.714Z');
INSERT INTO "meta" VALUES ('open', '');
INSERT INTO "meta" VALUES ('activity', '');
INSERT INTO "name" VALUES ('01a2051b-b68c-79d1-b66c-0cc764e01057', 2, '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'Alena Sokał', 'en', 'preferred', 'Alena', '', 'Sokał', 'restricted');
INSERT INTO "name" VALUES ('01a2051b-b68d-767c-9a27-aed02ae17dee', 1, '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'Алена Сокал', 'be', 'preferred', '', '', '', '');
INSERT INTO "name" VALUES ('01a2051b-b694-7d06-bf47-17221016f753', 1, '01a2051b-b694-77ff-95b6-45254bc41131', 'Orša', 'en', 'preferred', '', '', '', '');
INSERT INTO "name" VALUES ('01a2051b-b697-7d25-9909-dd30aa49cbcb', 1, '01a2051b-b697-77f9-81b5-c0a028726c82', 'Release', 'en', 'preferred', '', '', '', '');
INSERT INTO "name" VALUES ('01a2051b-b724-73fa-a56f-2beae36af8d5', 1, '01a2051b-b723-7ef0-85f9-4ad28cf02e60', 'Alena S.', 'en', 'preferred', '', '', '', '');
INSERT INTO "not_same" VALUES ('01a2051b-b724-76c1-8c67-ff3dfd94c55a', 1, '01a2051b-b68b-742e-ab5c-a2847bb770ba', '01a2051b-b723-7ef0-85f9-4ad28cf02e60');
INSERT INTO "note" VALUES ('01a2051b-b6a3-7ff0-84e0-7a79a3797c85', 1, '01a2051b-b6a3-7352-9d39-d3ce80daefef', 'нататка');
INSERT INTO "operation" VALUES (1, '01a2051b-b5a8-73ab-ac08-4674a2786e3f', 'do', 'add_profile', 'Анэля Крушына', NULL, '2026-11-22T21:13:51.784Z', NULL, 'fixed');
INSERT INTO "operation" VALUES (2, '01a2051b-b679-750c-9bd8-d78a55c97161', 'do', 'import_source', 'The gate', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:51.993Z', NULL, 'applied');
INSERT INTO "operation" VALUES (3, '01a2051b-b68d-7ca8-b8a6-2e09558b169b', 'do', 'create_record', 'Alena Sokał', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.013Z', NULL, 'applied');
INSERT INTO "operation" VALUES (4, '01a2051b-b695-734f-b2fb-7fed47dbf399', 'do', 'create_record', 'Orša', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.021Z', NULL, 'applied');
INSERT INTO "operation" VALUES (5, '01a2051b-b698-72ce-bd8d-d961adc324e6', 'do', 'create_record', 'Release', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.024Z', NULL, 'applied');
INSERT INTO "operation" VALUES (6, '01a2051b-b6a4-7b2c-847a-dd84733debf7', 'do', 'add_note', '', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.036Z', NULL, 'applied');
INSERT INTO "operation" VALUES (7, '01a2051b-b6a9-7d6e-abee-2cad07322cd9', 'do', 'add_tag', 'места', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.041Z', NULL, 'applied');
INSERT INTO "operation" VALUES (8, '01a2051b-b6af-7614-a127-05d8ee7acf5e', 'do', 'link_passage', 'Alena Sokał', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.047Z', NULL, 'applied');
INSERT INTO "operation" VALUES (9, '01a2051b-b6b9-7def-a022-36b1c6eec5dd', 'do', 'mark_quote', 'We kept your chair', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.057Z', NULL, 'applied');
INSERT INTO "operation" VALUES (10, '01a2051b-b6c8-7e5a-b721-d34fb970988d', 'do', 'write_translation', 'We kept your chair', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.072Z', NULL, 'applied');
INSERT INTO "operation" VALUES (11, '01a2051b-b6d4-76ba-8e90-23b76815e5c5', 'do', 'add_statement', 'Alena Sokał', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.084Z', NULL, 'applied');
INSERT INTO "operation" VALUES (12, '01a2051b-b6d9-79a6-8029-2c15b4c08ece', 'do', 'add_statement', 'Release', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.089Z', NULL, 'applied');
INSERT INTO "operation" VALUES (13, '01a2051b-b6e3-727f-9591-647e3aa38907', 'do', 'add_participation', 'Alena Sokał', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.099Z', NULL, 'applied');
INSERT INTO "operation" VALUES (14, '01a2051b-b6eb-7131-a4c5-0c38e89ec4a3', 'do', 'import_source', 'The gate', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.107Z', NULL, 'applied');
INSERT INTO "operation" VALUES (15, '01a2051b-b6ff-711a-a400-ac47ced467aa', 'do', 'import_source', '', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.127Z', NULL, 'applied');
INSERT INTO "operation" VALUES (16, '01a2051b-b70d-78a7-8601-80541df71a04', 'do', 'import_source', '', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.141Z', NULL, 'applied');
INSERT INTO "operation" VALUES (17, '01a2051b-b726-7c7b-8ee1-7ca52f701724', 'do', 'edit_record', 'x', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.166Z', NULL, 'applied');
INSERT INTO "operation" VALUES (18, '01a2051b-b72f-7473-a53e-ba760a2e00d4', 'do', 'add_relation', 'Orša', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.175Z', NULL, 'undone');
INSERT INTO "operation" VALUES (19, '01a2051b-b74b-78ce-9c54-64b48e84cd5d', 'undo', 'add_relation', 'Orša', '01a2051b-b581-7c77-a9e3-ce86337a18f6', '2026-11-22T21:13:52.203Z', 18, 'fixed');
INSERT INTO "own_property" VALUES ('01a2051b-b713-7a62-8c5a-6570f28073c6', 1, 'own:cell', 'Cell', 'text', 'person place', 1);
INSERT INTO "participation" VALUES ('01a2051b-b6e0-7aeb-a93b-9e30b8d37bac', 1, '01a2051b-b697-77f9-81b5-c0a028726c82', '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'released', 'certain', '');
INSERT INTO "passage" VALUES ('01a2051b-b6a3-7352-9d39-d3ce80daefef', 2, '01a2051b-b6f5-760f-a441-184c335db529', 15, 19, 'gate', 'Corrected.
The ', ' of Orša.
Alena Sokał said: “We ', '');
INSERT INTO "passage" VALUES ('01a2051b-b6a7-767b-a679-eeb68363273c', 1, '01a2051b-b677-7759-bc34-b6d693a057d8', 12, 16, 'Orša', 'The gate of ', '.
Alena Sokał said: “We kept you', '');
INSERT INTO "passage" VALUES ('01a2051b-b6ad-734d-a2e9-07de7f9b17ad', 1, '01a2051b-b677-7759-bc34-b6d693a057d8', 18, 29, 'Alena Sokał', 'The gate of Orša.
', ' said: “We kept your chair.”', '');
INSERT INTO "passage" VALUES ('01a2051b-b6b7-75f9-b7e6-266476ea2bc3', 1, '01a2051b-b677-7759-bc34-b6d693a057d8', 37, 55, 'We kept your chair', 'ate of Orša.
Alena Sokał said: “', '.”', '');
INSERT INTO "passage_tag" VALUES ('01a2051b-b6a9-74ff-9d59-4e8a69094e41', 1, '01a2051b-b6a7-767b-a679-eeb68363273c', '01a2051b-b6a8-7291-a170-379ae3949487');
INSERT INTO "profile" VALUES ('01a2051b-b581-7c77-a9e3-ce86337a18f6', 1, 'Анэля Крушына', 'AK', 'be');
INSERT INTO "published_translation" VALUES ('01a2051b-b70c-7ab4-8173-83e80ddaf1bc', 1, '01a2051b-b675-7cb3-b4a8-509b64df4e92', '01a2051b-b6ea-7513-a4e6-79d9da674708');
INSERT INTO "quote" VALUES ('01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d', 2, '01a2051b-b6b7-75f9-b7e6-266476ea2bc3', '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'en', '', 'direct', 'open');
INSERT INTO "record" VALUES ('01a2051b-b68b-742e-ab5c-a2847bb770ba', 2, 'person', '', 1, 'Prisoner 1');
INSERT INTO "record" VALUES ('01a2051b-b694-77ff-95b6-45254bc41131', 1, 'place', '', 0, '');
INSERT INTO "record" VALUES ('01a2051b-b697-77f9-81b5-c0a028726c82', 1, 'event', '', 0, '');
INSERT INTO "record" VALUES ('01a2051b-b723-7ef0-85f9-4ad28cf02e60', 1, 'person', '', 0, '');
INSERT INTO "rejection" VALUES ('01a2051b-b6fe-71dc-b94f-4b2488d7dc1f', 1, '01a2051b-b675-7cb3-b4a8-509b64df4e92', 'quotation', 'kept', '', '');
INSERT INTO "source" VALUES ('01a2051b-b675-7cb3-b4a8-509b64df4e92', 1, 'The gate', '', 'Harbour', '', '2024-05', '', 'en', '', 'text/plain', 'article.txt', '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, '');
INSERT INTO "source" VALUES ('01a2051b-b6ea-7513-a4e6-79d9da674708', 1, 'The gate', '', '', '', '', '', 'be', '', 'text/plain', 'article.txt', '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20, '');
INSERT INTO "statement" VALUES ('01a2051b-b6cd-7534-b518-4a03bbaa6b56', 1, '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'office', 'librarian', '', NULL, 'certain', '', '', '', '');
INSERT INTO "statement" VALUES ('01a2051b-b6d8-7a3f-aab0-ecb429976d91', 1, '01a2051b-b697-77f9-81b5-c0a028726c82', 'place', '01a2051b-b694-77ff-95b6-45254bc41131', '', '01a2051b-b694-77ff-95b6-45254bc41131', 'certain', '', '', '', '');
INSERT INTO "statement" VALUES ('01a2051b-b71a-77b3-80e1-70aeb07c9e26', 1, '01a2051b-b68b-742e-ab5c-a2847bb770ba', 'own:cell', '7', 'en', NULL, 'probable', '2024-05', 'preferred', 'two letters', 'secret');
INSERT INTO "tag" VALUES ('01a2051b-b6a8-7291-a170-379ae3949487', 1, 'места');
INSERT INTO "text_version" VALUES ('01a2051b-b677-7759-bc34-b6d693a057d8', 1, '01a2051b-b675-7cb3-b4a8-509b64df4e92', 1, '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 'a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 57, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a2051b-b6ea-7c67-84a3-674c6dab9be2', 1, '01a2051b-b6ea-7513-a4e6-79d9da674708', 1, '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 'd18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 11, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a2051b-b6f5-760f-a441-184c335db529', 1, '01a2051b-b675-7cb3-b4a8-509b64df4e92', 2, 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 'c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 68, 'text', '1', '01a2051b-b6f4-7202-9bb9-3e890cce7dca');
INSERT INTO "translation" VALUES ('01a2051b-b6c7-7335-b071-16e17697f08b', 1, '01a2051b-b6b8-7ac8-8cc9-8d78cb4fc74d', 'be', 'Мы захавалі тваё крэсла', 'initial', '01a2051b-b581-7c77-a9e3-ce86337a18f6', NULL, 'We kept your chair');
COMMIT;
