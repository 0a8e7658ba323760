-- The SQL of people/server/agency-store.ts. Written by `npm run generate`; never by hand.

-- findAgencyByCode
select "agency".*, array(select s.successor
    from agency_successor s
    where s.province = agency.province and s.agency = agency.code
    order by s.successor) as "successors", array(select s.agency
    from agency_successor s
    where s.province = agency.province and s.successor = agency.code
    order by s.agency) as "predecessors"
  from "agency"
  where "agency"."province" = $1 and "code" = $2;

-- listAllAgencies
select "agency".*, array(select s.successor
    from agency_successor s
    where s.province = agency.province and s.agency = agency.code
    order by s.successor) as "successors", array(select s.agency
    from agency_successor s
    where s.province = agency.province and s.successor = agency.code
    order by s.agency) as "predecessors"
  from "agency"
  where "agency"."province" = $1
  order by "code";

-- listAgencies: all
select count(*) as "total"
  from "agency"
  where "agency"."province" = $1;
select "agency".*, array(select s.successor
    from agency_successor s
    where s.province = agency.province and s.agency = agency.code
    order by s.successor) as "successors", array(select s.agency
    from agency_successor s
    where s.province = agency.province and s.successor = agency.code
    order by s.agency) as "predecessors"
  from "agency"
  where "agency"."province" = $1
  order by array_position(array['central', 'province', 'district', 'commune'], level), "name", "code"
  limit $2
  offset $3;

-- listAgencies: by every filter
select count(*) as "total"
  from "agency"
  where "agency"."province" = $1 and "search" like $2 and "kind" = $3 and "level" = $4 and (coalesce(valid_from, $5::date) <= $6::date and coalesce(valid_to, $7::date) >= $8::date) and (coalesce(valid_from, $9::date) <= $10::date and coalesce(valid_to, $11::date) >= $12::date);
select "agency".*, array(select s.successor
    from agency_successor s
    where s.province = agency.province and s.agency = agency.code
    order by s.successor) as "successors", array(select s.agency
    from agency_successor s
    where s.province = agency.province and s.successor = agency.code
    order by s.agency) as "predecessors"
  from "agency"
  where "agency"."province" = $1 and "search" like $2 and "kind" = $3 and "level" = $4 and (coalesce(valid_from, $5::date) <= $6::date and coalesce(valid_to, $7::date) >= $8::date) and (coalesce(valid_from, $9::date) <= $10::date and coalesce(valid_to, $11::date) >= $12::date)
  order by array_position(array['central', 'province', 'district', 'commune'], level), "name", "code"
  limit $13
  offset $14;

-- listAgencies: ended
select count(*) as "total"
  from "agency"
  where "agency"."province" = $1 and "valid_to" < $2;
select "agency".*, array(select s.successor
    from agency_successor s
    where s.province = agency.province and s.agency = agency.code
    order by s.successor) as "successors", array(select s.agency
    from agency_successor s
    where s.province = agency.province and s.successor = agency.code
    order by s.agency) as "predecessors"
  from "agency"
  where "agency"."province" = $1 and "valid_to" < $2
  order by array_position(array['central', 'province', 'district', 'commune'], level), "name", "code"
  limit $3
  offset $4;

-- insertAgency
insert into "agency" ("province", "code", "name", "short_name", "kind", "level", "parent", "aliases", "valid_from", "valid_to", "unit_code", "source", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
delete from "agency_successor"
  where "province" = $1 and "agency" = $2;
insert into "agency_successor" ("province", "agency", "successor")
  values ($1, $2, $3);

-- insertMissingAgencies
select "code"
  from "agency"
  where "province" = $1;
insert into "agency" ("province", "code", "name", "short_name", "kind", "level", "parent", "aliases", "valid_from", "valid_to", "unit_code", "source", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
insert into "agency_successor" ("province", "agency", "successor")
  values ($1, $2, $3);

-- updateAgency
update "agency"
  set "province" = $1, "code" = $2, "name" = $3, "short_name" = $4, "kind" = $5, "level" = $6, "parent" = $7, "aliases" = $8, "valid_from" = $9, "valid_to" = $10, "unit_code" = $11, "source" = $12, "search" = $13, "version" = $14
  where "province" = $15 and "code" = $16 and "version" = $17
  returning "version";
delete from "agency_successor"
  where "province" = $1 and "agency" = $2;
insert into "agency_successor" ("province", "agency", "successor")
  values ($1, $2, $3);
