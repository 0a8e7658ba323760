-- The SQL of programmes/server/assignments/context-store.ts. Written by `npm run generate`; never by hand.

-- namePlans
select "id", "number", "document_id"
  from "programme"
  where "id" in ($1, $2);

-- spansOf
select "spans"
  from "programme_item"
  where "id" = $1;

-- listFiles
select *
  from "assignment_file"
  where "assignment_id" = $1;

-- insertFile
insert into "assignment_file" ("assignment_id", "sha256", "name", "type", "size", "sent_by", "at")
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict ("assignment_id", "sha256") do nothing;

-- findAgencyWay
select "head_approves"
  from "assignment_way"
  where "province" = $1 and "agency" = $2;
