package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.expensify.calls.Allowed;
import io.ledgerway.sandbox.expensify.calls.Limits;
import io.ledgerway.sandbox.expensify.calls.LoggedRequest;
import io.ledgerway.sandbox.expensify.calls.RequestLog;
import io.ledgerway.sandbox.expensify.company.Company;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log of requests, what is counted of them, and the limits. */
@RestController
@RequestMapping("/sandbox")
class CallsController {

  private final RequestLog log;
  private final Limits limits;
  private final Company company;

  CallsController(RequestLog log, Limits limits, Company company) {
    this.log = log;
    this.limits = limits;
    this.company = company;
  }

  @GetMapping("/calls")
  List<LoggedRequest> find(
      @RequestParam(required = false) String credential,
      @RequestParam(required = false) String job,
      @RequestParam(required = false) Instant since,
      @RequestParam(defaultValue = "1000") int limit) {
    return log.find(credential, job, since, limit);
  }

  @GetMapping("/calls/summary")
  Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("exports", log.good("file"));
    summary.put("downloads", log.good("download"));
    summary.put("labelsSet", company.labelsSet().get());
    summary.put("requests", log.counts());
    return summary;
  }

  @GetMapping("/calls/{sequence}/bodies")
  RequestLog.Bodies bodies(@PathVariable long sequence) {
    RequestLog.Bodies bodies = log.bodies(sequence);
    if (bodies == null) {
      throw new NoSuchElementException("There is no kept body of request " + sequence);
    }
    return bodies;
  }

  @DeleteMapping("/calls")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget() {
    log.reset();
  }

  @GetMapping("/limits")
  Map<String, Object> limits() {
    return Map.of("allowed", limits.allowed(), "credentials", limits.used());
  }

  @PutMapping("/limits")
  Map<String, Object> limit(@RequestBody Allowed wanted) {
    limits.set(wanted);
    return limits();
  }
}
