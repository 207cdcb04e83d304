package io.ledgerway.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A notice in words, for people. */
final class MailText {

  private static final int LONGEST_NAME = 80;

  private MailText() {}

  /** One line, whatever the company is called. */
  static String subject(JsonNode notice, String companyName) {
    String name = name(companyName);
    long open = notice.get("open").size() + notice.get("moreOpen").asLong();
    long solved = notice.get("solved").size() + notice.get("moreSolved").asLong();
    if (notice.get("occasion").asText().equals("TEST")) {
      return "Ledgerway: a test for " + name;
    }
    if (open == 0) {
      return "Ledgerway: solved at " + name + " (" + solved + ")";
    }
    return "Ledgerway: "
        + (open == 1 ? "1 thing needs" : open + " things need")
        + " attention at "
        + name;
  }

  static String text(JsonNode notice, String companyName) {
    StringBuilder text = new StringBuilder();
    if (notice.get("occasion").asText().equals("TEST")) {
      text.append("This is a test: notices about ")
          .append(line(companyName))
          .append(" arrive here.\n");
    }
    if (!notice.get("open").isEmpty()) {
      text.append("This needs attention at ").append(line(companyName)).append(":\n\n");
      notice.get("open").forEach(need -> open(text, need));
      more(text, notice.get("moreOpen").asLong());
    }
    if (!notice.get("solved").isEmpty()) {
      text.append("This is solved:\n\n");
      notice
          .get("solved")
          .forEach(
              need -> text.append("- ").append(line(need.get("message").asText())).append('\n'));
      more(text, notice.get("moreSolved").asLong());
      text.append('\n');
    }
    return text.append(notice.get("link").asText()).append('\n').toString();
  }

  private static void open(StringBuilder text, JsonNode need) {
    text.append("- ").append(line(need.get("message").asText())).append('\n');
    String who = who(need.get("actor").asText());
    text.append("  ").append(count(need)).append(who);
    if (!need.get("status").asText().equals("OPEN")) {
      text.append(" (").append(need.get("status").asText().toLowerCase(Locale.ROOT)).append(')');
    }
    text.append('\n').append("  ").append(line(need.get("action").asText())).append('\n');
    if (!need.get("some").isEmpty()) {
      text.append("  For instance:");
      need.get("some").forEach(id -> text.append(' ').append(id.asText()));
      text.append('\n');
    }
    text.append('\n');
  }

  private static String count(JsonNode need) {
    long number = need.get("number").asLong();
    String noun =
        switch (Need.About.valueOf(need.get("about").asText())) {
          case COMPANY, DOCUMENTS -> number == 1 ? " document" : " documents";
          case RECORDS -> number == 1 ? " record" : " records";
          case RECEIPTS -> number == 1 ? " receipt" : " receipts";
        };
    return number == 0 ? "" : number + noun + ", ";
  }

  private static String who(String actor) {
    return switch (actor) {
      case "EMPLOYEE" -> "for the person whose expense it is";
      case "ADMIN" -> "for the account admin";
      case "FINANCE" -> "for finance";
      case "ENGINEER" -> "for the integration engineer";
      case "OPERATOR" -> "for whoever runs Ledgerway";
      default -> "for nobody: it goes on by itself";
    };
  }

  private static void more(StringBuilder text, long more) {
    if (more > 0) {
      text.append("… and ").append(more).append(" more.\n\n");
    }
  }

  /** What stands in one line, without anything that would begin another. */
  private static String line(String text) {
    String one = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    return one.length() <= 1_000 ? one : one.substring(0, 1_000) + "…";
  }

  /** The company's name as it stands in a subject. */
  static String name(String companyName) {
    String one = line(companyName);
    return one.length() <= LONGEST_NAME ? one : one.substring(0, LONGEST_NAME) + "…";
  }
}
