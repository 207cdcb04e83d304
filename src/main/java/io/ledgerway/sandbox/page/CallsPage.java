package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.calls.LoggedCall;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The call log, and one call with request and answer. */
@Controller
class CallsPage {

  private static final int MOST = 200;

  private final CallLog log;
  private final Names names;

  CallsPage(CallLog log, Names names) {
    this.log = log;
    this.names = names;
  }

  @GetMapping("/calls")
  String list(
      @RequestParam(required = false) UUID tenantId,
      @RequestParam(required = false) String endpoint,
      @RequestParam(required = false) String method,
      Model model) {
    String wantedEndpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
    String wantedMethod = method == null || method.isBlank() ? null : method;
    model.addAttribute("calls", log.find(tenantId, wantedEndpoint, wantedMethod, null, MOST));
    model.addAttribute("names", names.byId());
    model.addAttribute("tenantId", tenantId);
    model.addAttribute("summary", log.summary(tenantId));
    model.addAttribute("endpoint", endpoint);
    model.addAttribute("method", method);
    return "calls";
  }

  @GetMapping("/calls/{sequence}")
  String one(@PathVariable long sequence, Model model) {
    List<LoggedCall> all = log.find(null, null, null, null, Integer.MAX_VALUE);
    LoggedCall call =
        all.stream()
            .filter(one -> one.sequence() == sequence)
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    CallLog.Bodies bodies = log.bodies(sequence);
    model.addAttribute("call", call);
    model.addAttribute("bodies", bodies);
    model.addAttribute("request", bodies == null ? null : PrettyJson.of(bodies.request()));
    model.addAttribute("answer", bodies == null ? null : PrettyJson.of(bodies.answer()));
    return "call";
  }
}
