package io.ledgerway.sandbox.expensify.job;

import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.company.Workspace;

/** Finds a workspace for somebody. */
final class Workspaces {

  private Workspaces() {}

  /**
   * @throws JobError 404 when there is none, 403 when it is not for them
   */
  static Workspace seen(Company company, JobRequest request, String id, boolean asAdmin) {
    Workspace workspace = company.workspaces().get(id);
    if (workspace == null) {
      throw new JobError(404, "Policy '" + id + "' was not found");
    }
    if (asAdmin ? !request.by().isAdmin(id) : request.by().role(id) == null) {
      throw new JobError(403, "User does not have permission to access policy '" + id + "'");
    }
    return workspace;
  }
}
