-- The SQL of programmes/server/assignments/follow-store.ts. Written by `npm run generate`; never by hand.

-- listChargedAgencies
select distinct "agency"
  from "assignment"
  where "province" = $1 and state not in ('unassigned', 'verified', 'closed', 'withdrawn', 'not-applicable');

-- listOpenOf
select "id"
  from "assignment"
  where "province" = $1 and "agency" = $2 and state not in ('unassigned', 'verified', 'closed', 'withdrawn', 'not-applicable')
  order by "id";

-- listOrphans
select "assignment"."id", "programme_item"."ended_reason" as "reason"
  from "assignment"
  inner join "programme" on "programme"."id" = "assignment"."programme_id"
  left join "programme_item" on "programme_item"."id" = "assignment"."item_id"
  where "assignment"."programme_id" = $1 and assignment.state not in ('unassigned', 'verified', 'closed', 'withdrawn', 'not-applicable') and (programme.state = 'withdrawn' or programme_item.ended_at is not null)
  order by "assignment"."id";
