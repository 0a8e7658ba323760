-- The SQL of programmes/server/change-store.ts. Written by `npm run generate`; never by hand.

-- insertChanges: what a document did
select coalesce(max("seq"), 0) as "last"
  from "programme_change"
  where "programme_id" = $1;
insert into "programme_change" ("programme_id", "joined_from", "seq", "at", "document_id", "document_name", "role", "kind", "item_id", "item_kind", "place", "words", "before", "after")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- listChanges
select *
  from "programme_change"
  where "programme_id" = $1
  order by "seq";
