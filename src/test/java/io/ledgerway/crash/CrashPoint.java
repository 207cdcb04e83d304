package io.ledgerway.crash;

/** A place between two steps of a route, and what the ledger holds there when there is work. */
enum CrashPoint {
  AFTER_THE_INTENT_AND_BEFORE_THE_CALL(
      "xero/export.camel.yaml",
      "sending:intend",
      "select exists (select from batch where company = ? and state = 'SENDING')"),
  AFTER_THE_CALL_AND_BEFORE_THE_ANSWER_IS_STORED(
      "xero/export.camel.yaml",
      "xero:${variable.endpoint}",
      "select exists (select from batch where company = ? and state = 'SENDING')"),
  AFTER_THE_STORE_AND_BEFORE_THE_OUTCOME_IS_PUBLISHED(
      "shared/outcomes-out.camel.yaml",
      "direct:one-outcome",
      "select exists (select from posting_history where company = ? and state = 'POSTED' and"
          + " told_at is null)"),
  AFTER_THE_OUTCOME_IS_PUBLISHED_AND_BEFORE_THAT_IS_WRITTEN_DOWN(
      "shared/outcomes-out.camel.yaml",
      "direct:send-records",
      "select exists (select from posting_history where company = ? and state = 'POSTED' and"
          + " told_at is null)"),
  AFTER_THE_EXPENSES_ARE_STORED_AND_BEFORE_THEIR_OFFSET_IS_COMMITTED(
      "shared/intake.camel.yaml",
      "intake:put-aside",
      "select exists (select from posting where company = ? and state <> 'POSTED')"),
  AFTER_THE_CLAIM_AND_BEFORE_THE_INTENT(
      "xero/export.camel.yaml",
      "sql/posting/claim-batch.sql",
      "select exists (select from posting where company = ? and state = 'READY' and claimed_by is"
          + " not null)");

  /** The route's file in the folder of routes. */
  final String file;

  /** What the step before this point says, in the file's own words. */
  final String step;

  /** Whether a kill at this point interrupts work; the parameter is the company. */
  final String underWay;

  CrashPoint(String file, String step, String underWay) {
    this.file = file;
    this.step = step;
    this.underWay = underWay;
  }
}
