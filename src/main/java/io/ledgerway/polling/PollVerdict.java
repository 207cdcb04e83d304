package io.ledgerway.polling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.telling.ShortText;
import java.util.List;
import java.util.Map;

/**
 * What an answer means, as its mapping says. One of {@code next}, {@code records}, {@code again},
 * {@code restart}, {@code stop}, {@code confirmed} and {@code accounts} is there.
 *
 * @param next the step that follows, with {@code memory} for it, {@code after} so many seconds
 * @param records whether the answer is the list of records
 * @param again so many seconds until the same step is taken again
 * @param restart so many seconds until all begins anew
 * @param pause so many seconds in which nobody shall ask with this credential
 * @param because why it waits
 * @param stop why it ends
 * @param accounts what the credential may read; of a test
 * @param confirmed the ids of records that the source now knows to be posted
 * @param refused those that it did not take
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PollVerdict(
    String next,
    Map<String, Object> memory,
    Integer after,
    Boolean records,
    Integer again,
    Integer restart,
    Integer pause,
    String code,
    String because,
    Stop stop,
    List<Map<String, Object>> accounts,
    List<String> confirmed,
    List<Refused> refused) {

  /** A record that the source did not take, and why. */
  record Refused(String id, String reason) {}

  /**
   * @param credential whether the source refuses the credential
   */
  record Stop(String code, String message, String action, String actor, Boolean credential) {

    Blocked blocked() {
      return new Blocked(code, told(message), actor == null ? "ADMIN" : actor, told(action));
    }

    boolean refusesCredential() {
      return Boolean.TRUE.equals(credential);
    }
  }

  private static final int LONGEST = 1_000;

  boolean isRecords() {
    return Boolean.TRUE.equals(records);
  }

  int afterSeconds() {
    return after == null ? 0 : Math.max(0, after);
  }

  String note() {
    return told(code == null ? because : code + ": " + because);
  }

  /** In the source's own words, as far as they can be kept. */
  private static String told(String text) {
    return text == null ? null : ShortText.of(text.replace('\u0000', ' '), LONGEST);
  }
}
