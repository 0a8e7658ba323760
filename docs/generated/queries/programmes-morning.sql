-- The SQL of programmes/server/notices/morning-store.ts. Written by `npm run generate`; never by hand.

-- listDueDays
select distinct next_due as due
  from assignment
  where province = $1 and next_due is not null and state = any($2::text[]);

-- listCharged
select distinct code
  from assignment, unnest(array[agency, delegate]) as code
  where province = $1 and code is not null and state = any($2::text[]);

-- isMorningDone
select "day"
  from "notice_morning"
  where "province" = $1 and "day" = $2;

-- beginMorning
insert into "notice_morning" ("province", "day", "at", "made")
  values ($1, $2, $3, $4)
  on conflict do nothing
  returning "day";

-- endMorning
update "notice_morning"
  set "made" = $1
  where "province" = $2 and "day" = $3;

-- voidAhead
delete from "notice_morning"
  where "province" = $1 and "day" > $2
  returning "day";
update "notice"
  set "is_void" = $1, "mail" = case when mail in ('waiting', 'sending') then 'none' else mail end, "mail_next_at" = $2
  where "province" = $3 and "kind" = $4 and "on_day" > $5;

-- insertStageNotices
with planned as (select *
    from unnest($1::date[], $2::text[], $3::int[], $4::date[]) as p (due, role, stage, day) ), people as (select *
    from unnest($5::text[], $6::text[], $7::uuid[], $8::boolean[], $9::boolean[]) as t (role, agency, account, is_stand_in, has_mail) ), asked as (select a.id, a.agency, a.delegate, p.due, p.stage, case when a.state in ('unassigned', 'refused') and p.role in ('focal', 'head') then 'office' when a.state = 'awaiting-approval' and p.role = 'focal' then 'head' else p.role end as role
    from assignment a
    join planned p on p.due = a.next_due
    where a.province = $10 and a.state = any($11::text[]) and (p.stage > 0 or p.day >= ((a.made_at at time zone 'UTC') + interval '7 hours')::date) ), targets as (select id, due, stage, role, '' as code
    from asked
    where role in ('office', 'leader')
    union all
    select id, due, stage, role, agency
    from asked
    where role in ('focal', 'head') and agency is not null
    union all
    select id, due, stage, role, delegate
    from asked
    where role = 'focal' and delegate is not null ) insert into notice (province, key, account_id, assignment_id, kind, role, is_stand_in, stage, due, is_conflict, on_day, is_void, made_at, mail, mail_attempts, mail_next_at)
  select $12, 'stage/' || c.id || '/' || c.due || '/' || c.stage || '/' || c.role || '/' || c.account, c.account, c.id, 'stage', c.role, c.is_stand_in, c.stage, c.due, false, $13::date, false, $14::timestamptz, case when c.has_mail then 'waiting' else 'none' end, 0, case when c.has_mail then $15::timestamptz end
  from (select distinct on (g.id, t.account) g.id, g.due, g.stage, g.role, t.account, t.is_stand_in, t.has_mail
    from targets g
    join people t on t.role = g.role and t.agency = g.code
    order by g.id, t.account, g.stage desc, t.is_stand_in desc, array_position(array['focal', 'head', 'office', 'leader'], g.role) ) c
  where not exists (select 1
    from notice n
    where n.assignment_id = c.id and n.account_id = c.account and n.due = c.due and n.stage >= c.stage and not n.is_void)
  on conflict do nothing;
