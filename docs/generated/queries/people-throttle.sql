-- The SQL of people/server/throttle-store.ts. Written by `npm run generate`; never by hand.

-- takeAttempt: first of its key
begin;
insert into "sign_in_throttle" ("key", "failures", "last_at", "blocked_until")
  values ($1, $2, $3, $4)
  on conflict do nothing;
select *
  from "sign_in_throttle"
  where "key" in ($1)
  order by "key"
  for update;
update "sign_in_throttle"
  set "failures" = $1, "last_at" = $2, "blocked_until" = $3
  where "key" = $4;
commit;

-- forgiveAttempt
delete from "sign_in_throttle"
  where "key" in ($1);
update "sign_in_throttle"
  set "failures" = greatest("failures" - $1, 0), "blocked_until" = $2
  where "key" = $3;
delete from sign_in_throttle
  where last_at < $1::timestamptz - interval '1 day';
