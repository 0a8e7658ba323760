-- The SQL of people/server/delegation-store.ts. Written by `npm run generate`; never by hand.

-- listDelegations: all
select "delegation"."id", "giver"."id" as "from", "giver"."name" as "fromName", "receiver"."id" as "to", "receiver"."name" as "toName", "delegation"."valid_from" as "validFrom", "delegation"."valid_to" as "validTo", "delegation"."reason", "delegation"."ended_at" as "endedAt", "delegation"."version", array(select dp.post_id::text
    from delegation_post dp
    where dp.delegation_id = delegation.id
    order by dp.post_id) as "posts"
  from "delegation"
  inner join "account" as "giver" on "giver"."id" = "delegation"."from_account"
  inner join "account" as "receiver" on "receiver"."id" = "delegation"."to_account"
  where "delegation"."province" = $1
  order by "delegation"."valid_from" desc, "delegation"."id"
  limit $2;

-- listDelegations: of one person
select "delegation"."id", "giver"."id" as "from", "giver"."name" as "fromName", "receiver"."id" as "to", "receiver"."name" as "toName", "delegation"."valid_from" as "validFrom", "delegation"."valid_to" as "validTo", "delegation"."reason", "delegation"."ended_at" as "endedAt", "delegation"."version", array(select dp.post_id::text
    from delegation_post dp
    where dp.delegation_id = delegation.id
    order by dp.post_id) as "posts"
  from "delegation"
  inner join "account" as "giver" on "giver"."id" = "delegation"."from_account"
  inner join "account" as "receiver" on "receiver"."id" = "delegation"."to_account"
  where "delegation"."province" = $1 and ("delegation"."from_account" = $2 or "delegation"."to_account" = $3)
  order by "delegation"."valid_from" desc, "delegation"."id"
  limit $4;

-- findDelegation
select "delegation"."id", "giver"."id" as "from", "giver"."name" as "fromName", "receiver"."id" as "to", "receiver"."name" as "toName", "delegation"."valid_from" as "validFrom", "delegation"."valid_to" as "validTo", "delegation"."reason", "delegation"."ended_at" as "endedAt", "delegation"."version", array(select dp.post_id::text
    from delegation_post dp
    where dp.delegation_id = delegation.id
    order by dp.post_id) as "posts"
  from "delegation"
  inner join "account" as "giver" on "giver"."id" = "delegation"."from_account"
  inner join "account" as "receiver" on "receiver"."id" = "delegation"."to_account"
  where "delegation"."province" = $1 and "delegation"."id" = $2;

-- listOffers
select "delegation"."id", "giver"."id" as "from", "giver"."name" as "fromName", "receiver"."id" as "to", "receiver"."name" as "toName", "delegation"."valid_from" as "validFrom", "delegation"."valid_to" as "validTo", "delegation"."reason", "delegation"."ended_at" as "endedAt", "delegation"."version", array(select dp.post_id::text
    from delegation_post dp
    where dp.delegation_id = delegation.id
    order by dp.post_id) as "posts"
  from "delegation"
  inner join "account" as "giver" on "giver"."id" = "delegation"."from_account"
  inner join "account" as "receiver" on "receiver"."id" = "delegation"."to_account"
  where "delegation"."province" = $1 and "delegation"."to_account" = $2 and "delegation"."ended_at" is null and "delegation"."valid_from" <= $3 and "delegation"."valid_to" >= $4 and "giver"."state" = $5
  order by "giver"."name";

-- insertDelegation
insert into "delegation" ("id", "province", "from_account", "to_account", "valid_from", "valid_to", "reason", "ended_at", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "delegation_post" ("delegation_id", "post_id")
  values ($1, $2);

-- endDelegation
update "delegation"
  set "ended_at" = $1, "version" = "version" + $2
  where "id" = $3 and "ended_at" is null
  returning "id";
update "session"
  set "delegation_id" = $1
  where "delegation_id" = $2;
