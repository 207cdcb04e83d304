package io.ledgerway.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.notice.NotDelivered.Then;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends a notice by e-mail: plain text, under the same Message-ID with each attempt. */
class MailNotice implements Processor {

  private final MailServer server;
  private final Clock clock;

  MailNotice(MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    String missing = server.missing();
    if (missing != null) {
      throw new NotDelivered(Then.SELDOM, missing, null);
    }
    JavaMailSender sender = server.sender();
    try {
      sender.send(message(sender.createMimeMessage(), Delivery.of(exchange)));
    } catch (MailException | MessagingException e) {
      throw notDelivered(e);
    }
  }

  private MimeMessage message(MimeMessage message, Delivery notice) throws MessagingException {
    JsonNode json = NoticeJson.read(notice.body());
    String utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(server.from(), true));
    for (String address : notice.addresses()) {
      message.addRecipient(RecipientType.TO, new InternetAddress(address, true));
    }
    message.setSubject(MailText.subject(json, notice.companyName()), utf8);
    message.setText(MailText.text(json, notice.companyName()), utf8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", "<" + notice.id() + "@ledgerway>");
    // No machine answers what a machine has written.
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private static NotDelivered notDelivered(Exception failure) {
    if (failure instanceof MailAuthenticationException) {
      return new NotDelivered(
          Then.LATER, "The mail server does not accept our user name and password.", null);
    }
    int code = code(failure);
    if (code >= 500) {
      return new NotDelivered(
          Then.SELDOM, "The mail server refused it with the code " + code + ".", null);
    }
    return new NotDelivered(
        Then.LATER,
        code > 0
            ? "The mail server did not take it, with the code " + code + "."
            : "The mail server could not be reached.",
        null);
  }

  /** The mail server's own; 0 when it said none. */
  private static int code(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof SMTPSendFailedException refused) {
        return refused.getReturnCode();
      }
      if (cause instanceof SMTPAddressFailedException refused) {
        return refused.getReturnCode();
      }
    }
    return 0;
  }

  private static Throwable next(Throwable failure) {
    if (failure instanceof MailSendException sending && !sending.getFailedMessages().isEmpty()) {
      return sending.getFailedMessages().values().iterator().next();
    }
    if (failure instanceof MessagingException messaging && messaging.getNextException() != null) {
      return messaging.getNextException();
    }
    return failure.getCause();
  }
}
