PRAGMA application_id = 1397445209;
PRAGMA user_version = 1000;
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
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(record_id) REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
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
CREATE TABLE participation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        event_id VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
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
        suffix VARCHAR NOT NULL,
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
CREATE TABLE quote (
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
    );
CREATE TABLE record (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        PRIMARY KEY (id)
    );
CREATE TABLE relation (
        id VARCHAR NOT NULL,
        revision INTEGER NOT NULL,
        from_id VARCHAR NOT NULL,
        to_id VARCHAR NOT NULL,
        kind VARCHAR NOT NULL,
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
        original_size INTEGER NOT NULL,
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
        place_id VARCHAR,
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
        reader_version VARCHAR NOT NULL,
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
CREATE INDEX ix_change_operation ON change (operation);
CREATE INDEX ix_change_row ON change (table_name, row_id);
CREATE INDEX ix_evidence_name_id ON evidence (name_id);
CREATE INDEX ix_evidence_participation_id ON evidence (participation_id);
CREATE INDEX ix_evidence_passage_id ON evidence (passage_id);
CREATE INDEX ix_evidence_relation_id ON evidence (relation_id);
CREATE INDEX ix_evidence_statement_id ON evidence (statement_id);
CREATE UNIQUE INDEX ix_mention_pair ON mention (passage_id, record_id);
CREATE INDEX ix_mention_passage_id ON mention (passage_id);
CREATE INDEX ix_mention_record_id ON mention (record_id);
CREATE INDEX ix_name_record_id ON name (record_id);
CREATE INDEX ix_note_passage_id ON note (passage_id);
CREATE INDEX ix_operation_state ON operation (state, number);
CREATE INDEX ix_participation_event_id ON participation (event_id);
CREATE INDEX ix_participation_record_id ON participation (record_id);
CREATE UNIQUE INDEX ix_passage_place ON passage (text_version_id, start, "end");
CREATE UNIQUE INDEX ix_passage_tag_pair ON passage_tag (passage_id, tag_id);
CREATE INDEX ix_passage_tag_passage_id ON passage_tag (passage_id);
CREATE INDEX ix_passage_tag_tag_id ON passage_tag (tag_id);
CREATE INDEX ix_passage_text_version_id ON passage (text_version_id);
CREATE INDEX ix_quote_speaker_id ON quote (speaker_id);
CREATE INDEX ix_record_kind ON record (kind);
CREATE INDEX ix_relation_from_id ON relation (from_id);
CREATE INDEX ix_relation_to_id ON relation (to_id);
CREATE INDEX ix_source_original_digest ON source (original_digest);
CREATE INDEX ix_statement_place_id ON statement (place_id);
CREATE INDEX ix_statement_record_id ON statement (record_id);
CREATE INDEX ix_text_version_source_id ON text_version (source_id);
CREATE UNIQUE INDEX ix_translation_pair ON translation (quote_id, language);
CREATE INDEX ix_translation_quote_id ON translation (quote_id);
CREATE INDEX ix_translation_reviewer_id ON translation (reviewer_id);
CREATE INDEX ix_translation_state ON translation (state);
CREATE INDEX ix_translation_translator_id ON translation (translator_id);
INSERT INTO "alembic_version" VALUES ('0001');
INSERT INTO "blob" VALUES ('55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, X'5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 28, X'5B5B302C31372C2270222C305D2C5B31382C35372C2270222C305D5D');
INSERT INTO "change" VALUES (1, 1, 'profile', '01a203bc-2bd1-7296-a54d-efbcfd80b022', NULL, '{"id":"01a203bc-2bd1-7296-a54d-efbcfd80b022","initials":"AK","language":"be","name":"Анэля Крушына","revision":1}', '3afe5e54550e5f4f709afbd57eac7462ceec12ddfa3517cfff6f476127fd9c26');
INSERT INTO "change" VALUES (2, 2, 'source', '01a203bc-2bfc-7df6-89bf-bf8a386e94f0', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a203bc-2bfc-7df6-89bf-bf8a386e94f0","language":"en","media_type":"text/plain","original_digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","original_size":63,"published":"2024-05","publisher":"Harbour","retrieved":"","revision":1,"rights":"","title":"The gate"}', '8e12aac7a80d4f5a5312e1f04a1aa057db9be1182041cd819cc3b93c07d60a27');
INSERT INTO "change" VALUES (3, 2, 'text_version', '01a203bc-2bfe-7309-af08-22ebc3ca3e6a', NULL, '{"blocks_digest":"a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c","digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","id":"01a203bc-2bfe-7309-af08-22ebc3ca3e6a","length":57,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a203bc-2bfc-7df6-89bf-bf8a386e94f0"}', 'bbc3d951b987d9f80d7906ad82d7fa1bd26d382e37ca20c909b126085abb8591');
INSERT INTO "change" VALUES (4, 3, 'record', '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', NULL, '{"id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","kind":"person","revision":1}', '3c74b96c2f173a7fa8473c6d04f55704ebafe9d5903a7445a59647ee4f410d28');
INSERT INTO "change" VALUES (5, 3, 'name', '01a203bc-2c07-7df6-8810-83a96a685e4b', NULL, '{"id":"01a203bc-2c07-7df6-8810-83a96a685e4b","kind":"preferred","record_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","revision":1,"tag":"en","value":"Alena Sokał"}', 'f0075df87e78442d551947402cf3e37b3f181613f41c635d6d240cc202ccba89');
INSERT INTO "change" VALUES (6, 3, 'name', '01a203bc-2c08-7b26-99fa-af3a61e6a503', NULL, '{"id":"01a203bc-2c08-7b26-99fa-af3a61e6a503","kind":"preferred","record_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","revision":1,"tag":"be","value":"Алена Сокал"}', '9691320c626047db111dfa3e53d86f27ff0131084e7d5743df6dff5fd353d76e');
INSERT INTO "change" VALUES (7, 4, 'record', '01a203bc-2c0b-782b-8e24-3aea64fc1772', NULL, '{"id":"01a203bc-2c0b-782b-8e24-3aea64fc1772","kind":"place","revision":1}', 'f27b010702332a427c957e8f96b5f2a09e6d3a19060ce43cd419958d58cba091');
INSERT INTO "change" VALUES (8, 4, 'name', '01a203bc-2c0b-7cb8-82cb-b34ae50540b2', NULL, '{"id":"01a203bc-2c0b-7cb8-82cb-b34ae50540b2","kind":"preferred","record_id":"01a203bc-2c0b-782b-8e24-3aea64fc1772","revision":1,"tag":"en","value":"Orša"}', 'b37b87bba335bc9ea3afbcae9cd0f71ec693f5afe708ef3518103322715bda6d');
INSERT INTO "change" VALUES (9, 5, 'record', '01a203bc-2c10-77a3-bb8e-d94c49c0bb40', NULL, '{"id":"01a203bc-2c10-77a3-bb8e-d94c49c0bb40","kind":"event","revision":1}', '02c35b40d14e3b9bb1fc89addfa0325b65e55f83f828ccc531121d58ee1e938d');
INSERT INTO "change" VALUES (10, 5, 'name', '01a203bc-2c10-7afc-b63a-513baf1aaee3', NULL, '{"id":"01a203bc-2c10-7afc-b63a-513baf1aaee3","kind":"preferred","record_id":"01a203bc-2c10-77a3-bb8e-d94c49c0bb40","revision":1,"tag":"en","value":"Release"}', 'e7f5efbc36265fd63709fd833400dc7ca421d154ddc5a7925ead47a48b0895db');
INSERT INTO "change" VALUES (11, 6, 'passage', '01a203bc-2c15-72a9-b668-0adb885baa02', NULL, '{"end":8,"exact":"gate","id":"01a203bc-2c15-72a9-b668-0adb885baa02","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a203bc-2bfe-7309-af08-22ebc3ca3e6a"}', '9258c5d001ab99c338fc5cebb81cd82a4419c396a38c5ed0eb8072967a7018ac');
INSERT INTO "change" VALUES (12, 6, 'note', '01a203bc-2c15-7baa-bf02-e13f0be1425d', NULL, '{"body":"нататка","id":"01a203bc-2c15-7baa-bf02-e13f0be1425d","passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","revision":1}', 'd75c7ece5a81971f949be5f08b31447163636a4be128a4bc34a198693adbbcc5');
INSERT INTO "change" VALUES (13, 7, 'passage', '01a203bc-2c1b-7fda-a5ec-eea7e39d6bc3', NULL, '{"end":16,"exact":"Orša","id":"01a203bc-2c1b-7fda-a5ec-eea7e39d6bc3","prefix":"The gate of ","revision":1,"start":12,"suffix":".\nAlena Sokał said: “We kept you","text_version_id":"01a203bc-2bfe-7309-af08-22ebc3ca3e6a"}', 'a3c58c106d2d0f4ff32928434d43123b52614400e350e7b7192d122ed3bc52fb');
INSERT INTO "change" VALUES (14, 7, 'tag', '01a203bc-2c1d-71a1-bdb1-0ee03773a189', NULL, '{"id":"01a203bc-2c1d-71a1-bdb1-0ee03773a189","label":"места","revision":1}', 'a7c92fa917358331ddf294e6fac7851e60f4fd85b68ce14102936f6b19dbbba8');
INSERT INTO "change" VALUES (15, 7, 'passage_tag', '01a203bc-2c1e-7adc-9d00-71f3cbf0c518', NULL, '{"id":"01a203bc-2c1e-7adc-9d00-71f3cbf0c518","passage_id":"01a203bc-2c1b-7fda-a5ec-eea7e39d6bc3","revision":1,"tag_id":"01a203bc-2c1d-71a1-bdb1-0ee03773a189"}', 'a9fdde3b0578cd1e52ae2e38a24d1c241a763c97eaca7a2f347e95a14783e688');
INSERT INTO "change" VALUES (16, 8, 'passage', '01a203bc-2c24-75f9-b6ec-55a9b72a3e77', NULL, '{"end":29,"exact":"Alena Sokał","id":"01a203bc-2c24-75f9-b6ec-55a9b72a3e77","prefix":"The gate of Orša.\n","revision":1,"start":18,"suffix":" said: “We kept your chair.”","text_version_id":"01a203bc-2bfe-7309-af08-22ebc3ca3e6a"}', 'dc4f4159791044d8c23b9b2ebb5330911e08faffcfdd70e4537b5dbb0b57fb2c');
INSERT INTO "change" VALUES (17, 8, 'mention', '01a203bc-2c25-7619-8fc0-ea04420e5ba6', NULL, '{"certainty":"certain","id":"01a203bc-2c25-7619-8fc0-ea04420e5ba6","passage_id":"01a203bc-2c24-75f9-b6ec-55a9b72a3e77","record_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","revision":1,"role":"mentioned"}', '313135aeaeee70874714effd4bccdcfdfe31bae1ec856fe248c9f872c19c0ace');
INSERT INTO "change" VALUES (18, 9, 'passage', '01a203bc-2c29-7245-9e4c-98014e81fb6e', NULL, '{"end":55,"exact":"We kept your chair","id":"01a203bc-2c29-7245-9e4c-98014e81fb6e","prefix":"ate of Orša.\nAlena Sokał said: “","revision":1,"start":37,"suffix":".”","text_version_id":"01a203bc-2bfe-7309-af08-22ebc3ca3e6a"}', 'fea15c88822b67ef6f25a9f9b41c97976bf6611c86ff907c2a933393cb04ced3');
INSERT INTO "change" VALUES (19, 9, 'quote', '01a203bc-2c2a-7658-9a34-f7faeb07105a', NULL, '{"id":"01a203bc-2c2a-7658-9a34-f7faeb07105a","manner":"direct","passage_id":"01a203bc-2c29-7245-9e4c-98014e81fb6e","published_language":"en","revision":1,"speaker_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","spoken_language":""}', 'c1d51766ce428b83982b5c787f34a1a6e2efc2f0a9e07fbaae0a3059439879a3');
INSERT INTO "change" VALUES (20, 10, 'translation', '01a203bc-2c33-7064-878b-67b15e1267ac', NULL, '{"id":"01a203bc-2c33-7064-878b-67b15e1267ac","language":"be","quote_id":"01a203bc-2c2a-7658-9a34-f7faeb07105a","quote_text":"We kept your chair","reviewer_id":null,"revision":1,"state":"initial","text":"Мы захавалі тваё крэсла","translator_id":"01a203bc-2bd1-7296-a54d-efbcfd80b022"}', 'ae8521f0a68accd621b010bbbe1aef4fcc392a01baa062e67850650b55f4c0d5');
INSERT INTO "change" VALUES (21, 11, 'statement', '01a203bc-2c3b-7438-9b23-69be6fcd3cc0', NULL, '{"id":"01a203bc-2c3b-7438-9b23-69be6fcd3cc0","language":"","place_id":null,"property":"office","record_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","revision":1,"value":"librarian"}', '7af076987338fa84453171277f5e067ad8cc022aa2793e2bdcb0cf029f9f3daf');
INSERT INTO "change" VALUES (22, 11, 'evidence', '01a203bc-2c3d-7dbe-9adb-b6935a7baca3', NULL, '{"id":"01a203bc-2c3d-7dbe-9adb-b6935a7baca3","name_id":null,"participation_id":null,"passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","relation_id":null,"revision":1,"statement_id":"01a203bc-2c3b-7438-9b23-69be6fcd3cc0"}', '498d2e3a8d719fc2a8e6f46f7e35424cc02c0324b4e1f63eb9d4d125fd34063c');
INSERT INTO "change" VALUES (23, 12, 'statement', '01a203bc-2c41-7f4d-9672-6a52fc8fecfb', NULL, '{"id":"01a203bc-2c41-7f4d-9672-6a52fc8fecfb","language":"","place_id":"01a203bc-2c0b-782b-8e24-3aea64fc1772","property":"place","record_id":"01a203bc-2c10-77a3-bb8e-d94c49c0bb40","revision":1,"value":"01a203bc-2c0b-782b-8e24-3aea64fc1772"}', 'd347d0decbfa8b7f1167667d7bb4923aa276757480cd566c25022c06386aa95c');
INSERT INTO "change" VALUES (24, 12, 'evidence', '01a203bc-2c42-74f0-a89d-daca42bdace3', NULL, '{"id":"01a203bc-2c42-74f0-a89d-daca42bdace3","name_id":null,"participation_id":null,"passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","relation_id":null,"revision":1,"statement_id":"01a203bc-2c41-7f4d-9672-6a52fc8fecfb"}', '936f8c6eb8fbbb598f249b9546119d33c848e88b54aad08b9586e9913324c2d1');
INSERT INTO "change" VALUES (25, 13, 'participation', '01a203bc-2c47-79a4-bc6b-139548fe49e6', NULL, '{"event_id":"01a203bc-2c10-77a3-bb8e-d94c49c0bb40","id":"01a203bc-2c47-79a4-bc6b-139548fe49e6","record_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","revision":1,"role":"released"}', '92468ee97533eb567fd3e4d99b824df9f8df29d4c55542a3c37655e401597a91');
INSERT INTO "change" VALUES (26, 13, 'evidence', '01a203bc-2c49-71da-84f0-e86b6195e76b', NULL, '{"id":"01a203bc-2c49-71da-84f0-e86b6195e76b","name_id":null,"participation_id":"01a203bc-2c47-79a4-bc6b-139548fe49e6","passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","relation_id":null,"revision":1,"statement_id":null}', '613dc264c57c93547740d961799540e80f012b9e18b14e8eb3728cc96485ee5e');
INSERT INTO "change" VALUES (27, 14, 'relation', '01a203bc-2c4c-7c93-9a90-e9c74bcd580f', NULL, '{"from_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","id":"01a203bc-2c4c-7c93-9a90-e9c74bcd580f","kind":"part of","revision":1,"to_id":"01a203bc-2c0b-782b-8e24-3aea64fc1772"}', 'e6f7185d94dbb765742bed3ec802d1a9d04d4ed2c5fbc50b00c3c33aa4d9f598');
INSERT INTO "change" VALUES (28, 14, 'evidence', '01a203bc-2c4e-7ddd-9631-1489c29f85a5', NULL, '{"id":"01a203bc-2c4e-7ddd-9631-1489c29f85a5","name_id":null,"participation_id":null,"passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","relation_id":"01a203bc-2c4c-7c93-9a90-e9c74bcd580f","revision":1,"statement_id":null}', '297df904896364f2c9e625e39430b74dc8925002230de94d2c7c98ad41500f1a');
INSERT INTO "change" VALUES (29, 15, 'evidence', '01a203bc-2c4e-7ddd-9631-1489c29f85a5', '{"id":"01a203bc-2c4e-7ddd-9631-1489c29f85a5","name_id":null,"participation_id":null,"passage_id":"01a203bc-2c15-72a9-b668-0adb885baa02","relation_id":"01a203bc-2c4c-7c93-9a90-e9c74bcd580f","revision":1,"statement_id":null}', NULL, 'a0545e477f60ed13e0137512f65df16d93fa6bf50231b295edafa75ada290d77');
INSERT INTO "change" VALUES (30, 15, 'relation', '01a203bc-2c4c-7c93-9a90-e9c74bcd580f', '{"from_id":"01a203bc-2c06-7eb7-b0ad-03cd9c77fb88","id":"01a203bc-2c4c-7c93-9a90-e9c74bcd580f","kind":"part of","revision":1,"to_id":"01a203bc-2c0b-782b-8e24-3aea64fc1772"}', NULL, '461230847f64eafd0521b689c44d5bfa39d683171f232bfeadee9809de741a09');
INSERT INTO "evidence" VALUES ('01a203bc-2c3d-7dbe-9adb-b6935a7baca3', 1, '01a203bc-2c15-72a9-b668-0adb885baa02', NULL, '01a203bc-2c3b-7438-9b23-69be6fcd3cc0', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a203bc-2c42-74f0-a89d-daca42bdace3', 1, '01a203bc-2c15-72a9-b668-0adb885baa02', NULL, '01a203bc-2c41-7f4d-9672-6a52fc8fecfb', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a203bc-2c49-71da-84f0-e86b6195e76b', 1, '01a203bc-2c15-72a9-b668-0adb885baa02', NULL, NULL, '01a203bc-2c47-79a4-bc6b-139548fe49e6', NULL);
INSERT INTO "mention" VALUES ('01a203bc-2c25-7619-8fc0-ea04420e5ba6', 1, '01a203bc-2c24-75f9-b6ec-55a9b72a3e77', '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'mentioned', 'certain');
INSERT INTO "meta" VALUES ('archive_id', '01a203bc-2bbe-769b-ba0e-792039a344e2');
INSERT INTO "meta" VALUES ('created', '2026-11-22T14:49:53.342Z');
INSERT INTO "meta" VALUES ('open', '');
INSERT INTO "meta" VALUES ('activity', '');
INSERT INTO "name" VALUES ('01a203bc-2c07-7df6-8810-83a96a685e4b', 1, '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'Alena Sokał', 'en', 'preferred');
INSERT INTO "name" VALUES ('01a203bc-2c08-7b26-99fa-af3a61e6a503', 1, '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'Алена Сокал', 'be', 'preferred');
INSERT INTO "name" VALUES ('01a203bc-2c0b-7cb8-82cb-b34ae50540b2', 1, '01a203bc-2c0b-782b-8e24-3aea64fc1772', 'Orša', 'en', 'preferred');
INSERT INTO "name" VALUES ('01a203bc-2c10-7afc-b63a-513baf1aaee3', 1, '01a203bc-2c10-77a3-bb8e-d94c49c0bb40', 'Release', 'en', 'preferred');
INSERT INTO "note" VALUES ('01a203bc-2c15-7baa-bf02-e13f0be1425d', 1, '01a203bc-2c15-72a9-b668-0adb885baa02', 'нататка');
INSERT INTO "operation" VALUES (1, '01a203bc-2be1-74af-ae92-dc9176e29835', 'do', 'add_profile', 'Анэля Крушына', NULL, '2026-11-22T14:49:53.377Z', NULL, 'fixed');
INSERT INTO "operation" VALUES (2, '01a203bc-2bff-79f0-a352-e3cfbfae3f71', 'do', 'import_source', 'The gate', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.407Z', NULL, 'applied');
INSERT INTO "operation" VALUES (3, '01a203bc-2c09-7171-85d9-33aa418aace4', 'do', 'create_record', 'Alena Sokał', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.417Z', NULL, 'applied');
INSERT INTO "operation" VALUES (4, '01a203bc-2c0c-721c-83ac-6095712ce447', 'do', 'create_record', 'Orša', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.420Z', NULL, 'applied');
INSERT INTO "operation" VALUES (5, '01a203bc-2c10-7f82-86c3-6bcb89324541', 'do', 'create_record', 'Release', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.424Z', NULL, 'applied');
INSERT INTO "operation" VALUES (6, '01a203bc-2c16-7517-95a9-b3dd4a7d062b', 'do', 'add_note', '', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.430Z', NULL, 'applied');
INSERT INTO "operation" VALUES (7, '01a203bc-2c1f-762e-96d2-5b7d7932af5b', 'do', 'add_tag', 'места', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.439Z', NULL, 'applied');
INSERT INTO "operation" VALUES (8, '01a203bc-2c26-7ace-a919-29c99e992183', 'do', 'link_passage', 'Alena Sokał', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.446Z', NULL, 'applied');
INSERT INTO "operation" VALUES (9, '01a203bc-2c2e-731c-9a28-223ffdd020c4', 'do', 'mark_quote', 'We kept your chair', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.454Z', NULL, 'applied');
INSERT INTO "operation" VALUES (10, '01a203bc-2c34-7e63-8a90-e019d210d78b', 'do', 'write_translation', 'We kept your chair', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.460Z', NULL, 'applied');
INSERT INTO "operation" VALUES (11, '01a203bc-2c3e-7df8-9c4b-8c235b0a807e', 'do', 'add_statement', 'Alena Sokał', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.470Z', NULL, 'applied');
INSERT INTO "operation" VALUES (12, '01a203bc-2c42-7cb1-ab1e-102755cf50c4', 'do', 'add_statement', 'Release', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.474Z', NULL, 'applied');
INSERT INTO "operation" VALUES (13, '01a203bc-2c49-7f37-8c8d-cfc05e3fe454', 'do', 'add_participation', 'Alena Sokał', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.481Z', NULL, 'applied');
INSERT INTO "operation" VALUES (14, '01a203bc-2c4f-76fd-bf72-84751a17c70d', 'do', 'add_relation', 'Orša', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.487Z', NULL, 'undone');
INSERT INTO "operation" VALUES (15, '01a203bc-2c57-7a19-afee-cac47d034351', 'undo', 'add_relation', 'Orša', '01a203bc-2bd1-7296-a54d-efbcfd80b022', '2026-11-22T14:49:53.495Z', 14, 'fixed');
INSERT INTO "participation" VALUES ('01a203bc-2c47-79a4-bc6b-139548fe49e6', 1, '01a203bc-2c10-77a3-bb8e-d94c49c0bb40', '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'released');
INSERT INTO "passage" VALUES ('01a203bc-2c15-72a9-b668-0adb885baa02', 1, '01a203bc-2bfe-7309-af08-22ebc3ca3e6a', 4, 8, 'gate', 'The ', ' of Orša.
Alena Sokał said: “We ');
INSERT INTO "passage" VALUES ('01a203bc-2c1b-7fda-a5ec-eea7e39d6bc3', 1, '01a203bc-2bfe-7309-af08-22ebc3ca3e6a', 12, 16, 'Orša', 'The gate of ', '.
Alena Sokał said: “We kept you');
INSERT INTO "passage" VALUES ('01a203bc-2c24-75f9-b6ec-55a9b72a3e77', 1, '01a203bc-2bfe-7309-af08-22ebc3ca3e6a', 18, 29, 'Alena Sokał', 'The gate of Orša.
', ' said: “We kept your chair.”');
INSERT INTO "passage" VALUES ('01a203bc-2c29-7245-9e4c-98014e81fb6e', 1, '01a203bc-2bfe-7309-af08-22ebc3ca3e6a', 37, 55, 'We kept your chair', 'ate of Orša.
Alena Sokał said: “', '.”');
INSERT INTO "passage_tag" VALUES ('01a203bc-2c1e-7adc-9d00-71f3cbf0c518', 1, '01a203bc-2c1b-7fda-a5ec-eea7e39d6bc3', '01a203bc-2c1d-71a1-bdb1-0ee03773a189');
INSERT INTO "profile" VALUES ('01a203bc-2bd1-7296-a54d-efbcfd80b022', 1, 'Анэля Крушына', 'AK', 'be');
INSERT INTO "quote" VALUES ('01a203bc-2c2a-7658-9a34-f7faeb07105a', 1, '01a203bc-2c29-7245-9e4c-98014e81fb6e', '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'en', '', 'direct');
INSERT INTO "record" VALUES ('01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 1, 'person');
INSERT INTO "record" VALUES ('01a203bc-2c0b-782b-8e24-3aea64fc1772', 1, 'place');
INSERT INTO "record" VALUES ('01a203bc-2c10-77a3-bb8e-d94c49c0bb40', 1, 'event');
INSERT INTO "source" VALUES ('01a203bc-2bfc-7df6-89bf-bf8a386e94f0', 1, 'The gate', '', 'Harbour', '', '2024-05', '', 'en', '', 'text/plain', 'article.txt', '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63);
INSERT INTO "statement" VALUES ('01a203bc-2c3b-7438-9b23-69be6fcd3cc0', 1, '01a203bc-2c06-7eb7-b0ad-03cd9c77fb88', 'office', 'librarian', '', NULL);
INSERT INTO "statement" VALUES ('01a203bc-2c41-7f4d-9672-6a52fc8fecfb', 1, '01a203bc-2c10-77a3-bb8e-d94c49c0bb40', 'place', '01a203bc-2c0b-782b-8e24-3aea64fc1772', '', '01a203bc-2c0b-782b-8e24-3aea64fc1772');
INSERT INTO "tag" VALUES ('01a203bc-2c1d-71a1-bdb1-0ee03773a189', 1, 'места');
INSERT INTO "text_version" VALUES ('01a203bc-2bfe-7309-af08-22ebc3ca3e6a', 1, '01a203bc-2bfc-7df6-89bf-bf8a386e94f0', 1, '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 'a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 57, 'text', '1');
INSERT INTO "translation" VALUES ('01a203bc-2c33-7064-878b-67b15e1267ac', 1, '01a203bc-2c2a-7658-9a34-f7faeb07105a', 'be', 'Мы захавалі тваё крэсла', 'initial', '01a203bc-2bd1-7296-a54d-efbcfd80b022', NULL, 'We kept your chair');
COMMIT;
