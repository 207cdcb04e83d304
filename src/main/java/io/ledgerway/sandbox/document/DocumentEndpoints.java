package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Endpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentEndpoints {

  @Bean
  Endpoint bankTransactions() {
    return new DocumentEndpoint(DocumentKind.BANK_TRANSACTION);
  }

  @Bean
  Endpoint invoices() {
    return new DocumentEndpoint(DocumentKind.INVOICE);
  }

  @Bean
  Endpoint purchaseOrders() {
    return new DocumentEndpoint(DocumentKind.PURCHASE_ORDER);
  }

  @Bean
  Endpoint manualJournals() {
    return new DocumentEndpoint(DocumentKind.MANUAL_JOURNAL);
  }

  @Bean
  Endpoint creditNotes() {
    return new DocumentEndpoint(DocumentKind.CREDIT_NOTE);
  }
}
