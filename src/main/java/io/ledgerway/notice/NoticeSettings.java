package io.ledgerway.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this deployment allows notices, and takes its time for.
 *
 * @param gather how long what comes about is gathered before it is told at once, and how long what
 *     is gone has to stay so before it is solved
 * @param topic for destinations of kind TOPIC; empty when there is none
 * @param mailFrom the sender of e-mail; empty when there is none
 * @param plainHttp whether webhooks may be called by http
 * @param firstRetry pause after the first attempt that failed
 * @param longestRetry the longest such pause
 * @param giveUpAfter how long after it was made a notice is still tried
 */
@ConfigurationProperties("ledgerway.notices")
record NoticeSettings(
    @DefaultValue("60s") Duration gather,
    @DefaultValue("") String topic,
    @DefaultValue("") String mailFrom,
    @DefaultValue("false") boolean plainHttp,
    @DefaultValue("1m") Duration firstRetry,
    @DefaultValue("6h") Duration longestRetry,
    @DefaultValue("3d") Duration giveUpAfter) {}
