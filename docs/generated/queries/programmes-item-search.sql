-- The SQL of programmes/server/item-search-store.ts. Written by `npm run generate`; never by hand.

-- dropTerms
delete from "programme_item_terms"
  where "item_id" in ($1, $2);

-- addTerms
insert into "programme_item_terms" ("item_id", "programme_id", "position", "agencies", "terms")
  select "item"."id", "item"."programme_id", "item"."position", case when item.kind = 'target' then array['*'] else array(select distinct member
    from programme_party party, unnest(party.members) member
    where party.item_id = item.id
    order by member) end as "agencies", array_to_tsvector(array(select word
    from unnest(string_to_array(item.search, ' ')) word
    where length(word) between 1 and 60)) as "terms"
  from "programme_item" as "item"
  where "item"."id" in ($1, $2) and "item"."ended_at" is null and "item"."kind" in ($3, $4);

-- searchItems: everybody
select "item"."id", "item"."kind", "item"."programme_id", "item"."document_id", "item"."path", "hit"."number", coalesce(task.text, target.indicator) as "text"
  from (select "found"."item_id", "found"."position", "programme"."id", "programme"."number", "programme"."created_at"
    from "programme"
    inner join "programme_item_terms" as "found" on "found"."programme_id" = "programme"."id"
    where "programme"."province" = $1 and "programme"."state" = $2 and found.terms @@ $3::tsquery
    order by "programme"."created_at" desc, "programme"."id", "found"."position", "found"."item_id"
    limit $4) as "hit"
  inner join "programme_item" as "item" on "item"."id" = "hit"."item_id"
  left join "programme_task" as "task" on "task"."item_id" = "item"."id"
  left join "programme_target" as "target" on "target"."item_id" = "item"."id"
  order by "hit"."created_at" desc, "hit"."id", "hit"."position", "hit"."item_id";

-- searchItems: tasks of some agencies
select "item"."id", "item"."kind", "item"."programme_id", "item"."document_id", "item"."path", "hit"."number", coalesce(task.text, target.indicator) as "text"
  from (select "found"."item_id", "found"."position", "programme"."id", "programme"."number", "programme"."created_at"
    from "programme"
    inner join "programme_item_terms" as "found" on "found"."programme_id" = "programme"."id"
    where "programme"."province" = $1 and "programme"."state" = $2 and found.terms @@ $3::tsquery and found.agencies && $4::text[]
    order by "programme"."created_at" desc, "programme"."id", "found"."position", "found"."item_id"
    limit $5) as "hit"
  inner join "programme_item" as "item" on "item"."id" = "hit"."item_id"
  left join "programme_task" as "task" on "task"."item_id" = "item"."id"
  left join "programme_target" as "target" on "target"."item_id" = "item"."id"
  order by "hit"."created_at" desc, "hit"."id", "hit"."position", "hit"."item_id";
