/**
 * When a company's documents go out, and which go out together: schedules, and the exports that
 * those begin or somebody asks for. Releases documents; sends none.
 */
package io.ledgerway.export;
