select outcome, until, soon
from xero_acquire(:tenant, :call, :instance, :now, :leasedUntil, :concurrent, :perMinute, :perDay, :dayReserve,
                  interval '2 seconds')
