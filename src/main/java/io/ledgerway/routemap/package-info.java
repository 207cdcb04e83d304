/**
 * What runs: the routes of the running context as a graph of their steps, and what went through
 * each of them in this engine since it started.
 */
package io.ledgerway.routemap;
