-- The SQL of documents/server/plan-store.ts. Written by `npm run generate`; never by hand.

-- listFamilyRows: a plan and its amendment
select *
  from "document"
  where ("id" in ($1) or "supersedes" in ($2) or "amends" in ($3));
select *
  from "document"
  where ("id" in ($1) or "supersedes" in ($2) or "amends" in ($3));

-- listAcceptedContents
select "content"
  from "document_acceptance"
  where "document_id" in ($1, $2)
  order by "number";

-- listFamily: a plan alone
select *
  from "document"
  where ("id" in ($1) or "supersedes" in ($2) or "amends" in ($3));
select "document_id", "number", "journal_seq", "content"
  from "document_acceptance"
  where "document_id" in ($1)
  order by "number";
