package io.ledgerway.sandbox.part;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import java.util.UUID;

/** A resource below single records, such as {@code /Invoices/{id}/Attachments}. */
public interface Part {

  /** The path segment after the record's id. */
  String name();

  /** The scope that covers it. */
  String scope(String parentScope);

  boolean isOn(String endpoint);

  /** The call's path begins with the record's id. */
  Answer handle(Call call, String endpoint, UUID recordId);
}
