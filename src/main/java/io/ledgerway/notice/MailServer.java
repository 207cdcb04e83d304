package io.ledgerway.notice;

import org.springframework.mail.javamail.JavaMailSender;

/**
 * By which mail server this deployment sends, if by any. Immutable.
 *
 * @param sender null when no server is set
 * @param from empty when no sender is set
 */
record MailServer(JavaMailSender sender, String from) {

  /** What has to be set before e-mail can be sent; null when nothing has. */
  String missing() {
    if (sender == null) {
      return "No mail server is set up here: whoever runs this engine sets SPRING_MAIL_HOST.";
    }
    return from.isBlank()
        ? "No sender of e-mail is set up here: whoever runs this engine sets"
            + " LEDGERWAY_NOTICES_MAIL_FROM."
        : null;
  }
}
