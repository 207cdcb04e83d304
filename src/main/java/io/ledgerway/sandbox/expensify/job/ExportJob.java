package io.ledgerway.sandbox.expensify.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.Behaviour;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Orders a file of reports: sources.md 1.3 a. The answer is its name alone; labels are set when the
 * file is rendered, before anybody has it.
 */
@Component
class ExportJob implements Job {

  private static final Set<String> EXTENSIONS =
      Set.of("csv", "xls", "xlsx", "txt", "pdf", "json", "xml");

  private final Company company;
  private final Templates templates;
  private final Files files;
  private final Behaviours behaviours;
  private final SandboxClock clock;

  ExportJob(
      Company company,
      Templates templates,
      Files files,
      Behaviours behaviours,
      SandboxClock clock) {
    this.company = company;
    this.templates = templates;
    this.files = files;
    this.behaviours = behaviours;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public JobResult run(JobRequest request) {
    check(request);
    Behaviour behaviour = behaviours.now();
    List<Report> reports = new ReportSelection(request, behaviour, clock.instant()).of(company);
    String extension = extension(request, behaviour);
    ReportView view = new ReportView(company, behaviour, request.address());
    String names =
        extension.equals("pdf")
            ? reports.stream()
                .map(report -> order(request, "pdf", pdf(view.id(report))))
                .collect(Collectors.joining(","))
            : order(request, extension, render(request, behaviour, view, reports));
    finish(request, behaviour, reports);
    return JobResult.text(names, reports.size());
  }

  private static void check(JobRequest request) {
    if (!request.input().path("type").asText().equals("combinedReportData")) {
      throw JobError.malformed("type");
    }
    if (!request.description().at("/onReceive/immediateResponse").isArray()) {
      throw JobError.missing("onReceive");
    }
    if (request.template() == null) {
      throw JobError.missing("template");
    }
    if (!request.filters().isObject()) {
      throw JobError.missing("filters");
    }
  }

  private static String extension(JobRequest request, Behaviour behaviour) {
    String wanted = request.text(request.description().path("outputSettings"), "fileExtension");
    if (!EXTENSIONS.contains(wanted)) {
      throw JobError.malformed("fileExtension");
    }
    return behaviour.onlyCsvAndPdf() && !wanted.equals("pdf") ? "csv" : wanted;
  }

  /** Null when the template breaks and that shall be seen only by the file that never comes. */
  private byte[] render(
      JobRequest request, Behaviour behaviour, ReportView view, List<Report> reports) {
    List<Map<String, Object>> shown = reports.stream().map(view::of).toList();
    try {
      return templates.render(request.template(), shown);
    } catch (JobError e) {
      if (behaviour.templateErrorAtDownload()) {
        return null;
      }
      throw e;
    }
  }

  private String order(JobRequest request, String extension, byte[] bytes) {
    String base = request.description().at("/outputSettings/fileBasename").asText("export");
    String name = base + UUID.randomUUID() + "." + extension;
    files.keep(name, request.neverReady() ? null : bytes, request.by().partnerUserID());
    return name;
  }

  private static byte[] pdf(String id) {
    return ("%PDF-1.4\n% report " + id + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
  }

  private void finish(JobRequest request, Behaviour behaviour, List<Report> reports) {
    JsonNode description = request.description();
    if (behaviour.honourTest() && description.path("test").asText().equals("true")) {
      return;
    }
    for (JsonNode action : description.path("onFinish")) {
      if (action.path("actionName").asText().equals("markAsExported")) {
        String label = request.text(action, "label");
        reports.forEach(
            report -> {
              report.label(label, request.by().email(), clock.instant());
              company.labelsSet().incrementAndGet();
            });
      }
    }
  }
}
