/**
 * What can go wrong, said so that a person can mend it: a code, who must act, what to do, and where
 * it happened.
 */
package io.ledgerway.problem;
