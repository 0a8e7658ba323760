-- The SQL of programmes/server/notices/rule-store.ts. Written by `npm run generate`; never by hand.

-- listRules
select "stage", "roles", "valid_from" as "validFrom", "valid_to" as "validTo"
  from "reminder_rule"
  where "province" = $1
  order by "seq";

-- listHours
select "from_minute" as "from", "until_minute" as "until", "valid_from" as "validFrom"
  from "reminder_hours"
  where "province" = $1
  order by "seq";

-- insertDefaultRules: where there are none
select "id"
  from "reminder_rule"
  where "province" = $1
  limit $2;
insert into "reminder_rule" ("id", "province", "stage", "roles", "valid_from", "valid_to", "made_by", "made_at", "seq")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9), ($10, $11, $12, $13, $14, $15, $16, $17, $18), ($19, $20, $21, $22, $23, $24, $25, $26, $27), ($28, $29, $30, $31, $32, $33, $34, $35, $36), ($37, $38, $39, $40, $41, $42, $43, $44, $45), ($46, $47, $48, $49, $50, $51, $52, $53, $54);
insert into "reminder_hours" ("province", "seq", "from_minute", "until_minute", "valid_from", "made_by", "made_at")
  values ($1, $2, $3, $4, $5, $6, $7);

-- insertRule
insert into "reminder_rule" ("id", "province", "stage", "roles", "valid_from", "valid_to", "made_by", "made_at", "seq")
  values ($1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(seq), -1) + 1
    from reminder_rule
    where province = $9));

-- insertHours
insert into "reminder_hours" ("province", "from_minute", "until_minute", "valid_from", "made_by", "made_at", "seq")
  values ($1, $2, $3, $4, $5, $6, (select coalesce(max(seq), -1) + 1
    from reminder_hours
    where province = $7));
