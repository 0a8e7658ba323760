-- The SQL of people/server/link-store.ts. Written by `npm run generate`; never by hand.

-- insertLink: for one person
delete from "one_time_link"
  where "province" = $1 and "purpose" = $2 and "used_at" is null and "account_id" = $3;
insert into "one_time_link" ("id", "province", "purpose", "account_id", "token_hash", "expires_at", "used_at")
  values ($1, $2, $3, $4, $5, $6, $7);

-- insertLink: for the first administrator
delete from "one_time_link"
  where "province" = $1 and "purpose" = $2 and "used_at" is null and "account_id" is null;
insert into "one_time_link" ("id", "province", "purpose", "account_id", "token_hash", "expires_at", "used_at")
  values ($1, $2, $3, $4, $5, $6, $7);

-- findLink
select "one_time_link"."id", "one_time_link"."purpose", "one_time_link"."account_id" as "account", "account"."login", "one_time_link"."expires_at" as "expiresAt"
  from "one_time_link"
  left join "account" on "account"."id" = "one_time_link"."account_id"
  where "one_time_link"."token_hash" = $1 and "one_time_link"."used_at" is null and "one_time_link"."expires_at" > $2;

-- takeLink
update "one_time_link"
  set "used_at" = $1
  where "id" = $2 and "used_at" is null and "expires_at" > $3
  returning "id";
