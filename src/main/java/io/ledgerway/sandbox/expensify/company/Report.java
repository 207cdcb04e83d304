package io.ledgerway.sandbox.expensify.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A report and its history. Guarded by the {@link Company}. */
public final class Report {

  /** One line of the history. */
  public record Action(String action, String accountEmail, Instant created, String message) {}

  private final String id;
  private final long number;
  private final String workspace;
  private final String submitter;
  private final Instant created;
  private String name;
  private ReportState state = ReportState.OPEN;
  private Instant submitted;
  private Instant approved;
  private Instant reimbursed;
  private Instant changed;
  private long totalOff;
  private final List<Expense> expenses = new ArrayList<>();
  private final List<Action> history = new ArrayList<>();
  private final TreeSet<String> labels = new TreeSet<>();
  private final Map<String, String> customFields = new LinkedHashMap<>();

  Report(String id, long number, String workspace, String submitter, String name, Instant created) {
    this.id = id;
    this.number = number;
    this.workspace = workspace;
    this.submitter = submitter;
    this.name = name;
    this.created = created;
    this.changed = created;
  }

  public String id() {
    return id;
  }

  /** The id in the older shape. */
  public long number() {
    return number;
  }

  /** The workspace's id. */
  public String workspace() {
    return workspace;
  }

  /** An e-mail. */
  public String submitter() {
    return submitter;
  }

  public String name() {
    return name;
  }

  public ReportState state() {
    return state;
  }

  public Instant created() {
    return created;
  }

  /** Null while it is not. */
  public Instant submitted() {
    return submitted;
  }

  /** Null while it is not. */
  public Instant approved() {
    return approved;
  }

  /** Null while it is not. */
  public Instant reimbursed() {
    return reimbursed;
  }

  public Instant changed() {
    return changed;
  }

  public List<Expense> expenses() {
    return expenses;
  }

  public List<Action> history() {
    return history;
  }

  /** The labels of {@code markAsExported}. */
  public TreeSet<String> labels() {
    return labels;
  }

  public Map<String, String> customFields() {
    return customFields;
  }

  /** In cents of the workspace's currency: the sum, or one that does not fit it. */
  public long total() {
    return expenses.stream().mapToLong(Expense::counted).sum() + totalOff;
  }

  public void rename(String newName, Instant at) {
    name = newName;
    changed = at;
  }

  /** Shows a total that differs from the sum by so many cents. */
  public void totalOff(long cents, Instant at) {
    totalOff = cents;
    changed = at;
  }

  public void touch(Instant at) {
    changed = at;
  }

  /** Labels it; it is seen in the history and cannot be taken back. */
  public void label(String label, String by, Instant at) {
    if (labels.add(label)) {
      history.add(new Action("EXPORTED", by, at, "exported to " + label));
    }
  }

  void enter(ReportState next, String action, String by, Instant at) {
    switch (next) {
      case OPEN -> {
        submitted = null;
        approved = null;
      }
      case SUBMITTED -> {
        submitted = submitted == null ? at : submitted;
        approved = null;
      }
      case APPROVED -> approved = at;
      case REIMBURSED -> reimbursed = at;
      case ARCHIVED -> submitted = submitted == null ? at : submitted;
    }
    state = next;
    changed = at;
    history.add(new Action(action, by, at, ""));
  }
}
