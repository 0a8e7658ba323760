-- The SQL of documents/server/search-store.ts. Written by `npm run generate`; never by hand.

-- listDocuments: no words
select "document".*, count(*) over () as "total"
  from "document"
  where "document"."province" = $1 and "document"."withdrawn_at" is null and "document"."state" <> $2
  order by "document"."arrived_on" desc, document.arrival_number desc nulls first, "document"."id"
  limit $3
  offset $4;

-- listDocuments: words
begin;
set local enable_seqscan = off;
select "document".*, count(*) over () as "total"
  from "document"
  where "document"."province" = $1 and "document"."withdrawn_at" is null and "document"."state" <> $2 and document.id = any(array(select document_id
    from document_search
    where terms @@ $3::tsquery) || array(select document_id
    from document_search
    where part = 1 intersect
    select unnest(array(select document_id
      from document_search
      where exists (select
        from document_search
        where part = 1) and terms @@ $4::tsquery)) intersect
    select unnest(array(select document_id
      from document_search
      where exists (select
        from document_search
        where part = 1) and terms @@ $5::tsquery))))
  order by "document"."arrived_on" desc, document.arrival_number desc nulls first, "document"."id"
  limit $6
  offset $7;
commit;

-- listDocuments: every filter, by day of issue
begin;
set local enable_seqscan = off;
select "document".*, count(*) over () as "total"
  from "document"
  where "document"."province" = $1 and "document"."withdrawn_at" is not null and "document"."state" = $2 and "document"."type" = $3 and "document"."arrival_year" = $4 and "document"."agency_key" like $5 and "document"."agency_key" like $6 and "document"."agency_key" like $7 and document.id = any(array(select document_id
    from document_search
    where terms @@ $8::tsquery) || array(select document_id
    from document_search
    where part = 1 intersect
    select unnest(array(select document_id
      from document_search
      where exists (select
        from document_search
        where part = 1) and terms @@ $9::tsquery)) intersect
    select unnest(array(select document_id
      from document_search
      where exists (select
        from document_search
        where part = 1) and terms @@ $10::tsquery))))
  order by issued_on desc nulls last, "document"."arrived_on" desc, document.arrival_number desc nulls first, "document"."id"
  limit $11
  offset $12;
commit;

-- listDocuments: beyond the last page
select "document".*, count(*) over () as "total"
  from "document"
  where "document"."province" = $1 and "document"."withdrawn_at" is null and "document"."state" <> $2
  order by "document"."arrived_on" desc, document.arrival_number desc nulls first, "document"."id"
  limit $3
  offset $4;
select count(*) as "total"
  from "document"
  where "document"."province" = $1 and "document"."withdrawn_at" is null and "document"."state" <> $2;

-- listFilterValues
select array_agg(distinct type) as "types", array_agg(distinct arrival_year) as "years"
  from "document"
  where "province" = $1 and "state" <> $2;

-- listTexts
select distinct on ("document_id") "document_id", left(text, $1::integer) as "text"
  from "document_reading"
  where "document_id" in ($2, $3)
  order by "document_id", "number" desc;
