package io.ledgerway.hub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Documents a day as a picture: what is posted above, and what waits on a row of its own, so that
 * few among many can be seen. Positions are in the picture's own units. Immutable.
 *
 * @param steps lines of the upper row, with their numbers
 */
record DayChart(List<Bar> posted, List<Bar> waiting, List<Step> steps, List<Mark> marks) {

  static final int WIDTH = 760;
  private static final int LEFT = 36;
  private static final int UPPER_BASE = 150;
  private static final int UPPER_HEIGHT = 130;
  private static final int LOWER_BASE = 206;
  private static final int LOWER_HEIGHT = 30;
  private static final int GAP = 5;
  private static final int DAYS_IN_WEEK = 7;
  private static final int LINES = 3;

  /**
   * A day's bar.
   *
   * @param told whether its number stands above it
   */
  record Bar(int x, int y, int width, int height, long number, boolean told) {
    public int middle() {
      return x + width / 2;
    }
  }

  /** A line across. */
  record Step(int y, long number) {}

  /** A day's name beneath. */
  record Mark(int x, LocalDate day, boolean today) {}

  /** A day of it. */
  record Day(LocalDate day, long posted, long waiting) {}

  static DayChart of(List<Day> days) {
    int each = (WIDTH - LEFT) / Math.max(1, days.size());
    long most = round(days.stream().mapToLong(Day::posted).max().orElse(0));
    long highest = days.stream().mapToLong(Day::posted).max().orElse(0);
    long waits = Math.max(1, days.stream().mapToLong(Day::waiting).max().orElse(0));
    List<Bar> posted = new ArrayList<>();
    List<Bar> waiting = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    boolean told = false;
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      int x = LEFT + i * each + GAP / 2;
      boolean top = !told && day.posted() == highest && highest > 0;
      told |= top;
      bar(posted, x, each - GAP, UPPER_BASE, UPPER_HEIGHT, day.posted(), most, top);
      boolean last = i >= days.size() - 2;
      bar(waiting, x, each - GAP, LOWER_BASE, LOWER_HEIGHT, day.waiting(), waits, last);
      int fromEnd = days.size() - 1 - i;
      if (fromEnd % DAYS_IN_WEEK == 0) {
        marks.add(new Mark(x + (each - GAP) / 2, day.day(), fromEnd == 0));
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) {
      steps.add(new Step(UPPER_BASE - UPPER_HEIGHT * i / LINES, most * i / LINES));
    }
    return new DayChart(posted, waiting, steps, marks);
  }

  private static void bar(
      List<Bar> bars,
      int x,
      int width,
      int base,
      int height,
      long number,
      long most,
      boolean told) {
    if (number > 0) {
      int high = (int) Math.max(2, number * height / most);
      bars.add(new Bar(x, base - high, width, high, number, told));
    }
  }

  /** Up to a number that three lines divide: 3, 6, 15, 30, 60, 150 and so on. */
  private static long round(long most) {
    long step = 1;
    while (step * LINES < most) {
      long digit = step;
      while (digit >= 10) {
        digit /= 10;
      }
      step = digit == 2 ? step / 2 * 5 : step * 2;
    }
    return step * LINES;
  }
}
