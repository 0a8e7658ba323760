-- The SQL of people/server/group-store.ts. Written by `npm run generate`; never by hand.

-- listGroups
select "code", "name", "aliases", "members", "version"
  from "agency_group"
  where "province" = $1
  order by "name";

-- findGroupByCode
select "code", "name", "aliases", "members", "version"
  from "agency_group"
  where "province" = $1 and "code" = $2;

-- insertGroup
insert into "agency_group" ("province", "code", "name", "aliases", "members", "version")
  values ($1, $2, $3, $4, $5, $6);

-- insertMissingGroups
select "code", "name", "aliases", "members", "version"
  from "agency_group"
  where "province" = $1
  order by "name";
insert into "agency_group" ("province", "code", "name", "aliases", "members", "version")
  values ($1, $2, $3, $4, $5, $6);

-- updateGroup
update "agency_group"
  set "province" = $1, "code" = $2, "name" = $3, "aliases" = $4, "members" = $5, "version" = $6
  where "province" = $7 and "code" = $8 and "version" = $9
  returning "version";
