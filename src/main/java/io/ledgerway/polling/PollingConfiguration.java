package io.ledgerway.polling;

import io.ledgerway.edition.EditionInForce;
import io.ledgerway.source.CompanySources;
import io.ledgerway.start.PlainHttp;
import io.ledgerway.step.StepComponent;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes can call of polling, by name. */
@Configuration
class PollingConfiguration {

  @Bean
  StepComponent polling(
      Polls polls,
      BeginPolls begin,
      RequestPermits permits,
      CompanySources sources,
      SourceHttp http,
      SettingsInForce settings,
      ReferenceData reference,
      JdbcClient jdbc,
      EditionInForce edition,
      @Value("${" + PlainHttp.ALLOWED + ":false}") boolean plainHttp) {
    return new StepComponent(
            Map.of(
                "plan", new PlanNextPoll(jdbc, settings),
                "begin-due", exchange -> begin.due(),
                "take", new TakeStep(polls, settings, reference),
                "stored", new RecordsStored(polls, begin),
                "failed", new StepFailed(polls)))
        .configurable("answered", Set.of("records"), Answered.by(polls, permits))
        .configurable(
            "ask",
            Set.of("url", "limits", "cursor"),
            Ask.by(
                new Ask.Means(
                    permits, sources, polls, http, () -> edition.current().routes(), plainHttp)));
  }
}
