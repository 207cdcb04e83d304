package io.ledgerway.problem;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences, without a stack trace, why the engine does not start. */
class StartFailure extends AbstractFailureAnalyzer<LedgerwayException> {

  @Override
  protected FailureAnalysis analyze(Throwable whole, LedgerwayException cause) {
    return new FailureAnalysis(cause.code() + ": " + cause.plainMessage(), cause.hint(), whole);
  }
}
