package io.ledgerway.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ledgerway.local.Ports;
import io.ledgerway.local.RouteSql;
import io.ledgerway.notice.Destination.Change;
import io.ledgerway.posting.LedgerFixture;
import io.ledgerway.secret.Secrets;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import io.ledgerway.work.TestLeases;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A ledger, its notices and a mail server, at a time that a test chooses. */
final class Noticing implements AutoCloseable {

  static final Duration GATHER = Duration.ofSeconds(60);

  final LedgerFixture ledger = new LedgerFixture();
  final GreenMail mail = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", "smtp"));
  final Destinations destinations;
  private final NoticeSettings settings =
      new NoticeSettings(
          GATHER,
          "notices",
          "ledgerway@engine.example",
          false,
          Duration.ofMinutes(1),
          Duration.ofHours(6),
          Duration.ofDays(3));
  private final Clock clock = new Told();
  private final MailServer server;
  private volatile Instant now = LedgerFixture.NOW;

  Noticing() {
    mail.start();
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(mail.getSmtp().getPort());
    server = new MailServer(sender, settings.mailFrom());
    destinations =
        new Destinations(
            ledger.jdbc,
            new DestinationRules(null, server, settings),
            new Secrets(Base64.getEncoder().encodeToString(new byte[32])),
            settings,
            clock);
  }

  private final class Told extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** One of the engines that work on it. */
  final class Machine {
    private final Leases leases = TestLeases.over(ledger.dataSource());
    private final ToldNeeds told = new ToldNeeds(ledger.jdbc);
    private final MakeNotices make =
        new MakeNotices(
            ledger.jdbc,
            new Needs(ledger.jdbc, clock),
            told,
            leases,
            GATHER,
            "https://hub.example",
            clock);
    private final DeliveryTable table = new DeliveryTable(ledger.jdbc, told, leases, clock);

    /** What the routes do with each tick. */
    void tick() {
      statement("notice/note-changes").update();
      for (String company : due()) {
        leases.take("notices", company).ifPresent(lease -> make(company, lease));
      }
      for (UUID delivery : statement("notice/due-deliveries").query(Row.DELIVERY).list()) {
        leases.take("deliver-notice", delivery.toString()).ifPresent(l -> deliver(delivery, l));
      }
    }

    private void make(String company, Lease lease) {
      make.of(company, lease);
      leases.end(lease);
    }

    private void deliver(UUID id, Lease lease) {
      Optional<Delivery> open = table.open(id);
      if (open.isPresent()) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(Delivery.VARIABLE, open.get());
        exchange.setVariable(Lease.VARIABLE, lease);
        try {
          new MailNotice(server, clock).process(exchange);
          table.delivered(open.get(), lease);
        } catch (NotDelivered e) {
          exchange.setProperty(Exchange.EXCEPTION_CAUGHT, e);
          new NoticeNotDelivered(
                  table,
                  new Retries(
                      settings.firstRetry(), settings.longestRetry(), settings.giveUpAfter()),
                  clock)
              .process(exchange);
        }
      }
      leases.end(lease);
    }
  }

  private interface Row {
    org.springframework.jdbc.core.RowMapper<UUID> DELIVERY =
        (row, number) -> row.getObject("delivery", UUID.class);
  }

  List<String> due() {
    return statement("notice/due").query(String.class).list();
  }

  private org.springframework.jdbc.core.simple.JdbcClient.StatementSpec statement(String name) {
    return ledger.jdbc.sql(RouteSql.read(name)).param("now", now.atOffset(ZoneOffset.UTC));
  }

  Needs needs() {
    return new Needs(ledger.jdbc, clock);
  }

  /** What a statement of a route costs. */
  List<String> explain(String name) {
    return ledger
        .jdbc
        .sql("explain (analyze, buffers) " + RouteSql.read(name))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  void at(String moment) {
    now = Instant.parse(moment);
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  void choose(Change... changes) {
    destinations.choose("acme", List.of(changes));
  }

  static Change mail(Destination.When when, String address) {
    return new Change(
        null, Destination.Kind.EMAIL, null, List.of(address), when, null, null, null, null);
  }

  /** Documents that are held by one cause. */
  void hold(String code, String actor, int from, int to) {
    for (int i = from; i < to; i++) {
      ledger.enter(LedgerFixture.arrival(code + i, 1, code + i));
    }
    ledger
        .jdbc
        .sql(
            "update posting set state = 'HELD', problems = ?, changed_at = ? where state ="
                + " 'RECEIVED' and problems is null")
        .params(
            "[{\"code\":\"%s\",\"message\":\"%s is wrong.\",\"actor\":\"%s\",\"action\":\"Mend it.\",\"waitsFor\":[]}]"
                .formatted(code, code, actor),
            now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** They go on their way. */
  void mend(String code) {
    for (String state : List.of("RECEIVED", "READY")) {
      ledger
          .jdbc
          .sql(
              "update posting set state = ?, problems = case when ? = 'READY' then null else"
                  + " problems end where source_id like ?")
          .params(state, state, code + "%")
          .update();
    }
  }

  MimeMessage[] mails() {
    return mail.getReceivedMessages();
  }

  @Override
  public void close() {
    mail.stop();
    ledger.close();
  }
}
