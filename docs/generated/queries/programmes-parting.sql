-- The SQL of programmes/server/parting-store.ts. Written by `npm run generate`; never by hand.

-- listHeldDocuments: two documents
select "document_id"
  from "programme_change"
  where "programme_id" = $1 and "joined_from" is null
  order by "seq"
  limit $2;
select "document_id"
  from "programme_version"
  where "programme_id" = $1
  order by "at", "acceptance", "document_id";

-- listJoined
select *
  from "programme"
  where "joined_to" = $1 and "document_id" in ($2, $3)
  order by "id"
  for update;

-- reviveProgramme
update "programme"
  set "joined_to" = $1, "state" = $2, "version" = version + 1
  where "id" = $3;
update "programme"
  set "joined_to" = $1
  where "id" in ($2);

-- moveShare
update "programme_version"
  set "programme_id" = $1
  where "programme_id" = $2 and "document_id" in ($3);
update "programme_item"
  set "programme_id" = $1, "joined_from" = nullif(joined_from, $2::uuid)
  where "id" in ($3);
update "programme_party"
  set "programme_id" = $1
  where "item_id" in ($2);
update "programme_item_terms"
  set "programme_id" = $1
  where "item_id" in ($2);
update "programme_change"
  set "programme_id" = $1, "joined_from" = nullif(joined_from, $2::uuid)
  where "programme_id" = $3 and "joined_from" in ($4);
