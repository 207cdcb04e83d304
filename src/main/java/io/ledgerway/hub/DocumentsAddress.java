package io.ledgerway.hub;

/**
 * What the address of the list of documents may hold.
 *
 * @param past cursors of the pages before, so that there is a way back
 */
record DocumentsAddress(
    String state,
    String q,
    String source,
    String kind,
    String from,
    String to,
    String least,
    String cursor,
    String past) {

  /** The same view, at its first page. */
  Address first(String path, Visit visit) {
    return Address.of(path, visit)
        .with("state", state)
        .with("q", q)
        .with("source", source)
        .with("kind", kind)
        .with("from", from)
        .with("to", to)
        .with("least", least);
  }
}
