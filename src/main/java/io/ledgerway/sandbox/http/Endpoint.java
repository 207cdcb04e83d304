package io.ledgerway.sandbox.http;

import io.ledgerway.sandbox.books.Kept;
import io.ledgerway.sandbox.books.Organisation;
import java.util.UUID;

/**
 * One resource of the Accounting API, such as {@code Accounts}. Implementations are thread-safe.
 */
public interface Endpoint {

  /** The path segment after {@code /api.xro/2.0/}, in Xero's spelling. */
  String name();

  /**
   * The granular scope without {@code .read} that covers it, xero-api.md 1.6; several may do,
   * separated by a space.
   */
  String scope();

  /**
   * @throws Refusal when Xero would refuse
   */
  Answer handle(Call call);

  /** The record that attachments and notes belong to; null when there is none. */
  default Kept find(Organisation books, UUID id) {
    return null;
  }
}
