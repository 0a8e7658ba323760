-- Two plans that were followed apart may turn out to be one: the second is recorded as the new version of the first.
-- The older programme goes on with everything; the other stays as the name under which it is still found. Both wanted
-- the same document, and the job went to quarantine.

alter table programme add column joined_to uuid;
alter table programme add constraint programme_joined_to foreign key (joined_to) references programme (id);
alter table programme add constraint programme_joined_is_over check (joined_to is null or state = 'withdrawn');

alter table programme drop constraint programme_document;
create unique index programme_document on programme (province, document_id) where joined_to is null;
create index programme_joined on programme (joined_to) where joined_to is not null;
