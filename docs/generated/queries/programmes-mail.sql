-- The SQL of programmes/server/notices/mail-store.ts. Written by `npm run generate`; never by hand.

-- listRecipients
select n.account_id as account
  from notice n
  where n.province = $1 and (n.mail in ('waiting', 'sending') and (n.mail_next_at <= $2::timestamptz or n.mail_next_at > $3::timestamptz + make_interval(secs => 3600)))
  group by n.account_id
  order by min(n.mail_next_at), n.account_id
  limit $4::int;

-- beginLetter
with taken as (update notice n set mail = 'sending', mail_attempts = mail_attempts + 1, mail_next_at = $1::timestamptz + make_interval(secs => 300) where n.id in (select n.id
    from notice n
    where n.account_id = $2::uuid and (n.mail in ('waiting', 'sending') and (n.mail_next_at <= $3::timestamptz or n.mail_next_at > $4::timestamptz + make_interval(secs => 3600)))
    for update skip locked) returning n.*)
  select t.id, t.kind, t.is_stand_in, t.stage, t.due, t.verb, t.capacity, t.is_conflict, t.words, t.on_day, t.made_at, t.read_at, t.mail_attempts as attempts, jsonb_build_object('id', a.id, 'text', a.text, 'place', a.place, 'plan', p.number, 'agency', a.agency, 'state', a.state, 'due', a.next_due) as duty
  from taken t
  join assignment a on a.id = t.assignment_id
  left join programme p on p.id = a.programme_id
  where not t.is_void
  order by t.made_at, t.id;

-- endLetter
update "notice"
  set "mail" = $1, "mail_at" = $2, "mail_next_at" = $3
  where id = any($4::uuid[]);

-- countLetters
select (select count(distinct account_id)
    from notice
    where province = $1 and mail in ('waiting', 'sending')) as waiting, (select count(distinct account_id)
    from notice
    where province = $2 and mail = 'refused') as refused;
