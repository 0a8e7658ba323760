-- The SQL of people/server/session-store.ts. Written by `npm run generate`; never by hand.

-- findSession
select s.id, s.account_id as account, s.last_seen_at as "lastSeenAt", d.id as delegation, d.from_account as "actingFor", coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'agency', p.agency, 'area', p.area) order by p.id)
    from post p
    where p.account_id = coalesce(d.from_account, s.account_id) and coalesce(p.valid_from, $1::date) <= $2::date and coalesce(p.valid_to, $3::date) >= $4::date and (d.id is null or exists (select 1
      from delegation_post dp
      where dp.delegation_id = d.id and dp.post_id = p.id)) ), '[]'::jsonb) as posts
  from session s
  join account a on a.id = s.account_id and a.state = 'active'
  left join (delegation d join account f on f.id = d.from_account and f.state = 'active') on d.id = s.delegation_id and d.to_account = s.account_id and d.ended_at is null and $5::date between d.valid_from and d.valid_to
  where s.token_hash = $6 and s.last_seen_at > $7::timestamptz - make_interval(hours => $8::int) and s.started_at > $9::timestamptz - make_interval(days => 7);

-- touchSession
update "session"
  set "last_seen_at" = $1
  where "id" = $2;
update "account"
  set "last_seen_at" = $1
  where "id" = $2;

-- insertSession
insert into "session" ("id", "province", "token_hash", "account_id", "delegation_id", "device", "started_at", "last_seen_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8);
update "account"
  set "last_seen_at" = $1
  where "id" = $2;

-- deleteStaleSessions
delete from session
  where last_seen_at <= $1::timestamptz - make_interval(hours => $2::int) or started_at <= $3::timestamptz - make_interval(days => 7);

-- deleteSessionByToken
delete from "session"
  where "token_hash" = $1
  returning "id", "account_id";

-- deleteSession
delete from "session"
  where "account_id" = $1 and "id" = $2
  returning "id";

-- renewToken
update "session"
  set "token_hash" = $1
  where "token_hash" = $2;

-- deleteOtherSessions: all
delete from "session"
  where "account_id" = $1
  returning "id";

-- deleteOtherSessions: all but one
delete from "session"
  where "account_id" = $1 and "token_hash" <> $2
  returning "id";

-- listSessions
select "id", "token_hash", "device", "started_at", "last_seen_at"
  from "session"
  where "account_id" = $1 and last_seen_at > $2::timestamptz - make_interval(hours => $3::int) and started_at > $4::timestamptz - make_interval(days => 7)
  order by "last_seen_at" desc;

-- setActing
update "session"
  set "delegation_id" = $1
  where "token_hash" = $2;
