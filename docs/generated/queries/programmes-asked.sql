-- The SQL of programmes/server/notices/asked-store.ts. Written by `npm run generate`; never by hand.

-- listAsked
select id
  from assignment
  where province = $1 and id = any($2::uuid[]) and state = any($3::text[]);

-- listUrgent
select a.id, a.text, a.place, p.number as plan, a.state, a.next_due as due
  from assignment a
  left join programme p on p.id = a.programme_id
  where a.province = $1 and a.agency = $2 and a.state = any($3::text[]) and a.next_due <= $4::date
  order by a.next_due, a.place, a.id;
