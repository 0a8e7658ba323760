-- The SQL of programmes/server/letters/letter-store.ts. Written by `npm run generate`; never by hand.

-- listLate: of all agencies
select "assignment"."id", "assignment"."agency", "assignment"."place", "assignment"."text", "assignment"."due", "assignment"."first_due", "assignment"."next_due", "assignment"."state", "assignment"."opened_at", "assignment"."percent", "assignment"."programme_id", "programme"."type", "programme"."number", "programme"."issued_on", "programme"."issuer", "last"."reported_at", "last"."report"
  from "assignment"
  left join "programme" on "programme"."id" = "assignment"."programme_id"
  left join lateral (select "assignment_action"."at" as "reported_at", "assignment_action"."deed" as "report"
    from "assignment_action"
    where "assignment_action"."assignment_id" = "assignment"."id" and assignment_action.deed->>'verb' in ('report', 'submit')
    order by "assignment_action"."seq" desc
    limit $1) as "last" on true
  where "assignment"."province" = $2 and "assignment"."state" in ($3, $4, $5, $6, $7) and "assignment"."next_due" < $8 and "assignment"."agency" is not null
  order by "assignment"."next_due", "assignment"."id";

-- listLate: of some
select "assignment"."id", "assignment"."agency", "assignment"."place", "assignment"."text", "assignment"."due", "assignment"."first_due", "assignment"."next_due", "assignment"."state", "assignment"."opened_at", "assignment"."percent", "assignment"."programme_id", "programme"."type", "programme"."number", "programme"."issued_on", "programme"."issuer", "last"."reported_at", "last"."report"
  from "assignment"
  left join "programme" on "programme"."id" = "assignment"."programme_id"
  left join lateral (select "assignment_action"."at" as "reported_at", "assignment_action"."deed" as "report"
    from "assignment_action"
    where "assignment_action"."assignment_id" = "assignment"."id" and assignment_action.deed->>'verb' in ('report', 'submit')
    order by "assignment_action"."seq" desc
    limit $1) as "last" on true
  where "assignment"."province" = $2 and "assignment"."state" in ($3, $4, $5, $6, $7) and "assignment"."next_due" < $8 and "assignment"."agency" is not null and "assignment"."agency" in ($9)
  order by "assignment"."next_due", "assignment"."id";

-- insertLetter
insert into "reminder_letter" ("id", "province", "agency", "state", "subject", "request", "sha256", "size", "number", "issued_on", "note", "made_by", "made_at", "changed_at", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
insert into "reminder_letter_assignment" ("letter_id", "assignment_id", "days_late")
  values ($1, $2, $3);

-- findLetter
select *
  from "reminder_letter"
  where "province" = $1 and "id" = $2;

-- lockLetter
select *
  from "reminder_letter"
  where "province" = $1 and "id" = $2
  for update;

-- updateLetter
update "reminder_letter"
  set "state" = $1, "changed_at" = $2, "version" = version + 1
  where "id" = $3;

-- listLetters: by every filter
select *
  from "reminder_letter"
  where "province" = $1 and "state" = $2 and "agency" = $3 and id in (select letter_id
    from reminder_letter_assignment
    where assignment_id = $4::uuid)
  order by "made_at" desc, "id"
  limit $5
  offset $6;
select count(*)::int as "total"
  from "reminder_letter"
  where "province" = $1 and "state" = $2 and "agency" = $3 and id in (select letter_id
    from reminder_letter_assignment
    where assignment_id = $4::uuid);

-- findSender
select "sender"
  from "reminder_sender"
  where "province" = $1 and "valid_from" <= $2
  order by "valid_from" desc
  limit $3;

-- setSender
insert into "reminder_sender" ("province", "valid_from", "sender")
  values ($1, $2, $3)
  on conflict ("province", "valid_from") do update
  set "sender" = $4;

-- nameProvince
select "name"
  from "installation"
  where "province" = $1;
