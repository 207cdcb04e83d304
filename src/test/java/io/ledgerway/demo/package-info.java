/** What {@code mvn spring-boot:test-run} shows: everything at work on one machine. */
package io.ledgerway.demo;
