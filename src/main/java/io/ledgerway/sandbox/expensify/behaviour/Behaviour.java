package io.ledgerway.sandbox.expensify.behaviour;

/**
 * What is not known of Expensify for sure, and how the double answers it. A client has to live with
 * each of them both ways. The sections are those of sources.md.
 *
 * @param errorsAsHttpStatus an error's code is the HTTP status too; else that is 200 (1.5)
 * @param responseCodeAsText {@code "410"} instead of {@code 410} (1.5)
 * @param retryAfter a 429 says how many seconds to wait (1.5)
 * @param countRefused requests that are refused for a limit count against it (1.6)
 * @param readyAfterDownloads so many downloads of a file come too early (1.3 b)
 * @param renderMillis how long rendering takes; downloads before that come too early (1.3 b)
 * @param tooEarly what a download answers that comes too early (1.3 b)
 * @param fileLifeSeconds how long a file can be downloaded; then it is Gone (1.14)
 * @param templateErrorAtDownload a broken template is accepted and its file never ready; else the
 *     export answers 500 (1.14)
 * @param honourTest {@code "test": "true"} skips {@code onFinish} (1.3 a)
 * @param onlyCsvAndPdf other file extensions are taken for csv (1.3 a)
 * @param tagShape how the policy getter shows tags (1.3 d)
 * @param negativeSpend amounts have the sign turned: spend is negative (1.4)
 * @param numericIds {@code reportID} in the older shape, a long number (1.2)
 * @param approvedAfterInclusive reports that were approved on that day come too (1.3 a)
 * @param approvedAfterFindsReimbursed reimbursed reports come too (1.7)
 * @param lagSeconds how long a change of a report takes until exports show the report
 * @param datesWithTime {@code yyyy-MM-dd HH:mm:ss}, else {@code yyyy-MM-dd} (1.4)
 * @param zone of the dates of reports (1.14)
 * @param rateAsText a tax rate is {@code "20"} instead of {@code 20} (1.3 d)
 * @param partialAs207 a status update that skips reports answers 207 (1.3 e)
 * @param failedReportsShown its answer has {@code failedReports} (1.3 e)
 * @param noCategory what an expense without a category has: {@code Uncategorized}, or nothing (1.4)
 * @param unchangedAmountAsZero {@code modifiedAmount} of an expense that nobody corrected is 0,
 *     else it is missing (1.4)
 * @param convertedOnlyWhenForeign {@code convertedAmount} is missing in the report's own currency
 *     (1.4)
 * @param yenInUnits amounts of currencies without cents are whole units, else hundredths (1.14)
 * @param receiptsNeedSession an address of a receipt answers 403 (1.4)
 */
public record Behaviour(
    boolean errorsAsHttpStatus,
    boolean responseCodeAsText,
    boolean retryAfter,
    boolean countRefused,
    int readyAfterDownloads,
    long renderMillis,
    TooEarly tooEarly,
    long fileLifeSeconds,
    boolean templateErrorAtDownload,
    boolean honourTest,
    boolean onlyCsvAndPdf,
    TagShape tagShape,
    boolean negativeSpend,
    boolean numericIds,
    boolean approvedAfterInclusive,
    boolean approvedAfterFindsReimbursed,
    long lagSeconds,
    boolean datesWithTime,
    String zone,
    boolean rateAsText,
    boolean partialAs207,
    boolean failedReportsShown,
    String noCategory,
    boolean unchangedAmountAsZero,
    boolean convertedOnlyWhenForeign,
    boolean yenInUnits,
    boolean receiptsNeedSession) {

  /** What a download answers while the file is not ready. */
  public enum TooEarly {
    /** Nothing, under 200. */
    EMPTY,
    /** {@code File not found} with a code. */
    NOT_FOUND,
    /** {@code File not found} without a code. */
    NOT_FOUND_WITHOUT_CODE
  }

  /** How tags are listed. */
  public enum TagShape {
    /** One level flat, several as levels. */
    AS_LEVELS_NEED,
    /** {@code Parent:Child} names. */
    FLAT,
    LEVELS
  }

  static final Behaviour USUAL =
      new Behaviour(
          false,
          false,
          false,
          false,
          0,
          200,
          TooEarly.EMPTY,
          3600,
          false,
          true,
          false,
          TagShape.AS_LEVELS_NEED,
          false,
          false,
          false,
          true,
          0,
          true,
          "UTC",
          false,
          false,
          false,
          "Uncategorized",
          false,
          false,
          false,
          false);
}
