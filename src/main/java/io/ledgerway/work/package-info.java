/**
 * Who works on what, as one idea for all background work: due work is taken with a lease in the
 * database's time, kept by a heartbeat that shares neither thread nor connection with work that
 * calls out, taken over when its holder dies, and tried again later when it fails.
 *
 * <p>A tick finds what is due and hands each piece to a pool of threads; what has no thread is left
 * for the next tick. The piece's own route begins with
 *
 * <pre>{@code
 * - to: work:take?kind=import&by=company        # variables that name the piece; stops where somebody holds it
 * }</pre>
 *
 * <p>and holds it until its exchange ends. When that fails, also where an error handler dealt with
 * the failure, it is counted and the work rests for a second, two, four, at most ten minutes. What
 * the holder writes it writes within {@link io.ledgerway.work.Leases#whileHeld}, or asks for {@code
 * token = :#${variable.lease.token}} of its {@code work_lease} in the statement: who woke up after
 * another took over writes nothing there.
 *
 * <p>So that nothing waits for a tick, whatever brings work about rings a bell, and the route that
 * looks for work hears it; its tick remains as the net, also for what another process brought
 * about.
 *
 * <pre>{@code
 * from: { uri: work:due, parameters: { bell: check, every: "5000" } }
 * - to: work:ring?bell=check
 * }</pre>
 */
package io.ledgerway.work;
