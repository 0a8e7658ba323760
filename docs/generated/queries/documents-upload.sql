-- The SQL of documents/server/upload-store.ts. Written by `npm run generate`; never by hand.

-- insertUpload
insert into "upload" ("id", "province", "account", "name", "size", "received", "touched_at", "document_id", "duplicate")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- findUpload
select *
  from "upload"
  where "province" = $1 and "id" = $2;

-- advanceUpload
update "upload"
  set "received" = $1, "touched_at" = $2
  where "id" = $3 and "received" = $4;

-- finishUpload
update "upload"
  set "document_id" = $1, "duplicate" = $2
  where "id" = $3;

-- deleteStaleUploads
delete from "upload"
  where "province" = $1 and "document_id" is null and "touched_at" < $2
  returning "id";

-- blankUploads
update "upload"
  set "name" = $1
  where "document_id" = $2
  returning "id";
update "idempotency"
  set "body" = jsonb_set(body::jsonb, '{name}', '""')::text
  where body::jsonb ->> 'id' in ($1);
