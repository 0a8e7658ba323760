-- The SQL of programmes/server/assignments/made-store.ts. Written by `npm run generate`; never by hand.

-- listMade
select "item_id", "member", "occurrence"
  from "assignment"
  where "programme_id" = $1;
