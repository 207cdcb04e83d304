package io.ledgerway.sandbox.expensify.company;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes reports by the thousand; the same order makes the same ones.
 *
 * @param count how many
 * @param workspace its id; the first one when null
 * @param expenses in each
 * @param state of all
 * @param days back from now over which their approvals are spread
 */
public record ManyReports(
    int count, String workspace, int expenses, ReportState state, int days, long seed) {

  private static final List<String> MERCHANTS =
      List.of("Blue Cab", "Harbour Rail", "Kōwhai Café", "Paper & Ink", "Northern Air", "Fern Inn");
  private static final int MOST = 100_000;

  /**
   * @throws IllegalArgumentException when there would be none, or too many
   */
  public ManyReports {
    if (count < 1 || expenses < 0 || (long) count * Math.max(1, expenses) > MOST) {
      throw new IllegalArgumentException("count times expenses must be 1 to " + MOST);
    }
    workspace = workspace == null ? StartState.NZ : workspace;
    state = state == null ? ReportState.APPROVED : state;
    days = Math.max(1, days);
  }

  public void into(Company company, Instant now) {
    Random random = new Random(seed);
    Workspace where = company.workspaces().get(workspace);
    if (where == null) {
      throw new IllegalArgumentException("There is no workspace " + workspace);
    }
    List<String> people = List.copyOf(company.people().keySet());
    List<String> categories = List.copyOf(where.categories().keySet());
    for (int i = 1; i <= count; i++) {
      Instant approved = now.minus(Duration.ofMinutes((long) random.nextInt(days * 1440) + 1));
      Report report =
          company.open(
              workspace,
              people.get(random.nextInt(people.size())),
              "Generated " + i,
              approved.minus(Duration.ofDays(2)));
      for (int k = 0; k < expenses; k++) {
        company.add(report, expense(random, where, categories), report.created());
      }
      advance(report, approved);
    }
  }

  private static Map<String, Object> expense(
      Random random, Workspace where, List<String> categories) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("merchant", MERCHANTS.get(random.nextInt(MERCHANTS.size())));
    // One in twenty is a refund.
    fields.put("amount", (100L + random.nextInt(40_000)) * (random.nextInt(20) == 0 ? -1 : 1));
    fields.put("category", categories.get(random.nextInt(categories.size())));
    fields.put(
        "tag",
        String.join(
            ":",
            where.levels().stream()
                .map(level -> level.tags().get(random.nextInt(level.tags().size())).name())
                .map(tag -> tag.replace(":", "\\:"))
                .toList()));
    return fields;
  }

  private void advance(Report report, Instant approved) {
    String by = report.submitter();
    if (state == ReportState.ARCHIVED) {
      Move.CLOSE.of(report, by, approved);
      return;
    }
    if (state != ReportState.OPEN) {
      Move.SUBMIT.of(report, by, approved.minus(Duration.ofDays(1)));
    }
    if (state == ReportState.APPROVED || state == ReportState.REIMBURSED) {
      Move.APPROVE.of(report, by, approved);
    }
    if (state == ReportState.REIMBURSED) {
      Move.REIMBURSE.of(report, by, approved.plusSeconds(60));
    }
  }
}
