package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.calls.LoggedCall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The call log. */
@RestController
@RequestMapping("/sandbox/calls")
class CallsController {

  private final CallLog log;

  CallsController(CallLog log) {
    this.log = log;
  }

  @GetMapping
  List<LoggedCall> find(
      @RequestParam(required = false) UUID tenantId,
      @RequestParam(required = false) String endpoint,
      @RequestParam(required = false) String method,
      @RequestParam(required = false) Instant since,
      @RequestParam(defaultValue = "1000") int limit) {
    return log.find(tenantId, endpoint, method, since, limit);
  }

  @GetMapping("/summary")
  List<CallLog.Count> summary(@RequestParam(required = false) UUID tenantId) {
    return log.summary(tenantId);
  }

  @GetMapping("/{sequence}/bodies")
  CallLog.Bodies bodies(@PathVariable long sequence) {
    return Known.orMissing(log.bodies(sequence), "kept body of call", sequence);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget() {
    log.reset();
  }
}
