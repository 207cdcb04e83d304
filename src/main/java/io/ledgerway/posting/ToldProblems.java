package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.telling.ShortText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As many of a document's problems as a record may hold, and that there are more if there are. */
class ToldProblems {

  private static final int TEXT_BYTES = 4_000;
  private static final String CUT = " … (cut)";

  private final String posting;
  private final int mostBytes;

  ToldProblems(String posting, int mostBytes) {
    this.posting = posting;
    this.mostBytes = mostBytes;
  }

  List<Map<String, Object>> of(List<Problem> problems) {
    List<Map<String, Object>> told = new ArrayList<>();
    int bytes = 0;
    for (Problem problem : problems) {
      Map<String, Object> next = tell(problem);
      bytes += bytes(next);
      if (bytes > mostBytes) {
        told.add(tell(more(problems.size() - told.size())));
        break;
      }
      told.add(next);
    }
    return told;
  }

  private Problem more(int untold) {
    return new Problem(
        "MORE_PROBLEMS",
        untold + " more problems do not fit here.",
        Actor.NOBODY,
        "GET /api/v1/postings/" + posting + " lists all of them.",
        List.of(),
        null,
        null);
  }

  private static Map<String, Object> tell(Problem problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", problem.code());
    told.put("message", text(problem.message()));
    told.put("actor", problem.actor().name());
    told.put("action", text(problem.action()));
    told.put("field", text(problem.field()));
    told.put("said", text(problem.said()));
    return told;
  }

  private static String text(String text) {
    if (text == null) {
      return null;
    }
    String told = ShortText.of(text, TEXT_BYTES);
    return told.length() < text.length() ? told + CUT : told;
  }

  private static int bytes(Map<String, Object> problem) {
    int names = 60;
    return names + problem.values().stream().mapToInt(each -> ShortText.bytes((String) each)).sum();
  }
}
