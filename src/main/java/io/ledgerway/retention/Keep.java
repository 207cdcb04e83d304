package io.ledgerway.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what is finished is kept: {@code ledgerway.keep} in {@code application.yaml}, which says
 * of each what it is of. The statements read the same settings. Immutable.
 */
@ConfigurationProperties("ledgerway.keep")
record Keep(
    Duration contents,
    Duration evidence,
    Duration reads,
    Duration changes,
    Duration letters,
    Duration lettersEntered,
    Duration notices,
    Duration readings,
    Duration requests,
    Duration every,
    Duration pause) {}
