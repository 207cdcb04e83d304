package io.ledgerway.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** What was logged, as it may be written: the one place that every line comes through. */
final class LoggedEvent implements ILoggingEvent {

  private static final String OURS = "io.ledgerway.";

  private final ILoggingEvent logged;
  private final LoggedLine line;

  LoggedEvent(ILoggingEvent logged) {
    this.logged = logged;
    this.line =
        logged.getLoggerName().startsWith(OURS)
            ? new LoggedLine(String.valueOf(logged.getMessage()), logged.getArgumentArray())
            : null;
  }

  @Override
  public String getFormattedMessage() {
    return line == null ? LoggedValue.lines(logged.getFormattedMessage()) : line.text();
  }

  @Override
  public List<KeyValuePair> getKeyValuePairs() {
    return line == null ? logged.getKeyValuePairs() : line.fields();
  }

  @Override
  public IThrowableProxy getThrowableProxy() {
    return LoggedFailure.of(logged.getThrowableProxy());
  }

  @Override
  public String getMessage() {
    return logged.getMessage();
  }

  @Override
  public Object[] getArgumentArray() {
    return logged.getArgumentArray();
  }

  @Override
  public String getThreadName() {
    return LoggedValue.lines(logged.getThreadName());
  }

  @Override
  public Level getLevel() {
    return logged.getLevel();
  }

  @Override
  public String getLoggerName() {
    return logged.getLoggerName();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return logged.getLoggerContextVO();
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return logged.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return logged.hasCallerData();
  }

  @Override
  public List<Marker> getMarkerList() {
    return logged.getMarkerList();
  }

  /** What the line is about, but for what it says itself. */
  @Override
  public Map<String, String> getMDCPropertyMap() {
    Map<String, String> about = About.fields();
    if (about.isEmpty()) {
      return logged.getMDCPropertyMap();
    }
    Map<String, String> all = new HashMap<>(logged.getMDCPropertyMap());
    all.putAll(about);
    List<KeyValuePair> said = getKeyValuePairs();
    if (said != null) {
      said.forEach(pair -> all.remove(pair.key));
    }
    return all;
  }

  @Override
  @Deprecated
  public Map<String, String> getMdc() {
    return getMDCPropertyMap();
  }

  @Override
  public long getTimeStamp() {
    return logged.getTimeStamp();
  }

  @Override
  public int getNanoseconds() {
    return logged.getNanoseconds();
  }

  @Override
  public Instant getInstant() {
    return logged.getInstant();
  }

  @Override
  public long getSequenceNumber() {
    return logged.getSequenceNumber();
  }

  @Override
  public void prepareForDeferredProcessing() {
    logged.prepareForDeferredProcessing();
  }
}
