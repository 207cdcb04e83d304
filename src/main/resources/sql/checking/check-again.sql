-- Held documents of a company are checked again, as if what they wait for had changed: one, or those of a kind or a cause.
update posting p
set state = 'RECEIVED', changed_at = :now
where p.company = :company and p.state = 'HELD'
  and (:id::uuid is null or p.id = :id::uuid)
  and (:kind::text is null or p.kind = :kind)
  and (:sourceId::text is null or p.source_id = :sourceId)
  -- The quotes are those of the JSON itself: within a text they would stand behind a backslash.
  and (:code::text is null or position('"code":"' || :code || '"' in p.problems) > 0)
