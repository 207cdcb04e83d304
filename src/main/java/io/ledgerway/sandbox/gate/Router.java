package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.part.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds who answers a path: an endpoint, or a part of one of its records. */
@Component
class Router {

  /**
   * @param scope null for a path that nobody answers
   */
  record Target(Endpoint endpoint, Part part, String scope) {

    Answer handle(Call call) {
      if (endpoint == null) {
        throw Refusal.notFound();
      }
      if (part == null) {
        return endpoint.handle(call);
      }
      UUID id = Ids.parse(call.path().get(0));
      Organisation books = call.organisation();
      if (endpoint.find(books, id) == null) {
        throw part.name().equals("History") ? noHistory() : Refusal.notFound();
      }
      return part.handle(call, endpoint.name(), id);
    }

    private static Refusal noHistory() {
      return Refusal.validation(
          List.of(
              Map.of(
                  "ValidationErrors",
                  List.of(
                      Map.of(
                          "Message",
                          "The document with the supplied id was not found for this endpoint.")))));
    }
  }

  private static final Target NOBODY = new Target(null, null, null);

  private final Map<String, Endpoint> endpoints = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Router(List<Endpoint> endpoints, List<Part> parts) {
    endpoints.forEach(endpoint -> this.endpoints.put(endpoint.name(), endpoint));
    parts.forEach(part -> this.parts.put(part.name(), part));
  }

  /** What the call log and faults call it: {@code Invoices}, or {@code Attachments} of anything. */
  String label(List<String> segments) {
    Target target = find(segments);
    if (target.endpoint() == null) {
      return segments.get(0);
    }
    return target.part() == null ? target.endpoint().name() : target.part().name();
  }

  Target find(List<String> segments) {
    Endpoint endpoint = endpoints.get(segments.get(0));
    if (endpoint == null) {
      return NOBODY;
    }
    Part part = segments.size() < 3 ? null : parts.get(segments.get(2));
    if (part == null || !part.isOn(endpoint.name())) {
      return new Target(endpoint, null, endpoint.scope());
    }
    return new Target(endpoint, part, part.scope(endpoint.scope()));
  }
}
