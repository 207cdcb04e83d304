package io.ledgerway.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.ledgerway.sql.DataFault;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * A failure with its stack, whose words cannot look like lines of the log. Where the database
 * refused a row, its words are left out of the failure and of all that quote it: they hold values.
 */
final class LoggedFailure implements IThrowableProxy {

  private final IThrowableProxy whole;
  private final List<SQLException> refused;

  private LoggedFailure(IThrowableProxy whole, List<SQLException> refused) {
    this.whole = whole;
    this.refused = refused;
  }

  static LoggedFailure of(IThrowableProxy whole) {
    if (whole == null) {
      return null;
    }
    return new LoggedFailure(
        whole,
        whole instanceof ThrowableProxy known
            ? DataFault.refusals(known.getThrowable())
            : List.of());
  }

  @Override
  public String getMessage() {
    String message = whole.getMessage();
    if (message == null) {
      return null;
    }
    for (SQLException each : refused) {
      if (each.getMessage() != null) {
        message = message.replace(each.getMessage(), DataFault.facts(each));
      }
    }
    return LoggedValue.lines(message);
  }

  @Override
  public String getClassName() {
    return whole.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return whole.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return whole.getCommonFrames();
  }

  @Override
  public IThrowableProxy getCause() {
    return whole.getCause() == null ? null : new LoggedFailure(whole.getCause(), refused);
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return whole.getSuppressed() == null
        ? null
        : Arrays.stream(whole.getSuppressed())
            .map(each -> new LoggedFailure(each, refused))
            .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return whole.isCyclic();
  }
}
