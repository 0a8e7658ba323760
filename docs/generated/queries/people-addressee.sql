-- The SQL of people/server/addressee-store.ts. Written by `npm run generate`; never by hand.

-- listAddressees
with held as (select p.id, p.account_id as account, p.role, p.agency, p.area
    from post p
    join account a on a.id = p.account_id and a.state = 'active'
    where p.province = $1 and coalesce(p.valid_from, $2::date) <= $3::date and coalesce(p.valid_to, $4::date) >= $5::date ), told as (select account, role, agency, area
    from held
    union
    select d.to_account, h.role, h.agency, h.area
    from delegation d
    join delegation_post dp on dp.delegation_id = d.id
    join held h on h.id = dp.post_id and h.account = d.from_account
    where d.province = $6 and d.ended_at is null and $7::date between d.valid_from and d.valid_to )
  select a.id as account, a.name, c.email, jsonb_agg(distinct jsonb_build_object('role', t.role, 'agency', coalesce(t.agency, g.code))) as posts
  from told t
  join account a on a.id = t.account and a.state = 'active'
  left join account_contact c on c.account_id = a.id
  left join agency g on g.province = $8 and g.unit_code = t.area and t.agency is null
  group by a.id, a.name, c.email
  order by a.name, a.id;
