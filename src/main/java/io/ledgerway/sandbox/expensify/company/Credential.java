package io.ledgerway.sandbox.expensify.company;

import java.util.Map;
import java.util.TreeMap;

/**
 * A pair that opens what its user may see.
 *
 * @param email whose it is
 * @param roles by workspace: admin, auditor or user; a workspace that is not named cannot be seen
 * @param actsForOthers may name another {@code employeeEmail}
 */
public record Credential(
    String partnerUserID,
    String partnerUserSecret,
    String email,
    Map<String, String> roles,
    boolean actsForOthers) {

  /** The role in a workspace, or null. */
  public String role(String workspace) {
    return roles.get(workspace);
  }

  public boolean isAdmin(String workspace) {
    return "admin".equals(role(workspace));
  }

  /** Admins and auditors see all reports of a workspace, others their own. */
  public boolean sees(Report report) {
    String role = role(report.workspace());
    return role != null && (!role.equals("user") || report.submitter().equals(email));
  }

  Credential with(String workspace, String role) {
    Map<String, String> more = new TreeMap<>(roles);
    more.put(workspace, role);
    return new Credential(partnerUserID, partnerUserSecret, email, more, actsForOthers);
  }
}
