package io.ledgerway.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Says where a double listens, as soon as it answers. */
public final class StartLine implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(StartLine.class);

  private final String imitated;

  /**
   * @param imitated whose double it is, for instance "Xero"
   */
  public StartLine(String imitated) {
    this.imitated = imitated;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    var context = (WebServerApplicationContext) event.getApplicationContext();
    LOG.info("A local {} is at http://localhost:{}", imitated, context.getWebServer().getPort());
  }
}
