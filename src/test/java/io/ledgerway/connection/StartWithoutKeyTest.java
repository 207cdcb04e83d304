package io.ledgerway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.secret.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartWithoutKeyTest {

  @Test
  void an_engine_without_an_encryption_key_says_how_to_make_one(CapturedOutput output) {
    SpringApplicationBuilder engine =
        new SpringApplicationBuilder(Secrets.class).web(WebApplicationType.NONE);

    assertThatThrownBy(() -> engine.run("--ledgerway.encryption-key="));

    assertThat(output.getAll())
        .contains("APPLICATION FAILED TO START")
        .contains("ENCRYPTION_KEY_MISSING")
        .contains("openssl rand -base64 32")
        .doesNotContain("\tat ");
  }
}
