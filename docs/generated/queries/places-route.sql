-- The SQL of places/server/route-store.ts. Written by `npm run generate`; never by hand.

-- listRoutes
select *
  from "route"
  where "province" = $1;

-- findRouteByCode
select *
  from "route"
  where "province" = $1 and "code" = $2;

-- insertRoute
insert into "route" ("province", "code", "name", "class", "course", "length_km", "valid_from", "valid_to", "source", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- updateRoute
update "route"
  set "name" = $1, "class" = $2, "course" = $3, "length_km" = $4, "valid_from" = $5, "valid_to" = $6, "source" = $7, "version" = $8
  where "province" = $9 and "code" = $10 and "version" = $11;
