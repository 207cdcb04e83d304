package io.ledgerway.sandbox.expensify.gate;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.FaultOrder;
import io.ledgerway.sandbox.expensify.behaviour.Faults;
import io.ledgerway.sandbox.expensify.calls.LoggedRequest;
import io.ledgerway.sandbox.expensify.calls.RequestLog;
import io.ledgerway.sandbox.expensify.job.Jobs;
import io.ledgerway.sandbox.http.DropValve;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one address: takes a request, answers it, writes it into the log. */
@Component
class ExpensifyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ExpensifyServlet.class);

  private final transient RequestFlow flow;
  private final transient Faults faults;
  private final transient RequestLog log;
  private final transient SandboxClock clock;

  ExpensifyServlet(RequestFlow flow, Faults faults, RequestLog log, SandboxClock clock) {
    this.flow = flow;
    this.faults = faults;
    this.log = log;
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    final long begun = System.nanoTime();
    final Instant time = clock.instant();
    Form form = Form.read(request);
    String job = form.isReadable() ? Jobs.name(form.description()) : "";
    FaultOrder fault = faults.decide(job, form.credential());
    Reply reply = form.isReadable() ? answer(form, request, fault) : FaultReplies.malformed();
    if (reply == Reply.DROPPED) {
      request.setAttribute(DropValve.DROP, true);
    } else {
      write(reply, response);
    }
    log.add(
        new LoggedRequest(
            log.next(),
            time,
            form.credential(),
            job,
            reply.status(),
            reply.code(),
            reply.reports(),
            reply.fileName(),
            (System.nanoTime() - begun) / 1_000_000,
            fault == null ? null : fault.kind().wire()),
        form.withoutSecret(),
        new String(reply.body(), StandardCharsets.UTF_8));
  }

  private Reply answer(Form form, HttpServletRequest request, FaultOrder fault) {
    String address = "http://" + request.getServerName() + ":" + request.getServerPort();
    try {
      return flow.run(form, address, fault);
    } catch (RuntimeException e) {
      LOG.error("A job failed in the double itself: {}", Jobs.name(form.description()), e);
      return Reply.page(500, "HTTP Status 500");
    }
  }

  private static void write(Reply reply, HttpServletResponse response) throws IOException {
    response.setStatus(reply.status());
    response.setContentType(reply.contentType());
    reply.headers().forEach(response::setHeader);
    response.setContentLength(reply.body().length);
    response.getOutputStream().write(reply.body());
  }
}
