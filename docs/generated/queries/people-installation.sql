-- The SQL of people/server/installation-store.ts. Written by `npm run generate`; never by hand.

-- findInstallation
select "province", "name", "sample"
  from "installation"
  where "province" = $1;

-- isSample
select "province", "name", "sample"
  from "installation"
  where "province" = $1;
