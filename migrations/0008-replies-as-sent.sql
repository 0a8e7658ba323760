-- A create that is sent again must be answered with the very bytes of the first answer. As jsonb the reply lost the
-- order of its fields, its version tag, and the difference between an empty answer and an empty object.

alter table idempotency add column headers jsonb not null default '{}';
-- Null: the answer had no body.
alter table idempotency add column body text;

update idempotency set body = reply::text, headers = '{"content-type": "application/json; charset=utf-8"}'
  where reply <> 'null'::jsonb;

alter table idempotency drop column reply;
