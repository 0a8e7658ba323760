-- The SQL of documents/server/review-store.ts. Written by `npm run generate`; never by hand.

-- listActions
select "id", "seq", "at", "by", "deed"
  from "review_action"
  where "document_id" = $1
  order by "seq";

-- insertAction
insert into "review_action" ("document_id", "id", "seq", "at", "by", "deed")
  values ($1, $2, $3, $4, $5, $6);

-- insertAcceptance
insert into "document_acceptance" ("document_id", "number", "at", "by", "journal_seq", "content")
  values ($1, $2, $3, $4, $5, $6);
