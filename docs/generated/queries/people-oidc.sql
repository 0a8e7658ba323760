-- The SQL of people/server/oidc-store.ts. Written by `npm run generate`; never by hand.

-- insertOidcAttempt
delete from oidc_attempt
  where started_at < $1::timestamptz - interval '1 hour';
insert into "oidc_attempt" ("state_hash", "province", "nonce", "verifier", "started_at")
  values ($1, $2, $3, $4, $5);

-- takeOidcAttempt
delete from "oidc_attempt"
  where "state_hash" = $1 and "started_at" > $2::timestamptz - interval '10 minutes'
  returning *;

-- findAccountBySubject
select "account"."id", "login", "state", "demo", "password_hash"
  from "account"
  where "account"."province" = $1 and "oidc_subject" = $2;

-- listPreparedAccounts: by login
select "account"."id", "login", "state", "demo", "password_hash"
  from "account"
  where "account"."province" = $1 and "oidc_subject" is null and "demo" = $2 and "login" = $3;

-- listPreparedAccounts: by address
select "account"."id", "login", "state", "demo", "password_hash"
  from "account"
  inner join "account_contact" on "account_contact"."account_id" = "account"."id"
  where "account"."province" = $1 and "oidc_subject" is null and "demo" = $2 and lower("account_contact"."email") = $3;

-- linkSubject
update "account"
  set "oidc_subject" = $1
  where "id" = $2;
