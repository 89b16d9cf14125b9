PRAGMA application_id = 1397445209;
PRAGMA user_version = 1001;
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
INSERT INTO "alembic_version" VALUES ('0002');
INSERT INTO "blob" VALUES ('55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63, X'5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 28, X'5B5B302C31372C2270222C305D2C5B31382C35372C2270222C305D5D');
INSERT INTO "blob" VALUES ('6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20, X'D091D180D0B0D0BCD0B020D09ED180D188D18B2E');
INSERT INTO "blob" VALUES ('d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 14, X'5B5B302C31312C2270222C305D5D');
INSERT INTO "blob" VALUES ('b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74, X'436F727265637465642E0A5468652067617465206F66204F72C5A1612E0A416C656E6120536F6B61C58220736169643A20E2809C5765206B65707420796F75722063686169722EE2809D');
INSERT INTO "blob" VALUES ('c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 42, X'5B5B302C31302C2270222C305D2C5B31312C32382C2270222C305D2C5B32392C36382C2270222C305D5D');
INSERT INTO "capture" VALUES ('01a2041f-e99c-797c-ac86-be7809facc69', 1, '01a2041f-e964-71f5-a282-545f6c7b99ce', '2025-01-02', 'text/plain', 'again.txt', 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 74);
INSERT INTO "carrying" VALUES ('01a2041f-e99d-7da5-b00e-bd84dcf64e57', 1, '01a2041f-e977-7235-b48d-8b6d2186d0fb', '01a2041f-e965-77ff-b565-8caa92b52cea', '01a2041f-e99d-7934-b103-9277d54607f9', 'certain', 100, 4, 8, 'gate', 'The ', ' of Orša.
Alena Sokał said: “We ');
INSERT INTO "change" VALUES (1, 1, 'profile', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', NULL, '{"id":"01a2041f-e8fb-72a4-9a59-a46a275f83dc","initials":"AK","language":"be","name":"Анэля Крушына","revision":1}', 'd5a8f6de459887d2a377869ed0b3371712411363fc9178114757b685b440bd6b');
INSERT INTO "change" VALUES (2, 2, 'source', '01a2041f-e964-71f5-a282-545f6c7b99ce', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a2041f-e964-71f5-a282-545f6c7b99ce","language":"en","media_type":"text/plain","original_digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","original_size":63,"published":"2024-05","publisher":"Harbour","retrieved":"","revision":1,"rights":"","title":"The gate"}', 'd000be47b84e4f1e3f7def4a0c550f7396664e41a8715aa9b767171d351a0ded');
INSERT INTO "change" VALUES (3, 2, 'text_version', '01a2041f-e965-77ff-b565-8caa92b52cea', NULL, '{"blocks_digest":"a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c","capture_id":null,"digest":"55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1","id":"01a2041f-e965-77ff-b565-8caa92b52cea","length":57,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2041f-e964-71f5-a282-545f6c7b99ce"}', '81d14bb546793f050b3e019456318be4b0eacd6a565cbb96ffc5a5d056828dc5');
INSERT INTO "change" VALUES (4, 3, 'record', '01a2041f-e96b-7fa0-9c34-dd6ab183b305', NULL, '{"id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","kind":"person","revision":1}', 'dad388bfbef259aaad43afd6ec791bcd93503d5883312dd1d86ab5443a3717d4');
INSERT INTO "change" VALUES (5, 3, 'name', '01a2041f-e96c-7bb5-a838-67425c8efa97', NULL, '{"id":"01a2041f-e96c-7bb5-a838-67425c8efa97","kind":"preferred","record_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","revision":1,"tag":"en","value":"Alena Sokał"}', '4ce31e1808c6ec4f327a727d36019459e794ea9199b8fcd776a5cb095aaf858e');
INSERT INTO "change" VALUES (6, 3, 'name', '01a2041f-e96d-74f7-9ccf-944379046971', NULL, '{"id":"01a2041f-e96d-74f7-9ccf-944379046971","kind":"preferred","record_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","revision":1,"tag":"be","value":"Алена Сокал"}', 'ff4959fa2958e24fe748ea629a993627091ae03a9e52465fe719351b3c74bbc1');
INSERT INTO "change" VALUES (7, 4, 'record', '01a2041f-e96f-7e11-9a24-74120da86c0c', NULL, '{"id":"01a2041f-e96f-7e11-9a24-74120da86c0c","kind":"place","revision":1}', '7d215a7e52f38475a42ed8e86a534806dc4b44ccbbc83c4ecdd29202732aa630');
INSERT INTO "change" VALUES (8, 4, 'name', '01a2041f-e970-7176-97df-08b700fb7ae4', NULL, '{"id":"01a2041f-e970-7176-97df-08b700fb7ae4","kind":"preferred","record_id":"01a2041f-e96f-7e11-9a24-74120da86c0c","revision":1,"tag":"en","value":"Orša"}', '68d7efcd5abd41cebcab5d2d88defd1acff16260f70b146567effdea045b3cc8');
INSERT INTO "change" VALUES (9, 5, 'record', '01a2041f-e972-7502-8620-173189643a0e', NULL, '{"id":"01a2041f-e972-7502-8620-173189643a0e","kind":"event","revision":1}', '2c8a8301d735725e229536461f779d1152d6b29073bd5835e70e03ce96303645');
INSERT INTO "change" VALUES (10, 5, 'name', '01a2041f-e972-77ec-a9b9-fa2e322e0fe9', NULL, '{"id":"01a2041f-e972-77ec-a9b9-fa2e322e0fe9","kind":"preferred","record_id":"01a2041f-e972-7502-8620-173189643a0e","revision":1,"tag":"en","value":"Release"}', '5e601501a6efdb51b65fdf1c7823ae30f120d26989d9ae54990058434b35ad50');
INSERT INTO "change" VALUES (11, 6, 'passage', '01a2041f-e977-7235-b48d-8b6d2186d0fb', NULL, '{"end":8,"exact":"gate","id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2041f-e965-77ff-b565-8caa92b52cea"}', 'ef3d4f46e611e3da055c9157953b71b891f7ab9445a3427c03deeb61de208905');
INSERT INTO "change" VALUES (12, 6, 'note', '01a2041f-e977-7ced-951d-9c4cc6875698', NULL, '{"body":"нататка","id":"01a2041f-e977-7ced-951d-9c4cc6875698","passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","revision":1}', '0b112a7d8db696762c41d875bebff708235ecfbdd563ddbc5d09bde201e04eb8');
INSERT INTO "change" VALUES (13, 7, 'passage', '01a2041f-e97b-709c-a2a8-811699c79428', NULL, '{"end":16,"exact":"Orša","id":"01a2041f-e97b-709c-a2a8-811699c79428","prefix":"The gate of ","revision":1,"start":12,"suffix":".\nAlena Sokał said: “We kept you","text_version_id":"01a2041f-e965-77ff-b565-8caa92b52cea"}', 'e70400b86c9ded698e729f50735e59e7a103b8bdebb66a705d8fc4f054ab5bff');
INSERT INTO "change" VALUES (14, 7, 'tag', '01a2041f-e97b-7aab-8eb0-070355f1f097', NULL, '{"id":"01a2041f-e97b-7aab-8eb0-070355f1f097","label":"места","revision":1}', '12e8ab9886497637754217b435daff574ccd98cfc4d43f75522c49dad51defce');
INSERT INTO "change" VALUES (15, 7, 'passage_tag', '01a2041f-e97c-7cf9-9fc5-e772d4fe58cc', NULL, '{"id":"01a2041f-e97c-7cf9-9fc5-e772d4fe58cc","passage_id":"01a2041f-e97b-709c-a2a8-811699c79428","revision":1,"tag_id":"01a2041f-e97b-7aab-8eb0-070355f1f097"}', '5587a65f9668b1494320ec5b7fbe5cfc8080a8c65df64e1fa20c024de14d7c0b');
INSERT INTO "change" VALUES (16, 8, 'passage', '01a2041f-e980-7a8f-b387-2cc93ca78e5e', NULL, '{"end":29,"exact":"Alena Sokał","id":"01a2041f-e980-7a8f-b387-2cc93ca78e5e","prefix":"The gate of Orša.\n","revision":1,"start":18,"suffix":" said: “We kept your chair.”","text_version_id":"01a2041f-e965-77ff-b565-8caa92b52cea"}', '6b8c28ebbd6245aeb79cc54aa24adb56f0c4f78e6911c5c5e59e39ecb1625773');
INSERT INTO "change" VALUES (17, 8, 'mention', '01a2041f-e981-7810-8b9e-9f2f7cf2b7c6', NULL, '{"certainty":"certain","id":"01a2041f-e981-7810-8b9e-9f2f7cf2b7c6","passage_id":"01a2041f-e980-7a8f-b387-2cc93ca78e5e","record_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","revision":1,"role":"mentioned"}', 'f90a6d423b9fdb8fc0028bce5f3bab6dae5633cdf132cf2379b243e57c1aeeae');
INSERT INTO "change" VALUES (18, 9, 'passage', '01a2041f-e985-70a5-986c-3363939e47f5', NULL, '{"end":55,"exact":"We kept your chair","id":"01a2041f-e985-70a5-986c-3363939e47f5","prefix":"ate of Orša.\nAlena Sokał said: “","revision":1,"start":37,"suffix":".”","text_version_id":"01a2041f-e965-77ff-b565-8caa92b52cea"}', 'b4637c55ea536bbaaf91e7112819bc2bd0bc5a606f6f0f35d53bb2c78f56492d');
INSERT INTO "change" VALUES (19, 9, 'quote', '01a2041f-e985-7fae-86ea-14af9a830efb', NULL, '{"id":"01a2041f-e985-7fae-86ea-14af9a830efb","manner":"direct","passage_id":"01a2041f-e985-70a5-986c-3363939e47f5","published_language":"en","revision":1,"speaker_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","spoken_language":""}', '6a1297da8abc779b512c4dc1960bd6916dc17dae5a69d0c46c60e25faae07ee0');
INSERT INTO "change" VALUES (20, 10, 'translation', '01a2041f-e98a-7520-b620-4e2a74fae6c1', NULL, '{"id":"01a2041f-e98a-7520-b620-4e2a74fae6c1","language":"be","quote_id":"01a2041f-e985-7fae-86ea-14af9a830efb","quote_text":"We kept your chair","reviewer_id":null,"revision":1,"state":"initial","text":"Мы захавалі тваё крэсла","translator_id":"01a2041f-e8fb-72a4-9a59-a46a275f83dc"}', '2e9c9c494dd09578fe149904d4fb825882e936150e69f0ba66a3ffc17c6a2a83');
INSERT INTO "change" VALUES (21, 11, 'statement', '01a2041f-e98d-7daf-a3f9-08d06a32a7f7', NULL, '{"id":"01a2041f-e98d-7daf-a3f9-08d06a32a7f7","language":"","place_id":null,"property":"office","record_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","revision":1,"value":"librarian"}', 'e8536c305fe749af95a07da3c226f9e3468defd30967c8013e6ea07deb1f64e4');
INSERT INTO "change" VALUES (22, 11, 'evidence', '01a2041f-e98f-756a-a0d1-895322ecbb02', NULL, '{"id":"01a2041f-e98f-756a-a0d1-895322ecbb02","name_id":null,"participation_id":null,"passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","relation_id":null,"revision":1,"statement_id":"01a2041f-e98d-7daf-a3f9-08d06a32a7f7"}', '6c9127ada6facd20444ee91c24b7a8754d12bfe76e34ee70d16229a0e5b45fe2');
INSERT INTO "change" VALUES (23, 12, 'statement', '01a2041f-e992-7a5f-9576-aee901791182', NULL, '{"id":"01a2041f-e992-7a5f-9576-aee901791182","language":"","place_id":"01a2041f-e96f-7e11-9a24-74120da86c0c","property":"place","record_id":"01a2041f-e972-7502-8620-173189643a0e","revision":1,"value":"01a2041f-e96f-7e11-9a24-74120da86c0c"}', '60000aaed88992d4a531530a3ae40717839996a26593cde16196f297ddba5983');
INSERT INTO "change" VALUES (24, 12, 'evidence', '01a2041f-e992-7f99-8a73-b08f2a8b715b', NULL, '{"id":"01a2041f-e992-7f99-8a73-b08f2a8b715b","name_id":null,"participation_id":null,"passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","relation_id":null,"revision":1,"statement_id":"01a2041f-e992-7a5f-9576-aee901791182"}', 'd327e417705636ffd37b58d6f725a3e411312f7f1cb15e25d88ac83513483ace');
INSERT INTO "change" VALUES (25, 13, 'participation', '01a2041f-e995-773f-b6f0-4fdcd9e683df', NULL, '{"event_id":"01a2041f-e972-7502-8620-173189643a0e","id":"01a2041f-e995-773f-b6f0-4fdcd9e683df","record_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","revision":1,"role":"released"}', '101c425e7c83bc5419e043648d73135bb034753bfdd9939df36b50abd885cf56');
INSERT INTO "change" VALUES (26, 13, 'evidence', '01a2041f-e996-7bf4-a6e0-bf1e34755bc4', NULL, '{"id":"01a2041f-e996-7bf4-a6e0-bf1e34755bc4","name_id":null,"participation_id":"01a2041f-e995-773f-b6f0-4fdcd9e683df","passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","relation_id":null,"revision":1,"statement_id":null}', '98ded528c73311d2cfad9703e7c23f018385474b5dd66da2a89082e7d530c469');
INSERT INTO "change" VALUES (27, 14, 'source', '01a2041f-e999-7582-ad4b-ad24477b85ac', NULL, '{"address":"","creator":"","file_name":"article.txt","id":"01a2041f-e999-7582-ad4b-ad24477b85ac","language":"be","media_type":"text/plain","original_digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","original_size":20,"published":"","publisher":"","retrieved":"","revision":1,"rights":"","title":"The gate"}', '2c0f5463a169ba52641b6f978552c69c9709ca2f0c2566a7d4b50b18d12140b4');
INSERT INTO "change" VALUES (28, 14, 'text_version', '01a2041f-e999-7c14-8c24-e6da21209d6d', NULL, '{"blocks_digest":"d18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7","capture_id":null,"digest":"6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d","id":"01a2041f-e999-7c14-8c24-e6da21209d6d","length":11,"number":1,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2041f-e999-7582-ad4b-ad24477b85ac"}', 'bfaf594656f48deffe6b10d5979aef21c1fad74d27179a3bae9d619e48ea91bd');
INSERT INTO "change" VALUES (29, 15, 'capture', '01a2041f-e99c-797c-ac86-be7809facc69', NULL, '{"file_name":"again.txt","id":"01a2041f-e99c-797c-ac86-be7809facc69","media_type":"text/plain","original_digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","original_size":74,"retrieved":"2025-01-02","revision":1,"source_id":"01a2041f-e964-71f5-a282-545f6c7b99ce"}', '8dec345228c484ee06163fbda28da6e19eada468d22546a341fc32cdc637b751');
INSERT INTO "change" VALUES (30, 15, 'text_version', '01a2041f-e99d-7934-b103-9277d54607f9', NULL, '{"blocks_digest":"c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391","capture_id":"01a2041f-e99c-797c-ac86-be7809facc69","digest":"b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54","id":"01a2041f-e99d-7934-b103-9277d54607f9","length":68,"number":2,"reader":"text","reader_version":"1","revision":1,"source_id":"01a2041f-e964-71f5-a282-545f6c7b99ce"}', '12b2f09dda2bedb06282eec2fa7c0a4bf31b059ecba0d5dc163149d919fe96eb');
INSERT INTO "change" VALUES (31, 15, 'carrying', '01a2041f-e99d-7da5-b00e-bd84dcf64e57', NULL, '{"confidence":100,"end":8,"exact":"gate","from_id":"01a2041f-e965-77ff-b565-8caa92b52cea","how":"certain","id":"01a2041f-e99d-7da5-b00e-bd84dcf64e57","passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","to_id":"01a2041f-e99d-7934-b103-9277d54607f9"}', '4e75fee3621614d67a7dd9c2372e80dc723ff383cf0f22bd245bd3228f4a93e5');
INSERT INTO "change" VALUES (32, 15, 'passage', '01a2041f-e977-7235-b48d-8b6d2186d0fb', '{"end":8,"exact":"gate","id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","prefix":"The ","revision":1,"start":4,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2041f-e965-77ff-b565-8caa92b52cea"}', '{"end":19,"exact":"gate","id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","prefix":"Corrected.\nThe ","revision":2,"start":15,"suffix":" of Orša.\nAlena Sokał said: “We ","text_version_id":"01a2041f-e99d-7934-b103-9277d54607f9"}', '7c495bffbd9b830a91701ec5d3a05eb250d2dce725ea632a2436db853c8ec7e3');
INSERT INTO "change" VALUES (33, 15, 'rejection', '01a2041f-e99f-7a28-abf2-6ff4edf257af', NULL, '{"exact":"kept","id":"01a2041f-e99f-7a28-abf2-6ff4edf257af","kind":"quotation","prefix":"","revision":1,"source_id":"01a2041f-e964-71f5-a282-545f6c7b99ce","suffix":""}', 'd07b3e309d606c6035cb7f6b9aa5f50e5f611c2c930829d14b9568fa5600fbb3');
INSERT INTO "change" VALUES (34, 16, 'published_translation', '01a2041f-e9a3-7420-b5a0-9b90c7e68953', NULL, '{"id":"01a2041f-e9a3-7420-b5a0-9b90c7e68953","original_id":"01a2041f-e964-71f5-a282-545f6c7b99ce","revision":1,"translation_id":"01a2041f-e999-7582-ad4b-ad24477b85ac"}', 'a5f0d6e3b6dc29d10a229c17f325f2546cb02f3d632ee2e14f3ab3819d922494');
INSERT INTO "change" VALUES (35, 17, 'relation', '01a2041f-e9a5-7bc7-9d45-614d4584f1a9', NULL, '{"from_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","id":"01a2041f-e9a5-7bc7-9d45-614d4584f1a9","kind":"part of","revision":1,"to_id":"01a2041f-e96f-7e11-9a24-74120da86c0c"}', '4de84486ac8d809b5a5d61b67f132c696649ad98fc7cbcae1781531a3e85cf0e');
INSERT INTO "change" VALUES (36, 17, 'evidence', '01a2041f-e9a6-7ebf-ad22-97b0f8d55103', NULL, '{"id":"01a2041f-e9a6-7ebf-ad22-97b0f8d55103","name_id":null,"participation_id":null,"passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","relation_id":"01a2041f-e9a5-7bc7-9d45-614d4584f1a9","revision":1,"statement_id":null}', '21bc46ebd58689963a38399fbedd582355ce7dee25b0205b29f2335d126d2ec0');
INSERT INTO "change" VALUES (37, 18, 'evidence', '01a2041f-e9a6-7ebf-ad22-97b0f8d55103', '{"id":"01a2041f-e9a6-7ebf-ad22-97b0f8d55103","name_id":null,"participation_id":null,"passage_id":"01a2041f-e977-7235-b48d-8b6d2186d0fb","relation_id":"01a2041f-e9a5-7bc7-9d45-614d4584f1a9","revision":1,"statement_id":null}', NULL, 'b5aa60465797d09d4d7628d080ea775538fd13a88f5df63e38e734d7fa66d0e5');
INSERT INTO "change" VALUES (38, 18, 'relation', '01a2041f-e9a5-7bc7-9d45-614d4584f1a9', '{"from_id":"01a2041f-e96b-7fa0-9c34-dd6ab183b305","id":"01a2041f-e9a5-7bc7-9d45-614d4584f1a9","kind":"part of","revision":1,"to_id":"01a2041f-e96f-7e11-9a24-74120da86c0c"}', NULL, 'ed65887384ee491e987610473368886e657512e7b7486d991aa92c183f3bab5a');
INSERT INTO "evidence" VALUES ('01a2041f-e98f-756a-a0d1-895322ecbb02', 1, '01a2041f-e977-7235-b48d-8b6d2186d0fb', NULL, '01a2041f-e98d-7daf-a3f9-08d06a32a7f7', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a2041f-e992-7f99-8a73-b08f2a8b715b', 1, '01a2041f-e977-7235-b48d-8b6d2186d0fb', NULL, '01a2041f-e992-7a5f-9576-aee901791182', NULL, NULL);
INSERT INTO "evidence" VALUES ('01a2041f-e996-7bf4-a6e0-bf1e34755bc4', 1, '01a2041f-e977-7235-b48d-8b6d2186d0fb', NULL, NULL, '01a2041f-e995-773f-b6f0-4fdcd9e683df', NULL);
INSERT INTO "mention" VALUES ('01a2041f-e981-7810-8b9e-9f2f7cf2b7c6', 1, '01a2041f-e980-7a8f-b387-2cc93ca78e5e', '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'mentioned', 'certain');
INSERT INTO "meta" VALUES ('archive_id', '01a2041f-e8ee-7cd3-b575-aababf4c6f0c');
INSERT INTO "meta" VALUES ('created', '2026-11-22T16:38:49.838Z');
INSERT INTO "meta" VALUES ('open', '');
INSERT INTO "meta" VALUES ('activity', '');
INSERT INTO "name" VALUES ('01a2041f-e96c-7bb5-a838-67425c8efa97', 1, '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'Alena Sokał', 'en', 'preferred');
INSERT INTO "name" VALUES ('01a2041f-e96d-74f7-9ccf-944379046971', 1, '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'Алена Сокал', 'be', 'preferred');
INSERT INTO "name" VALUES ('01a2041f-e970-7176-97df-08b700fb7ae4', 1, '01a2041f-e96f-7e11-9a24-74120da86c0c', 'Orša', 'en', 'preferred');
INSERT INTO "name" VALUES ('01a2041f-e972-77ec-a9b9-fa2e322e0fe9', 1, '01a2041f-e972-7502-8620-173189643a0e', 'Release', 'en', 'preferred');
INSERT INTO "note" VALUES ('01a2041f-e977-7ced-951d-9c4cc6875698', 1, '01a2041f-e977-7235-b48d-8b6d2186d0fb', 'нататка');
INSERT INTO "operation" VALUES (1, '01a2041f-e908-7e31-8f8c-d1a4fc0fd8b4', 'do', 'add_profile', 'Анэля Крушына', NULL, '2026-11-22T16:38:49.864Z', NULL, 'fixed');
INSERT INTO "operation" VALUES (2, '01a2041f-e966-7cd2-968a-142ee54a003e', 'do', 'import_source', 'The gate', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.958Z', NULL, 'applied');
INSERT INTO "operation" VALUES (3, '01a2041f-e96d-7a22-b923-64781cf1f8b5', 'do', 'create_record', 'Alena Sokał', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.965Z', NULL, 'applied');
INSERT INTO "operation" VALUES (4, '01a2041f-e970-7677-a519-6b4b2b156048', 'do', 'create_record', 'Orša', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.968Z', NULL, 'applied');
INSERT INTO "operation" VALUES (5, '01a2041f-e972-7c14-b2cf-fc1acd0a2227', 'do', 'create_record', 'Release', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.970Z', NULL, 'applied');
INSERT INTO "operation" VALUES (6, '01a2041f-e978-7742-b65a-c8a900cf0774', 'do', 'add_note', '', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.976Z', NULL, 'applied');
INSERT INTO "operation" VALUES (7, '01a2041f-e97d-779d-9b0d-14434a187eb0', 'do', 'add_tag', 'места', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.981Z', NULL, 'applied');
INSERT INTO "operation" VALUES (8, '01a2041f-e982-7b1f-be05-f681ff76beb8', 'do', 'link_passage', 'Alena Sokał', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.986Z', NULL, 'applied');
INSERT INTO "operation" VALUES (9, '01a2041f-e987-707d-b70c-616ebca58ee8', 'do', 'mark_quote', 'We kept your chair', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.991Z', NULL, 'applied');
INSERT INTO "operation" VALUES (10, '01a2041f-e98b-7593-97df-9495b6162399', 'do', 'write_translation', 'We kept your chair', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:49.995Z', NULL, 'applied');
INSERT INTO "operation" VALUES (11, '01a2041f-e990-7511-84fd-b8a6a06da93d', 'do', 'add_statement', 'Alena Sokał', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.000Z', NULL, 'applied');
INSERT INTO "operation" VALUES (12, '01a2041f-e993-75d3-bf21-7eacb037d80e', 'do', 'add_statement', 'Release', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.003Z', NULL, 'applied');
INSERT INTO "operation" VALUES (13, '01a2041f-e997-7353-a985-f3824b05693b', 'do', 'add_participation', 'Alena Sokał', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.007Z', NULL, 'applied');
INSERT INTO "operation" VALUES (14, '01a2041f-e99a-70bb-94dc-f80baccb553a', 'do', 'import_source', 'The gate', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.010Z', NULL, 'applied');
INSERT INTO "operation" VALUES (15, '01a2041f-e9a0-79e9-aadf-284dbc74f64a', 'do', 'import_source', '', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.016Z', NULL, 'applied');
INSERT INTO "operation" VALUES (16, '01a2041f-e9a4-7104-b1d2-562c36e41cf5', 'do', 'import_source', '', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.020Z', NULL, 'applied');
INSERT INTO "operation" VALUES (17, '01a2041f-e9a7-75df-ba82-09fa59a99881', 'do', 'add_relation', 'Orša', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.023Z', NULL, 'undone');
INSERT INTO "operation" VALUES (18, '01a2041f-e9ac-7c20-a171-6262380cfdb1', 'undo', 'add_relation', 'Orša', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', '2026-11-22T16:38:50.028Z', 17, 'fixed');
INSERT INTO "participation" VALUES ('01a2041f-e995-773f-b6f0-4fdcd9e683df', 1, '01a2041f-e972-7502-8620-173189643a0e', '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'released');
INSERT INTO "passage" VALUES ('01a2041f-e977-7235-b48d-8b6d2186d0fb', 2, '01a2041f-e99d-7934-b103-9277d54607f9', 15, 19, 'gate', 'Corrected.
The ', ' of Orša.
Alena Sokał said: “We ');
INSERT INTO "passage" VALUES ('01a2041f-e97b-709c-a2a8-811699c79428', 1, '01a2041f-e965-77ff-b565-8caa92b52cea', 12, 16, 'Orša', 'The gate of ', '.
Alena Sokał said: “We kept you');
INSERT INTO "passage" VALUES ('01a2041f-e980-7a8f-b387-2cc93ca78e5e', 1, '01a2041f-e965-77ff-b565-8caa92b52cea', 18, 29, 'Alena Sokał', 'The gate of Orša.
', ' said: “We kept your chair.”');
INSERT INTO "passage" VALUES ('01a2041f-e985-70a5-986c-3363939e47f5', 1, '01a2041f-e965-77ff-b565-8caa92b52cea', 37, 55, 'We kept your chair', 'ate of Orša.
Alena Sokał said: “', '.”');
INSERT INTO "passage_tag" VALUES ('01a2041f-e97c-7cf9-9fc5-e772d4fe58cc', 1, '01a2041f-e97b-709c-a2a8-811699c79428', '01a2041f-e97b-7aab-8eb0-070355f1f097');
INSERT INTO "profile" VALUES ('01a2041f-e8fb-72a4-9a59-a46a275f83dc', 1, 'Анэля Крушына', 'AK', 'be');
INSERT INTO "published_translation" VALUES ('01a2041f-e9a3-7420-b5a0-9b90c7e68953', 1, '01a2041f-e964-71f5-a282-545f6c7b99ce', '01a2041f-e999-7582-ad4b-ad24477b85ac');
INSERT INTO "quote" VALUES ('01a2041f-e985-7fae-86ea-14af9a830efb', 1, '01a2041f-e985-70a5-986c-3363939e47f5', '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'en', '', 'direct');
INSERT INTO "record" VALUES ('01a2041f-e96b-7fa0-9c34-dd6ab183b305', 1, 'person');
INSERT INTO "record" VALUES ('01a2041f-e96f-7e11-9a24-74120da86c0c', 1, 'place');
INSERT INTO "record" VALUES ('01a2041f-e972-7502-8620-173189643a0e', 1, 'event');
INSERT INTO "rejection" VALUES ('01a2041f-e99f-7a28-abf2-6ff4edf257af', 1, '01a2041f-e964-71f5-a282-545f6c7b99ce', 'quotation', 'kept', '', '');
INSERT INTO "source" VALUES ('01a2041f-e964-71f5-a282-545f6c7b99ce', 1, 'The gate', '', 'Harbour', '', '2024-05', '', 'en', '', 'text/plain', 'article.txt', '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 63);
INSERT INTO "source" VALUES ('01a2041f-e999-7582-ad4b-ad24477b85ac', 1, 'The gate', '', '', '', '', '', 'be', '', 'text/plain', 'article.txt', '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 20);
INSERT INTO "statement" VALUES ('01a2041f-e98d-7daf-a3f9-08d06a32a7f7', 1, '01a2041f-e96b-7fa0-9c34-dd6ab183b305', 'office', 'librarian', '', NULL);
INSERT INTO "statement" VALUES ('01a2041f-e992-7a5f-9576-aee901791182', 1, '01a2041f-e972-7502-8620-173189643a0e', 'place', '01a2041f-e96f-7e11-9a24-74120da86c0c', '', '01a2041f-e96f-7e11-9a24-74120da86c0c');
INSERT INTO "tag" VALUES ('01a2041f-e97b-7aab-8eb0-070355f1f097', 1, 'места');
INSERT INTO "text_version" VALUES ('01a2041f-e965-77ff-b565-8caa92b52cea', 1, '01a2041f-e964-71f5-a282-545f6c7b99ce', 1, '55c48984b7a23f52a8ec03893436f3cce84553966cf725da3e1067846677e3f1', 'a09c2af96d0412702419e714fca50149f710735c96cd39abdc7e3a2c6f9d464c', 57, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a2041f-e999-7c14-8c24-e6da21209d6d', 1, '01a2041f-e999-7582-ad4b-ad24477b85ac', 1, '6e05012d82b777b1ff85f8b15d52f311fd982cfa91cbaef05cc74983d2f1b25d', 'd18caa53c58e78f52ddcec6b427c3655640f80cd3138fbf1791b12aab2c464c7', 11, 'text', '1', NULL);
INSERT INTO "text_version" VALUES ('01a2041f-e99d-7934-b103-9277d54607f9', 1, '01a2041f-e964-71f5-a282-545f6c7b99ce', 2, 'b6df076109eea969ec55435b7f58c2c6c54d874cbe8e4775f039c9b7a3043d54', 'c2ee9ec31d79f9deb208ecf1d3c3c396bd91ff86316c71eb3e93a0ad87226391', 68, 'text', '1', '01a2041f-e99c-797c-ac86-be7809facc69');
INSERT INTO "translation" VALUES ('01a2041f-e98a-7520-b620-4e2a74fae6c1', 1, '01a2041f-e985-7fae-86ea-14af9a830efb', 'be', 'Мы захавалі тваё крэсла', 'initial', '01a2041f-e8fb-72a4-9a59-a46a275f83dc', NULL, 'We kept your chair');
COMMIT;
