-- What somebody may connect a company to: what their own consents opened, for this company or beside the organisation that another
-- took. Of an organisation that was offered more than once, the newest.
select * from (
  select distinct on (o.tenant_id) o.token_set, o.tenant_id, o.tenant_name, o.connection_id,
    (select h.company from xero_connection h
     where h.tenant_id = o.tenant_id and h.company <> :company and h.state in ('ACTIVE', 'EXPIRED')) as held_by
  from xero_offer o
  join xero_token_set s on s.id = o.token_set
  where o.asked_by = :askedBy
    and (s.kept_until > :now or exists (select from xero_connection c where c.token_set = s.id and c.state = 'ACTIVE'))
  order by o.tenant_id, o.company = :company desc, o.offered_at desc) offer
order by tenant_name, tenant_id
