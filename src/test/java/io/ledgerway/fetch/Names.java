package io.ledgerway.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** Names that lead where a test says, and elsewhere the next time. Not thread-safe. */
class Names implements DnsResolver {

  final List<String> asked = new ArrayList<>();
  private final Map<String, Deque<InetAddress[]>> known = new HashMap<>();

  /** At the next look that is not spoken for; the last one holds for all others. */
  Names leads(String name, String... addresses) {
    known
        .computeIfAbsent(name, each -> new ArrayDeque<>())
        .add(List.of(addresses).stream().map(Names::address).toArray(InetAddress[]::new));
    return this;
  }

  private static InetAddress address(String written) {
    try {
      return InetAddress.getByName(written);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    asked.add(host);
    Deque<InetAddress[]> next = known.get(host);
    if (next == null) {
      throw new UnknownHostException(host);
    }
    return next.size() > 1 ? next.poll() : next.peek();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
