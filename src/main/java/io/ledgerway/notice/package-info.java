/**
 * What needs somebody, each need once; and told where a company wants it told: when it comes about,
 * when it grew very much and when it is solved, once each, at once or day by day.
 */
package io.ledgerway.notice;
