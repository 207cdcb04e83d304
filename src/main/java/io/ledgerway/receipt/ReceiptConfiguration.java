package io.ledgerway.receipt;

import io.ledgerway.posting.Statements;
import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Leases;
import io.ledgerway.work.Threads;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can do with receipts, by name. */
@Configuration
@EnableConfigurationProperties(ReceiptTimes.class)
class ReceiptConfiguration {

  @Bean
  StepComponent receipt(
      Statements statements, Leases leases, ReceiptFiles files, ReceiptTimes times, Clock clock) {
    ReceiptTable table = new ReceiptTable(statements, leases, clock);
    return new StepComponent(
        Map.of(
            "open", new OpenReceipt(table),
            "fetch", new FetchReceipt(files),
            "intend", new IntendReceipt(table),
            "settle", new SettleReceipt(table, clock),
            "not-attached", new ReceiptNotAttached(table, times, clock)));
  }

  /** Each may hold a file in memory. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService receiptThreads(@Value("${ledgerway.receipts.threads:16}") int most) {
    return Threads.atMost(most);
  }
}
