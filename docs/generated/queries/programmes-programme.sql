-- The SQL of programmes/server/programme-store.ts. Written by `npm run generate`; never by hand.

-- insertProgramme
insert into "programme" ("id", "province", "state", "joined_to", "created_at", "version", "document_id", "acceptance", "type", "number", "issued_on", "issuer", "subject", "theme", "years", "outline", "findings", "search")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);

-- updateProgramme
update "programme"
  set "document_id" = $1, "acceptance" = $2, "type" = $3, "number" = $4, "issued_on" = $5, "issuer" = $6, "subject" = $7, "theme" = $8, "years" = $9, "outline" = $10, "findings" = $11, "search" = $12, "state" = $13, "version" = version + 1
  where "id" = $14;

-- touchProgramme
update "programme"
  set "version" = version + 1
  where "id" = $1;

-- setFindings
update "programme"
  set "findings" = $1
  where "id" = $2;

-- listUnknownNames
select "programme"."id", "programme"."issued_on", "party"."printed"
  from "programme"
  inner join "programme_party" as "party" on "party"."programme_id" = "programme"."id"
  where "programme"."province" = $1 and "party"."code" is null
  union
  select "programme"."id", "programme"."issued_on", finding.agency ->> 'printed' as "printed"
  from "programme", jsonb_to_recordset(programme.findings) as finding (agency jsonb)
  where "programme"."province" = $2 and finding.agency is not null and finding.agency ->> 'code' is null;

-- listProgrammesNaming
select "programme"."id"
  from "programme"
  inner join "programme_party" as "party" on "party"."programme_id" = "programme"."id"
  where "programme"."province" = $1 and "party"."code" = $2
  union
  select "programme"."id"
  from "programme", jsonb_to_recordset(programme.findings) as finding (agency jsonb)
  where "programme"."province" = $3 and finding.agency ->> 'code' = $4;

-- setProgrammeState
update "programme"
  set "state" = $1, "version" = version + 1
  where "id" = $2;

-- insertVersion
insert into "programme_version" ("programme_id", "document_id", "acceptance", "at")
  values ($1, $2, $3, $4);

-- isHeard
select "programme_id"
  from "programme_version"
  where "document_id" = $1 and "acceptance" >= $2
  limit $3;

-- findProgramme
select *
  from "programme"
  where "province" = $1 and "joined_to" is null and ("id" = $2 or "id" = (select "old"."joined_to"
    from "programme" as "old"
    where "old"."id" = $3
    limit $4));

-- lockProgrammesOf: when there are some
select "programme_id", "document_id"
  from "programme_version"
  where "document_id" in ($1, $2);
select *
  from "programme"
  where "province" = $1 and "id" in ($2)
  order by "id"
  for update;

-- joinProgramme
select "id"
  from "programme_item"
  where "programme_id" = $1;
update "programme_item"
  set "programme_id" = $1, "joined_from" = coalesce(joined_from, $2::uuid)
  where "programme_id" = $3;
update "programme_party"
  set "programme_id" = $1
  where "programme_id" = $2;
update "programme_item_terms"
  set "programme_id" = $1
  where "programme_id" = $2;
update "programme_version"
  set "programme_id" = $1
  where "programme_id" = $2;
update "programme_change"
  set "programme_id" = $1, "joined_from" = coalesce(joined_from, $2::uuid), "seq" = seq + (select coalesce(max(other.seq), 0)
    from programme_change other
    where other.programme_id = $3)
  where "programme_id" = $4;
update "programme"
  set "joined_to" = $1, "state" = $2, "version" = version + 1
  where ("id" = $3 or "joined_to" = $4);

-- lockProgramme
select *
  from "programme"
  where "province" = $1 and "joined_to" is null and ("id" = $2 or "id" = (select "old"."joined_to"
    from "programme" as "old"
    where "old"."id" = $3
    limit $4))
  for update;

-- listProgrammes: all
select count(*) as "total"
  from "programme"
  where "province" = $1 and "joined_to" is null;
select *
  from "programme"
  where "province" = $1 and "joined_to" is null
  order by "state", "created_at" desc, "id"
  limit $2
  offset $3;

-- listProgrammes: by every filter
select count(*) as "total"
  from "programme"
  where "province" = $1 and "joined_to" is null and $2 = any(years) and "state" = $3 and "search" like $4 and exists (select "programme_version"."programme_id"
    from "programme_version"
    where "programme_version"."programme_id" = "programme"."id" and "programme_version"."document_id" = $5);
select *
  from "programme"
  where "province" = $1 and "joined_to" is null and $2 = any(years) and "state" = $3 and "search" like $4 and exists (select "programme_version"."programme_id"
    from "programme_version"
    where "programme_version"."programme_id" = "programme"."id" and "programme_version"."document_id" = $5)
  order by "state", "created_at" desc, "id"
  limit $6
  offset $7;

-- countItems
select "programme_id", "kind", count(*) as "count"
  from "programme_item"
  where "programme_id" in ($1, $2) and "ended_at" is null
  group by "programme_id", "kind";
