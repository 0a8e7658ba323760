-- The SQL of programmes/server/assignments/assignment-store.ts. Written by `npm run generate`; never by hand.

-- insertAssignments: one that is new
insert into "assignment" ("id", "province", "programme_id", "item_id", "place", "section", "text", "output", "source_note", "kind", "member", "occurrence", "period", "partners", "review", "calendar", "batch", "made_at", "state", "agency", "delegate", "due", "first_due", "review_due", "next_due", "extension", "extensions", "percent", "opened_at", "reported_at", "submitted_at", "submitted_on", "verified_at", "returns", "last_at", "conflicts", "waiting", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39)
  on conflict do nothing
  returning "id";
insert into "assignment_action" ("assignment_id", "id", "seq", "after", "at", "received_at", "actor", "capacity", "deed")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- findAssignment
select *
  from "assignment"
  where "province" = $1 and "id" = $2;

-- lockAssignment
select *
  from "assignment"
  where "province" = $1 and "id" = $2
  for update;

-- listActions
select *
  from "assignment_action"
  where "assignment_id" = $1
  order by "seq";

-- takeAction: the first
insert into "assignment_action" ("assignment_id", "id", "seq", "after", "at", "received_at", "actor", "capacity", "deed")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
update "assignment"
  set "state" = $1, "agency" = $2, "delegate" = $3, "due" = $4, "first_due" = $5, "review_due" = $6, "next_due" = $7, "extension" = $8, "extensions" = $9, "percent" = $10, "opened_at" = $11, "reported_at" = $12, "submitted_at" = $13, "submitted_on" = $14, "verified_at" = $15, "returns" = $16, "last_at" = $17, "conflicts" = $18, "waiting" = $19, "version" = version + 1
  where "id" = $20;
