-- The SQL of programmes/server/budget/budget-store.ts. Written by `npm run generate`; never by hand.

-- listLines
select "line".*, "task"."text" as "item_text"
  from "budget_line" as "line"
  left join "programme_task" as "task" on "task"."item_id" = "line"."item_id"
  where "line"."province" = $1 and ("line"."programme_id" = $2 or "line"."programme_id" in (select "id"
    from "programme"
    where "joined_to" = $3))
  order by "line"."place", "line"."created_at", "line"."id";

-- findLine
select "line".*, "task"."text" as "item_text"
  from "budget_line" as "line"
  left join "programme_task" as "task" on "task"."item_id" = "line"."item_id"
  where "line"."province" = $1 and "line"."id" = $2;

-- lockLine
select *
  from "budget_line"
  where "province" = $1 and "id" = $2
  for update;

-- listEntries
select *
  from "budget_entry"
  where "line_id" in ($1, $2)
  order by "line_id", "on_day", seq;

-- isTaskOf
select "id"
  from "programme_item"
  where "id" = $1 and "programme_id" = $2 and "kind" = $3 and "ended_at" is null;

-- insertLine
insert into "budget_line" ("id", "province", "programme_id", "item_id", "place", "what", "agency", "source", "created_at", "ended_at", "ended_reason", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- updateLine
update "budget_line"
  set "source" = $1, "version" = version + 1
  where "id" = $2;

-- insertEntry
insert into "budget_entry" ("id", "line_id", "kind", "amount", "on_day", "note", "entered_by", "at", "reverses")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
