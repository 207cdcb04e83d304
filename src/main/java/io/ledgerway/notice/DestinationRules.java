package io.ledgerway.notice;

import io.ledgerway.fetch.NotFetched;
import io.ledgerway.fetch.NotFetched.Reason;
import io.ledgerway.fetch.Post;
import io.ledgerway.notice.Destination.Change;
import io.ledgerway.notice.Destination.Kind;
import io.ledgerway.notice.Destination.When;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.ChoicesRefused.Wrong;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a destination may be. Thread-safe. */
@Component
class DestinationRules {

  private static final int MOST = 10;
  private static final int MOST_ADDRESSES = 20;
  private static final int LONGEST_URL = 2_000;
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{16,200}");

  /** A bare address: what could end a header or name a second one has no place in it. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private static final int LONGEST_ADDRESS = 254;

  private final Post post;
  private final MailServer mail;
  private final String topic;

  DestinationRules(Post post, MailServer mail, NoticeSettings settings) {
    this.post = post;
    this.mail = mail;
    this.topic = settings.topic();
  }

  /**
   * @param before those that the company has, by their ids
   * @throws ChoicesRefused with everything that is wrong
   */
  void check(List<Change> changes, Map<UUID, Destination> before) {
    List<Wrong> wrong = new ArrayList<>();
    if (changes.size() > MOST) {
      wrong.add(new Wrong("destinations", "a company has at most " + MOST));
    } else {
      Set<UUID> seen = new HashSet<>();
      for (int i = 0; i < changes.size(); i++) {
        Checking one = new Checking("destinations[" + i + "].", wrong);
        Change change = changes.get(i);
        if (change == null) {
          one.wrong("kind", "say what kind it is: TOPIC, WEBHOOK or EMAIL");
          continue;
        }
        if (change.id() != null && (!before.containsKey(change.id()) || !seen.add(change.id()))) {
          one.wrong("id", "the company has no such destination, or it stands here twice");
        }
        check(one, change, before.get(change.id()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new ChoicesRefused(wrong);
    }
  }

  private record Checking(String where, List<Wrong> all) {
    void wrong(String field, String message) {
      all.add(new Wrong(where + field, message));
    }

    void foreign(String field, boolean given, Enum<?> to) {
      if (given) {
        wrong(field, "does not belong to " + to + ": leave it out");
      }
    }
  }

  private void check(Checking one, Change change, Destination former) {
    if (change.when() == null) {
      one.wrong("when", "say when: AT_ONCE or DAILY");
    } else {
      one.foreign("at", change.at() != null && change.when() != When.DAILY, change.when());
    }
    if (change.actors() != null && change.actors().stream().anyMatch(Objects::isNull)) {
      one.wrong("actors", "names nobody");
    }
    if (change.kind() == null) {
      one.wrong("kind", "say what kind it is: TOPIC, WEBHOOK or EMAIL");
      return;
    }
    Kind kind = change.kind();
    one.foreign("url", change.url() != null && kind != Kind.WEBHOOK, kind);
    one.foreign("secret", change.secret() != null && kind != Kind.WEBHOOK, kind);
    one.foreign("addresses", change.addresses() != null && kind != Kind.EMAIL, kind);
    switch (kind) {
      case TOPIC -> {
        if (topic.isBlank()) {
          one.wrong("kind", Destinations.NO_TOPIC);
        }
      }
      case WEBHOOK -> webhook(one, change, former);
      case EMAIL -> mail(one, change.addresses());
    }
  }

  private void webhook(Checking one, Change change, Destination former) {
    if (change.url() == null || change.url().length() > LONGEST_URL) {
      one.wrong("url", "give the https address that notices are posted to");
    } else {
      try {
        post.check(change.url());
      } catch (NotFetched e) {
        // A host that is not known now may be when the first notice goes there.
        if (e.reason() != Reason.HOST_NOT_REACHED) {
          one.wrong("url", e.plainMessage().replace(" of the file", ""));
        }
      }
    }
    boolean has = former != null && former.secretSetAt() != null;
    if (change.secret() == null ? !has : !SECRET.matcher(change.secret()).matches()) {
      one.wrong("secret", "give 16 to 200 characters of ASCII without blanks to sign with");
    }
  }

  private void mail(Checking one, List<String> addresses) {
    if (mail.missing() != null) {
      one.wrong("kind", mail.missing());
    }
    if (addresses == null || addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
      one.wrong("addresses", "give 1 to " + MOST_ADDRESSES + " addresses");
      return;
    }
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      if (address == null
          || address.length() > LONGEST_ADDRESS
          || !ADDRESS.matcher(address).matches()) {
        one.wrong("addresses[" + i + "]", "is no e-mail address, such as finance@acme.example");
      }
    }
  }
}
