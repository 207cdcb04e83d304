package io.ledgerway.export;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What is in force for a company, or for one of its sources.
 *
 * @param source null for the company
 * @param own whether it was chosen for exactly this; otherwise a source follows its company, and a
 *     company the usual
 * @param zone whose clock counts
 * @param next when the next export begins by itself; null when none does
 */
public record ChosenSchedule(
    String source, ExportSchedule schedule, boolean own, ZoneId zone, Instant next) {}
