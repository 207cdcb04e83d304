package io.ledgerway.reload;

import io.ledgerway.problem.Mistake;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An edit that is not in force.
 *
 * @param stamps what its files look like
 * @param mistakes all that is wrong with it
 */
public record Refused(Map<String, String> stamps, Instant at, List<Mistake> mistakes) {}
