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
delete from "document_text_piece"
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

-- insertReadingOfPieces
insert into "document_reading" ("document_id", "number", "read_at", "reader_version", "text", "structure")
  values ($1, $2, $3, $4, (select string_agg(text, '' order by position)
    from document_text_piece
    where document_id = $5), $6);
delete from "document_text_piece"
  where "document_id" = $1;

-- insertTextPiece
insert into "document_text_piece" ("document_id", "position", "text")
  values ($1, $2, $3);

-- deleteTextPieces
delete from "document_text_piece"
  where "document_id" = $1;

-- putSearchTerms
insert into "document_search" ("document_id", "part", "terms")
  values ($1, $2, array_to_tsvector($3::text[]))
  on conflict ("document_id", "part") do update
  set "terms" = array_to_tsvector($4::text[]);

-- indexAtOnce
set local gin_pending_list_limit = 64;

-- isInParts
select "part"
  from "document_search"
  where "document_id" = $1 and "part" = $2;

-- dropPartsAfter
delete from "document_search"
  where "document_id" = $1 and "part" > $2;
