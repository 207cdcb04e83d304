/**
 * PostgreSQL, Kafka, the sandbox and the engine on one machine without Docker: for tests, the demo
 * and benchmarks. Each is closed like a file and writes its output to {@code target/local}.
 */
package io.ledgerway.local;
