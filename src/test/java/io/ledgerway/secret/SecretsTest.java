package io.ledgerway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.problem.LedgerwayException;
import org.junit.jupiter.api.Test;

public class SecretsTest {

  public static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZCE=";
  public static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldyE=";

  @Test
  void a_secret_opens_for_its_owner_alone() {
    Secrets secrets = new Secrets(OLD);
    byte[] sealed = secrets.seal("hush", "a");

    assertThat(new String(sealed)).doesNotContain("hush");
    assertThat(secrets.open(sealed, "a")).isEqualTo("hush");
    assertThatThrownBy(() -> secrets.open(sealed, "b")).isInstanceOf(LedgerwayException.class);
  }

  @Test
  void an_older_key_of_the_list_still_opens_and_the_first_seals() {
    byte[] sealedBefore = new Secrets(OLD).seal("hush", "a");
    Secrets both = new Secrets(NEW + "," + OLD);

    assertThat(both.open(sealedBefore, "a")).isEqualTo("hush");
    assertThat(new Secrets(NEW).open(both.seal("hush", "a"), "a")).isEqualTo("hush");
    assertThatThrownBy(() -> new Secrets(NEW).open(sealedBefore, "a"))
        .hasMessageContaining("LEDGERWAY_ENCRYPTION_KEY");
  }

  @Test
  void without_a_key_the_engine_says_how_to_make_one() {
    assertThatThrownBy(() -> new Secrets(" ")).hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void a_key_that_is_none_is_refused_without_being_shown() {
    for (String wrong : new String[] {"c2hvcnQ=", "not base 64!"}) {
      assertThatThrownBy(() -> new Secrets(wrong))
          .hasMessageContaining("32 bytes")
          .hasMessageNotContaining(wrong);
    }
  }
}
