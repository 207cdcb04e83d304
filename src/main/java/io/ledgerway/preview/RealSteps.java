package io.ledgerway.preview;

import io.ledgerway.checking.Prepared;
import io.ledgerway.checking.PreventDocument;
import io.ledgerway.intake.Judged;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of events and documents through the routes, up to where something would be stored. The
 * database itself sees to it that nothing is: it is read in transactions that may only read.
 * Thread-safe.
 */
@Component
class RealSteps {

  private final ProducerTemplate template;
  private final TransactionTemplate reading;

  RealSteps(ProducerTemplate template, PlatformTransactionManager transactions) {
    this.template = template;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * What comes of events, in their order.
   *
   * @param record the route of one record
   * @param variables what else the routes are given
   */
  @SuppressWarnings("unchecked")
  List<Judged> judge(
      String company, String record, List<byte[]> events, Map<String, Object> variables) {
    return reading.execute(
        status ->
            run("direct:preview-events", events, company, Map.of("record", record), variables)
                .getMessage()
                .getBody(List.class));
  }

  /**
   * What comes of documents, in their order.
   *
   * @param rows of the ledger, or such as would be in it
   */
  @SuppressWarnings("unchecked")
  List<Prepared> prepare(
      String company, List<Map<String, Object>> rows, Map<String, Object> variables) {
    return rows.isEmpty()
        ? List.of()
        : reading.execute(
            status ->
                run("direct:preview-documents", rows, company, Map.of(), variables)
                    .getMessage()
                    .getBody(List.class));
  }

  private Exchange run(
      String route,
      List<?> body,
      String company,
      Map<String, Object> own,
      Map<String, Object> variables) {
    Exchange done =
        template.request(
            route,
            exchange -> {
              exchange.setVariable("company", company);
              exchange.setVariable(PreventDocument.TRIED, true);
              own.forEach(exchange::setVariable);
              variables.forEach(exchange::setVariable);
              exchange.getMessage().setBody(body);
            });
    if (done.getException() != null) {
      throw done.getException() instanceof RuntimeException plain
          ? plain
          : new RuntimeCamelException(done.getException());
    }
    return done;
  }
}
