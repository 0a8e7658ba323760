-- The SQL of documents/server/document-store.ts. Written by `npm run generate`; never by hand.

-- insertDocument
insert into "document" ("id", "province", "state", "sha256", "file_name", "size", "format", "received_at", "received_by", "type", "number", "number_key", "issued_on", "place", "issuer", "agency_key", "subject", "theme", "years", "signatory", "recipients", "refused_code", "refused_reason", "arrival_number", "arrival_year", "arrived_on", "urgency", "sender", "note", "duplicate_of", "supersedes", "amends", "withdrawn_at", "withdrawn_reason", "review_version", "open_count", "unsure_count", "accepted_count", "dropped_count", "acceptance", "accepted_at", "accepted_by", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43);

-- findDocument
select *
  from "document"
  where "province" = $1 and "id" = $2;

-- lockDocument
select *
  from "document"
  where "province" = $1 and "id" = $2
  for update;

-- findDocumentOfFile
select *
  from "document"
  where "province" = $1 and "sha256" = $2;

-- findSuccessor
select *
  from "document"
  where "supersedes" = $1;

-- listAmending
select *
  from "document"
  where "amends" = $1 and "withdrawn_at" is null
  order by "received_at", "id";

-- listDocumentsOfNumber
select *
  from "document"
  where "province" = $1 and "number_key" = $2 and "withdrawn_at" is null
  order by "received_at", "id";

-- updateDocument
update "document"
  set "state" = $1, "accepted_at" = $2, "accepted_by" = $3, "version" = version + 1
  where "id" = $4;

-- updateReviewColumns
update "document"
  set "review_version" = $1, "open_count" = $2, "unsure_count" = $3, "accepted_count" = $4, "dropped_count" = $5
  where "id" = $6;

-- forgetHash
update "document"
  set "sha256" = $1, "size" = $2
  where "id" = $3;

-- takeArrivalNumber
insert into "arrival_counter" ("province", "year", "last")
  values ($1, $2, $3)
  on conflict ("province", "year") do update
  set "last" = arrival_counter.last + 1
  returning "last";

-- raiseArrivalNumber
insert into "arrival_counter" ("province", "year", "last")
  values ($1, $2, $3)
  on conflict ("province", "year") do update
  set "last" = greatest(arrival_counter.last, excluded.last);

-- listOriginals
select "id", "sha256", "file_name" as "fileName"
  from "document"
  where "province" = $1 and "sha256" is not null
  order by "id";
