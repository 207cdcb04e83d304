/** The figures of {@code docs/benchmarks.md}: {@code mvn test -Pbench}. */
package io.ledgerway.benchmark;
