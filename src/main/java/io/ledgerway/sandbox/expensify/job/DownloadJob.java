package io.ledgerway.sandbox.expensify.job;

import org.springframework.stereotype.Component;

/** Fetches a file: sources.md 1.3 b. */
@Component
class DownloadJob implements Job {

  private final Files files;

  DownloadJob(Files files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "download";
  }

  @Override
  public JobResult run(JobRequest request) {
    String name = request.text(request.description(), "fileName");
    return files.fetch(name, request.by().partnerUserID());
  }
}
