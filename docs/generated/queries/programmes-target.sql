-- The SQL of programmes/server/targets/target-store.ts. Written by `npm run generate`; never by hand.

-- listTargetRows: of all plans
select "item"."id", "item"."programme_id", "item"."document_id", "item"."position", "item"."path", "item"."spans", "item"."search", "target"."indicator", "target"."comparator", "target"."value", "target"."unit", "target"."direction", "target"."baseline", "way"."rhythm", "way"."measure", "way"."reading", "way"."agency", "way"."version", "programme"."number", "programme"."subject", "programme"."years", "programme"."issued_on"
  from "programme_item" as "item"
  inner join "programme_target" as "target" on "target"."item_id" = "item"."id"
  inner join "programme" on "programme"."id" = "item"."programme_id"
  left join "target_way" as "way" on "way"."item_id" = "item"."id"
  where "item"."province" = $1 and "item"."ended_at" is null and "programme"."state" = $2
  order by "programme"."created_at" desc, "programme"."id", "item"."position", "item"."id";

-- listTargetRows: of one plan
select "item"."id", "item"."programme_id", "item"."document_id", "item"."position", "item"."path", "item"."spans", "item"."search", "target"."indicator", "target"."comparator", "target"."value", "target"."unit", "target"."direction", "target"."baseline", "way"."rhythm", "way"."measure", "way"."reading", "way"."agency", "way"."version", "programme"."number", "programme"."subject", "programme"."years", "programme"."issued_on"
  from "programme_item" as "item"
  inner join "programme_target" as "target" on "target"."item_id" = "item"."id"
  inner join "programme" on "programme"."id" = "item"."programme_id"
  left join "target_way" as "way" on "way"."item_id" = "item"."id"
  where "item"."province" = $1 and "item"."ended_at" is null and "programme"."state" = $2 and "item"."programme_id" = $3
  order by "programme"."created_at" desc, "programme"."id", "item"."position", "item"."id";

-- listTargetRows: one of them
select "item"."id", "item"."programme_id", "item"."document_id", "item"."position", "item"."path", "item"."spans", "item"."search", "target"."indicator", "target"."comparator", "target"."value", "target"."unit", "target"."direction", "target"."baseline", "way"."rhythm", "way"."measure", "way"."reading", "way"."agency", "way"."version", "programme"."number", "programme"."subject", "programme"."years", "programme"."issued_on"
  from "programme_item" as "item"
  inner join "programme_target" as "target" on "target"."item_id" = "item"."id"
  inner join "programme" on "programme"."id" = "item"."programme_id"
  left join "target_way" as "way" on "way"."item_id" = "item"."id"
  where "item"."province" = $1 and "item"."ended_at" is null and "programme"."state" = $2 and "item"."id" = $3
  order by "programme"."created_at" desc, "programme"."id", "item"."position", "item"."id";

-- listFigures
select *
  from "target_figure"
  where "item_id" in ($1, $2)
  order by "item_id", "period", "seq";

-- listPlanFindings
select "id", "findings"
  from "programme"
  where "id" in ($1);

-- lockTarget
select "id"
  from "programme_item"
  where "province" = $1 and "id" = $2 and "kind" = $3 and "ended_at" is null
  for update;

-- insertFigure
insert into "target_figure" ("id", "item_id", "province", "period", "seq", "value", "is_met", "source", "note", "agency", "entered_by", "at", "corrects")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- setWay
insert into "target_way" ("item_id", "province", "rhythm", "measure", "reading", "agency", "version")
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict ("item_id") do update
  set "item_id" = $8, "province" = $9, "rhythm" = $10, "measure" = $11, "reading" = $12, "agency" = $13, "version" = $14;
