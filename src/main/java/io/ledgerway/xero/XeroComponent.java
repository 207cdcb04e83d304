package io.ledgerway.xero;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * {@code xero:Contacts?includeArchived=true}. Resource and options are checked when a route is
 * loaded; token, tenant, permit and time limits are not a route's business.
 */
@Component("xero-component")
class XeroComponent extends DefaultComponent {

  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");
  private static final Set<String> PRIORITIES =
      Stream.of(Priority.values()).map(Priority::name).collect(Collectors.toSet());
  private static final Predicate<String> BOOLEAN = Set.of("true", "false")::contains;
  private static final Map<String, Predicate<String>> QUERY =
      Map.of(
          "summarizeErrors", BOOLEAN,
          "includeArchived", BOOLEAN,
          "summaryOnly", BOOLEAN,
          "unitdp", Set.of("2", "4")::contains,
          "pageSize", size -> size.matches("[1-9]\\d{0,2}|1000"));

  private final XeroProperties properties;
  private final XeroCalls calls;
  private final HttpWire wire;

  XeroComponent(XeroProperties properties, XeroCalls calls, HttpWire wire) {
    this.properties = properties;
    this.calls = calls;
    this.wire = wire;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    XeroResource resource = XeroResource.of(remaining);
    String method = take(parameters, "method", "GET", METHODS::contains);
    Priority usual = "GET".equals(method) ? Priority.REFRESH : Priority.DOCUMENT;
    String priority = take(parameters, "priority", usual.name(), PRIORITIES::contains);
    Map<String, String> query = new LinkedHashMap<>();
    QUERY.keySet().stream()
        .sorted()
        .filter(parameters::containsKey)
        .forEach(name -> query.put(name, take(parameters, name, null, QUERY.get(name))));
    return new XeroEndpoint(
        uri, this, new XeroCall(resource, method, Priority.valueOf(priority), query), calls);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    wire.start(getCamelContext(), properties);
  }

  @Override
  protected void doStop() throws Exception {
    wire.stop();
    super.doStop();
  }

  private static String take(
      Map<String, Object> parameters, String name, String usual, Predicate<String> allowed) {
    Object given = parameters.remove(name);
    String value = given == null ? usual : given.toString();
    String tried = name.matches("method|priority") ? value.toUpperCase(Locale.ROOT) : value;
    if (!allowed.test(tried)) {
      throw new IllegalArgumentException(
          "Option '" + name + "' of a xero: endpoint cannot be '" + value + "'");
    }
    return tried;
  }
}
