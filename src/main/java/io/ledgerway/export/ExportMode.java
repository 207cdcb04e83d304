package io.ledgerway.export;

/** When documents go out. */
public enum ExportMode {
  /** Not at all, also when somebody asks. */
  OFF,
  /** Only when somebody asks. */
  MANUAL,
  /** As they come. */
  REAL_TIME,
  /** At each full hour. */
  HOURLY,
  DAILY,
  WEEKLY,
  MONTHLY;

  /** Whether it happens at a time of day that can be chosen. */
  public boolean hasTimeOfDay() {
    return this == DAILY || this == WEEKLY || this == MONTHLY;
  }
}
