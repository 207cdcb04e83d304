package io.ledgerway.notice;

import io.ledgerway.fetch.Post;
import io.ledgerway.secret.Secrets;
import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Lease;
import io.ledgerway.work.Leases;
import io.ledgerway.work.Threads;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** What routes can do with notices, by name. */
@Configuration
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeConfiguration.class);

  @Bean
  MailServer mailServer(ObjectProvider<JavaMailSender> sender, NoticeSettings settings) {
    return new MailServer(sender.getIfAvailable(), settings.mailFrom());
  }

  @Bean
  MakeNotices makeNotices(
      JdbcClient jdbc,
      Needs needs,
      Leases leases,
      NoticeSettings settings,
      @Value("${ledgerway.hub-url}") String hubUrl,
      Clock clock) {
    return new MakeNotices(
        jdbc, needs, new ToldNeeds(jdbc), leases, settings.gather(), hubUrl, clock);
  }

  @Bean
  StepComponent notice(
      JdbcClient jdbc,
      Leases leases,
      MakeNotices make,
      Post post,
      Secrets secrets,
      MailServer mail,
      NoticeSettings settings,
      Clock clock) {
    DeliveryTable table = new DeliveryTable(jdbc, new ToldNeeds(jdbc), leases, clock);
    Retries retries =
        new Retries(settings.firstRetry(), settings.longestRetry(), settings.giveUpAfter());
    return new StepComponent(
        Map.of(
            "make",
            exchange -> make.of(exchange.getVariable("company", String.class), lease(exchange)),
            "open",
            new OpenDelivery(table, settings.topic()),
            "post",
            new PostNotice(post, secrets, clock),
            "mail",
            new MailNotice(mail, clock),
            "delivered",
            exchange -> delivered(table, exchange),
            "not-delivered",
            new NoticeNotDelivered(table, retries, clock)));
  }

  private static void delivered(DeliveryTable table, Exchange exchange) {
    Delivery notice = Delivery.of(exchange);
    table.delivered(notice, lease(exchange));
    LOG.info(
        "event=notice_delivered company={} destination={} notice={} attempt={}",
        notice.company(),
        notice.destination(),
        notice.id(),
        notice.attempts() + 1);
  }

  private static Lease lease(Exchange exchange) {
    return exchange.getVariable(Lease.VARIABLE, Lease.class);
  }

  /** A receiver that is slow takes none of the threads that documents go out by. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService noticeThreads(@Value("${ledgerway.notices.threads:16}") int most) {
    return Threads.atMost(most);
  }
}
