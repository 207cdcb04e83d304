package io.ledgerway.sandbox.oauth;

/** What an app's publisher pays Xero for, xero-api.md 1.4 and 3. */
public enum Tier {
  STARTER(5, 1_000),
  CORE(50, 5_000),
  PLUS(1_000, 5_000),
  ADVANCED(10_000, 5_000),
  ENTERPRISE(Integer.MAX_VALUE, 5_000);

  private final int connections;
  private final int callsPerDay;

  Tier(int connections, int callsPerDay) {
    this.connections = connections;
    this.callsPerDay = callsPerDay;
  }

  int connections() {
    return connections;
  }

  /** For each organisation. */
  public int callsPerDay() {
    return callsPerDay;
  }

  /** Minute and day limits are lifted while a connection is new. */
  public boolean rapidSync() {
    return compareTo(PLUS) >= 0;
  }

  /** Several organisations in one consent. */
  boolean bulkConnections() {
    return compareTo(ADVANCED) >= 0;
  }
}
