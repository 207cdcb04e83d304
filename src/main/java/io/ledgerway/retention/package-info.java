/**
 * How long what is finished is kept, and the sweeps that remove it a few rows at a time. What may
 * go is said by the statements under {@code sql/retention}.
 */
package io.ledgerway.retention;
