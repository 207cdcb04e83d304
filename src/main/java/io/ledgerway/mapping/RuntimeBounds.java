package io.ledgerway.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;

/**
 * Ends a run that has gone astray. Steps are counted instead of time being read at each of them: it
 * is four times cheaper than the library's own time box, and a busy machine refuses nothing.
 */
final class RuntimeBounds {

  static final int MOST_STEPS = 2_000_000;
  static final int DEEPEST = 400;

  private int steps;
  private int depth;
  private Object latest;

  /**
   * @param trace told of every step; null when nobody wants to know
   */
  void guard(Frame frame, Trace trace) {
    frame.setEvaluateEntryCallback(
        (expression, input, environment) -> {
          latest = expression;
          if (++steps > MOST_STEPS) {
            throw new JException(
                "takes more than " + MOST_STEPS + " steps; is there an endless loop?");
          }
          if (++depth > DEEPEST) {
            throw new JException("is nested deeper than " + DEEPEST + "; is a recursion endless?");
          }
          if (trace != null) {
            trace.enter(expression, input, environment);
          }
        });
    frame.setEvaluateExitCallback(
        (expression, input, environment, result) -> {
          depth--;
          if (trace != null) {
            trace.exit(expression, input, environment, result);
          }
        });
  }

  /** Where the run was last: the place of errors that JSONata reports without one. */
  int offset() {
    return latest == null ? -1 : SyntaxTree.offsetOf(latest);
  }
}
