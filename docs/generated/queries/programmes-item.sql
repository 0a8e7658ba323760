-- The SQL of programmes/server/item-store.ts. Written by `npm run generate`; never by hand.

-- insertItem: a task with a party
insert into "programme_item" ("id", "province", "programme_id", "kind", "document_id", "proposal", "position", "path", "place", "spans", "certainty", "origin", "source_note", "decided_by", "decided_at", "ended_at", "ended_reason", "accepted", "joined_from", "edited", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "programme_task" ("item_id", "text", "due", "recurrence", "output")
  values ($1, $2, $3, $4, $5);
insert into "programme_party" ("printed", "kind", "code", "name", "members", "item_id", "programme_id", "role", "position")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- insertItem: a target
insert into "programme_item" ("id", "province", "programme_id", "kind", "document_id", "proposal", "position", "path", "place", "spans", "certainty", "origin", "source_note", "decided_by", "decided_at", "ended_at", "ended_reason", "accepted", "joined_from", "edited", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "programme_target" ("item_id", "indicator", "comparator", "value", "unit", "direction", "baseline")
  values ($1, $2, $3, $4, $5, $6, $7);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- insertItem: a deadline
insert into "programme_item" ("id", "province", "programme_id", "kind", "document_id", "proposal", "position", "path", "place", "spans", "certainty", "origin", "source_note", "decided_by", "decided_at", "ended_at", "ended_reason", "accepted", "joined_from", "edited", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "programme_deadline" ("item_id", "kind", "on_day", "recurrence", "what")
  values ($1, $2, $3, $4, $5);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- insertItem: a duty to report
insert into "programme_item" ("id", "province", "programme_id", "kind", "document_id", "proposal", "position", "path", "place", "spans", "certainty", "origin", "source_note", "decided_by", "decided_at", "ended_at", "ended_reason", "accepted", "joined_from", "edited", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "programme_reporting" ("item_id", "frequency", "recipient")
  values ($1, $2, $3);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- insertItem: a condition
insert into "programme_item" ("id", "province", "programme_id", "kind", "document_id", "proposal", "position", "path", "place", "spans", "certainty", "origin", "source_note", "decided_by", "decided_at", "ended_at", "ended_reason", "accepted", "joined_from", "edited", "search", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into "programme_trigger" ("item_id", "condition", "consequence")
  values ($1, $2, $3);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- updateItem: its origin
update "programme_item"
  set "position" = $1, "version" = version + 1
  where "id" = $2;
delete from "programme_item_terms"
  where "item_id" in ($1);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- updateItem: what it says
update "programme_item"
  set "edited" = $1, "search" = $2, "version" = version + 1
  where "id" = $3;
delete from "programme_task"
  where "item_id" = $1;
delete from "programme_party"
  where "item_id" = $1;
insert into "programme_task" ("item_id", "text", "due", "recurrence", "output")
  values ($1, $2, $3, $4, $5);
insert into "programme_party" ("printed", "kind", "code", "name", "members", "item_id", "programme_id", "role", "position")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
delete from "programme_item_terms"
  where "item_id" in ($1);
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1) and "item"."ended_at" is null and "item"."kind" in ($2, $3);

-- endItems
update "programme_item"
  set "ended_at" = $1, "ended_reason" = $2, "version" = version + 1
  where "id" in ($3, $4);
delete from "programme_item_terms"
  where "item_id" in ($1, $2);

-- listItems: of all kinds
select *
  from "programme_item"
  where "programme_id" = $1
  order by "position", "id";
select *
  from "programme_party"
  where "programme_id" = $1
  order by "position";
select "programme_task".*
  from "programme_task"
  inner join "programme_item" on "programme_item"."id" = "programme_task"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2;
select "programme_target".*
  from "programme_target"
  inner join "programme_item" on "programme_item"."id" = "programme_target"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2;
select "programme_deadline".*
  from "programme_deadline"
  inner join "programme_item" on "programme_item"."id" = "programme_deadline"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2;
select "programme_reporting".*
  from "programme_reporting"
  inner join "programme_item" on "programme_item"."id" = "programme_reporting"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2;
select "programme_trigger".*
  from "programme_trigger"
  inner join "programme_item" on "programme_item"."id" = "programme_trigger"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2;

-- listItems: one live task
select *
  from "programme_item"
  where "programme_id" = $1 and "kind" in ($2) and "id" = $3 and "ended_at" is null
  order by "position", "id";
select *
  from "programme_party"
  where "programme_id" = $1 and "item_id" = $2
  order by "position";
select "programme_task".*
  from "programme_task"
  inner join "programme_item" on "programme_item"."id" = "programme_task"."item_id"
  where "programme_item"."programme_id" = $1 and "programme_item"."kind" = $2 and "programme_item"."id" = $3;
