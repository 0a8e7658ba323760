-- The SQL of documents/server/reading-store.ts. Written by `npm run generate`; never by hand.

-- insertReading
insert into "document_reading" ("document_id", "number", "read_at", "reader_version", "text", "structure")
  values ($1, $2, $3, $4, $5, $6);

-- getReadingNumber
select max("number") as "number"
  from "document_reading"
  where "document_id" = $1;

-- findText
select "text"
  from "document_reading"
  where "document_id" = $1
  order by "number" desc
  limit $2;

-- findStructure
select "structure", "reader_version"
  from "document_reading"
  where "document_id" = $1
  order by "number" desc
  limit $2;

-- findReaderVersion
select "reader_version"
  from "document_reading"
  where "document_id" = $1
  order by "number" desc
  limit $2;

-- deleteReadings
delete from "document_reading"
  where "document_id" = $1;
delete from "document_search"
  where "document_id" = $1;
delete from "document_citation"
  where "document_id" = $1;
delete from "review_action"
  where "document_id" = $1;

-- replaceCitations
delete from "document_citation"
  where "document_id" = $1;
insert into "document_citation" ("document_id", "position", "province", "number_key", "citation")
  values ($1, $2, $3, $4, $5);

-- listCitations
select "citation"
  from "document_citation"
  where "document_id" = $1
  order by "position";

-- listDocumentsOfKeys
select *
  from "document"
  where "province" = $1 and "number_key" in ($2, $3) and "withdrawn_at" is null
  order by "received_at";

-- listCitationsOfNumber
select "document".*, "cited"."citation"
  from "document_citation" as "cited"
  inner join "document" on "document"."id" = "cited"."document_id"
  where "cited"."province" = $1 and "cited"."number_key" = $2 and "document"."withdrawn_at" is null
  order by "document"."received_at" desc;

-- replaceSearchTerms
insert into "document_search" ("document_id", "terms")
  values ($1, array_to_tsvector($2::text[]))
  on conflict ("document_id") do update
  set "terms" = array_to_tsvector($3::text[]);
