package io.ledgerway.flow;

import io.ledgerway.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What {@code bin/ledgerway} does to an engine of a test. */
record Commands(int code, String out, String err) {

  static Commands run(Engine engine, String command, String... arguments) {
    return run(engine, List.of(command), arguments);
  }

  static Commands run(Engine engine, List<String> command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    all.addAll(
        List.of("--url", engine.uri().toString(), "--key", engine.around.settings().apiKey()));
    int code =
        Workbench.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Commands(code, out.toString(), err.toString());
  }
}
