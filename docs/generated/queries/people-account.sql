-- The SQL of people/server/account-store.ts. Written by `npm run generate`; never by hand.

-- findAccount
select "account"."id", "account"."login", "account"."name", "account"."state", "account"."demo", "account"."last_seen_at" as "lastSeenAt", "account"."version", "account_contact"."email", "account_contact"."phone", account.password_hash is not null as "hasPassword", (select coalesce(json_agg(agg), '[]')
    from (select "post"."id", "post"."role", "post"."agency", "agency"."name" as "agencyName", "post"."area", "post"."valid_from" as "validFrom", "post"."valid_to" as "validTo"
      from "post"
      left join "agency" on "agency"."province" = "post"."province" and "agency"."code" = "post"."agency"
      where "post"."account_id" = "account"."id"
      order by "post"."valid_from" asc nulls first, "post"."role", "post"."id") as agg) as "posts"
  from "account"
  left join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1 and "account"."id" = $2;

-- listAccounts: all
select count(*) as "total"
  from "account"
  left join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1;
select "account"."id", "account"."login", "account"."name", "account"."state", "account"."demo", "account"."last_seen_at" as "lastSeenAt", "account"."version", "account_contact"."email", "account_contact"."phone", account.password_hash is not null as "hasPassword", (select coalesce(json_agg(agg), '[]')
    from (select "post"."id", "post"."role", "post"."agency", "agency"."name" as "agencyName", "post"."area", "post"."valid_from" as "validFrom", "post"."valid_to" as "validTo"
      from "post"
      left join "agency" on "agency"."province" = "post"."province" and "agency"."code" = "post"."agency"
      where "post"."account_id" = "account"."id"
      order by "post"."valid_from" asc nulls first, "post"."role", "post"."id") as agg) as "posts"
  from "account"
  left join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1
  order by "account"."name", "account"."login"
  limit $2
  offset $3;

-- listAccounts: by every filter
select count(*) as "total"
  from "account"
  left join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1 and "search" like $2 and "account"."state" = $3 and exists (select "post"."id"
    from "post"
    where "post"."account_id" = "account"."id" and coalesce(post.valid_from, $4::date) <= $5::date and coalesce(post.valid_to, $6::date) >= $7::date and "post"."role" = $8 and "post"."agency" = $9 and (post.agency = any($10::text[]) or post.area = any($11::text[])));
select "account"."id", "account"."login", "account"."name", "account"."state", "account"."demo", "account"."last_seen_at" as "lastSeenAt", "account"."version", "account_contact"."email", "account_contact"."phone", account.password_hash is not null as "hasPassword", (select coalesce(json_agg(agg), '[]')
    from (select "post"."id", "post"."role", "post"."agency", "agency"."name" as "agencyName", "post"."area", "post"."valid_from" as "validFrom", "post"."valid_to" as "validTo"
      from "post"
      left join "agency" on "agency"."province" = "post"."province" and "agency"."code" = "post"."agency"
      where "post"."account_id" = "account"."id"
      order by "post"."valid_from" asc nulls first, "post"."role", "post"."id") as agg) as "posts"
  from "account"
  left join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1 and "search" like $2 and "account"."state" = $3 and exists (select "post"."id"
    from "post"
    where "post"."account_id" = "account"."id" and coalesce(post.valid_from, $4::date) <= $5::date and coalesce(post.valid_to, $6::date) >= $7::date and "post"."role" = $8 and "post"."agency" = $9 and (post.agency = any($10::text[]) or post.area = any($11::text[])))
  order by "account"."name", "account"."login"
  limit $12
  offset $13;

-- insertAccount
insert into "account" ("id", "province", "login", "name", "search", "state", "demo", "password_hash", "oidc_subject", "last_seen_at", "created_at", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
insert into "account_contact" ("account_id", "email", "phone")
  values ($1, $2, $3);

-- updateAccount: name and state
update "account"
  set "version" = $1, "name" = $2, "search" = $3, "state" = $4
  where "id" = $5 and "version" = $6
  returning "version";

-- updateAccount: how to reach
update "account"
  set "version" = $1
  where "id" = $2 and "version" = $3
  returning "version";
update "account_contact"
  set "email" = $1, "phone" = $2
  where "account_id" = $3;

-- setPassword
update "account"
  set "password_hash" = $1
  where "id" = $2;

-- insertPost
insert into "post" ("id", "province", "account_id", "role", "agency", "area", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7, $8);

-- endPost
update "post"
  set "valid_to" = $1
  where "id" = $2;

-- listLogins
select "login"
  from "account"
  where "province" = $1;

-- countAdmins
select distinct "account"."id", "account"."demo"
  from "account"
  inner join "post" on "post"."account_id" = "account"."id"
  where "account"."province" = $1 and "account"."state" = $2 and "post"."role" = $3 and coalesce(post.valid_from, $4::date) <= $5::date and coalesce(post.valid_to, $6::date) >= $7::date;

-- listDemoAccounts
select "account"."login", "account"."name", "post"."role", "agency"."short_name" as "agency"
  from "account"
  inner join "post" on "post"."account_id" = "account"."id"
  left join "agency" on "agency"."province" = "post"."province" and "agency"."code" = "post"."agency"
  where "account"."province" = $1 and "account"."demo" = $2 and "account"."state" = $3
  order by "account"."login";

-- findAccountByLogin
select "id", "login", "state", "demo", "password_hash"
  from "account"
  where "province" = $1 and "login" = $2;
