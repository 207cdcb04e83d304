select xero_release(:tenant, :call, :now, :counted, :minuteLeft, :dayLeft, :perMinute, :perDay,
                    :pauseUntil, :pauseReason, :appPauseUntil)
