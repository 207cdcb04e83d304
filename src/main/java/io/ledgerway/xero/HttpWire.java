package io.ledgerway.xero;

import io.ledgerway.instance.DatabaseClock;
import io.ledgerway.instance.EngineInstance;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** camel-http, with a client of its own, as the way to Xero. Thread-safe once started. */
@Component
class HttpWire {

  private static final String API = "/api.xro/2.0";

  private final LastMoment lastMoment;
  private HttpClientConnectionManager connections;
  private HttpComponent http;
  private HttpEndpoint endpoint;
  private Producer producer;

  @Autowired
  HttpWire(DatabaseClock clock, EngineInstance instance) {
    this(
        new LastMoment(clock, () -> instance.isAlive() && !clock.isOff() && !instance.isLeaving()));
  }

  HttpWire(LastMoment lastMoment) {
    this.lastMoment = lastMoment;
  }

  void start(CamelContext camel, XeroProperties properties) throws Exception {
    http = new HttpComponent();
    http.setCamelContext(camel);
    http.setHttpClientConfigurer(new XeroHttpClient(properties, lastMoment));
    connections = XeroHttpClient.connections(properties);
    http.setClientConnectionManager(connections);
    http.setCookieManagementDisabled(true);
    ServiceHelper.startService(http);
    String base = properties.apiUrl().toString().replaceAll("/+$", "") + API;
    endpoint = (HttpEndpoint) http.createEndpoint(base);
    endpoint.setThrowExceptionOnFailure(false);
    endpoint.setHeaderFilterStrategy(new ListedHeaders());
    endpoint.setCopyHeaders(false);
    producer = endpoint.createProducer();
    ServiceHelper.startService(endpoint, producer);
  }

  void stop() {
    ServiceHelper.stopAndShutdownServices(producer, endpoint, http);
  }

  /** Ends what is under way; each call then ends as one that was not answered. */
  void cut() {
    if (connections != null) {
      connections.close(CloseMode.IMMEDIATE);
    }
  }

  /** Sends once and never throws: what went wrong is told in what is returned. */
  Sent send(XeroRequest request, XeroGrant grant) {
    Exchange exchange = endpoint.createExchange();
    Message message = exchange.getIn();
    request.headers().forEach(message::setHeader);
    message.setHeader("Authorization", "Bearer " + grant.token());
    message.setHeader("Xero-tenant-id", grant.tenantId());
    message.setHeader(Exchange.HTTP_METHOD, request.method());
    message.setHeader(Exchange.HTTP_PATH, request.path());
    message.setHeader(Exchange.HTTP_RAW_QUERY, request.query());
    message.setBody(request.body());
    lastMoment.begin(request.sendBefore());
    try {
      producer.process(exchange);
      return new Sent(answer(exchange.getMessage()), null, true);
    } catch (Exception e) {
      return new Sent(null, failure(request, e), lastMoment.reached());
    } finally {
      lastMoment.end();
    }
  }

  private static Answer answer(Message message) {
    byte[] body = message.getBody(byte[].class);
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    return new Answer(status, message.getHeaders(), body == null ? new byte[0] : body);
  }

  private XeroException failure(XeroRequest request, Exception cause) {
    if (cause instanceof XeroTooLate tooLate) {
      return tooLate;
    }
    boolean sent = lastMoment.reached();
    return new XeroUncertain(
        (sent ? "Xero did not answer" : "Xero could not be reached") + how(cause),
        false,
        sent && request.writes(),
        null,
        0,
        null,
        cause);
  }

  /** In our words: the cause itself, in the client's, goes with the exception. */
  private static String how(Throwable cause) {
    if (String.valueOf(cause.getMessage()).startsWith(BoundedAnswers.TOO_LONG)) {
      return ": " + cause.getMessage();
    }
    if (cause instanceof SocketTimeoutException) {
      return " in time";
    }
    if (cause instanceof UnknownHostException) {
      return ": no such host is known";
    }
    if (cause instanceof ConnectException) {
      return ": nobody listens there";
    }
    return cause.getCause() == null ? "" : how(cause.getCause());
  }
}
