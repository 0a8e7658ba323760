-- The SQL of programmes/server/notices/notice-store.ts. Written by `npm run generate`; never by hand.

-- listAgenciesOf: of some
select distinct code
  from assignment a, unnest(array[a.agency, a.delegate] || a.partners) as code
  where a.province = $1 and code is not null and a.id = any($2::uuid[]);

-- listAgenciesOf: of a batch
select distinct code
  from assignment a, unnest(array[a.agency, a.delegate] || a.partners) as code
  where a.province = $1 and code is not null and a.batch = $2::uuid;

-- insertTold
with audience as (select *
    from unnest($1::text[], $2::text[]) with ordinality as u (role, place, rank) ), people as (select *
    from unnest($3::text[], $4::text[], $5::uuid[], $6::boolean[], $7::boolean[]) as t (role, agency, account, is_stand_in, has_mail) ) insert into notice (province, key, account_id, assignment_id, kind, role, is_stand_in, verb, capacity, is_conflict, words, on_day, is_void, made_at, mail, mail_attempts, mail_next_at)
  select distinct on (a.id, t.account) $8, $9 || '/' || a.id || '/' || t.account, t.account, a.id, $10, t.role, t.is_stand_in, $11::text, $12::text, $13::boolean, $14::text, $15::date, false, $16::timestamptz, case when t.has_mail then 'waiting' else 'none' end, 0, case when t.has_mail then $17::timestamptz end
  from assignment a
  cross join audience u
  cross join lateral unnest(case u.place when 'agency' then array[a.agency] when 'delegate' then array[a.delegate] when 'partners' then a.partners else array[''] end) as asked (code)
  join people t on t.role = u.role and t.agency = asked.code
  where a.province = $18 and a.id = any($19::uuid[]) and (t.is_stand_in or t.account is distinct from $20::uuid) and not (t.is_stand_in and u.place = 'partners')
  order by a.id, t.account, t.is_stand_in desc, u.rank
  on conflict do nothing;

-- listNotices: unread
select "n"."id", "n"."kind", "n"."is_stand_in", "n"."stage", "n"."due", "n"."verb", "n"."capacity", "n"."is_conflict", "n"."words", "n"."on_day", "n"."made_at", "n"."read_at", jsonb_build_object('id', a.id, 'text', a.text, 'place', a.place, 'plan', p.number, 'agency', a.agency, 'state', a.state, 'due', a.next_due) as "duty"
  from "notice" as "n"
  inner join "assignment" as "a" on "a"."id" = "n"."assignment_id"
  left join "programme" as "p" on "p"."id" = "a"."programme_id"
  where "n"."account_id" = $1 and "n"."is_void" = $2 and "n"."read_at" is null
  order by "n"."made_at" desc, "n"."id"
  limit $3
  offset $4;
select count(*) as "total"
  from "notice" as "n"
  where "n"."account_id" = $1 and "n"."is_void" = $2 and "n"."read_at" is null;

-- countUnread
select count(*) as total
  from (select 1
    from notice
    where account_id = $1::uuid and read_at is null and not is_void
    limit $2::int) as unread;

-- markRead: some of them
update "notice"
  set "read_at" = $1
  where "account_id" = $2 and "read_at" is null and "is_void" = $3 and id = any($4::uuid[]);

-- markRead: all until then
update "notice"
  set "read_at" = $1
  where "account_id" = $2 and "read_at" is null and "is_void" = $3 and "made_at" <= $4;
