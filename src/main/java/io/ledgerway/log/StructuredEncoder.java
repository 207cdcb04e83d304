package io.ledgerway.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Lines for machines, in the format that {@code logging.structured.format.console} names. */
public class StructuredEncoder extends StructuredLogEncoder {

  @Override
  public byte[] encode(ILoggingEvent event) {
    return super.encode(new LoggedEvent(event));
  }
}
