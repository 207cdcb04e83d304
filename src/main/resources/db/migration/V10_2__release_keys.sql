-- What held documents may be waiting for when such a record changes: whoever looks for it by another of its names, too.
drop function release_keys(text, text, text, text);
create function release_keys(kind text, id text, before jsonb, after jsonb) returns text[]
language sql immutable return
  case kind
    when 'contact' then array_remove(array['contact-id:' || id, 'contact:' || (after ->> 'email'),
                                           'contact:' || nullif(before ->> 'email', after ->> 'email')], null)
    when 'account' then array_remove(array['account:' || id, 'account-code:' || (after ->> 'code'),
                                           'account-code:' || nullif(before ->> 'code', after ->> 'code')], null)
    when 'organisation' then array['organisation:lock-date', 'organisation:plan']
    else array[kind || ':' || id] end;

-- What comes in a document's way between check and claim sends it to be checked again.
delete from posting_transition where from_state = 'READY' and to_state = 'HELD';
