-- Amendments that were accepted in the same instant followed one another by their ids, which say nothing. The journal
-- knows which came first, also when the clock was moved back in between.

alter table document_acceptance add column journal_seq bigint;

update document_acceptance own
set journal_seq = coalesce((
  select max(journal.seq)
  from journal
  join document on document.province = journal.province
  where document.id = own.document_id
    and journal.event = 'document.accepted'
    and journal.subject = 'document:' || own.document_id
    and (journal.data ->> 'acceptance')::integer = own.number
), 0);

alter table document_acceptance alter column journal_seq set not null;
