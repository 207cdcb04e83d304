package io.ledgerway.access;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/** How sessions of the hub are kept, and how a browser names its own. */
@Configuration
class Sessions {

  /** A browser takes a cookie with this mark from nobody but us, over TLS, for this host alone. */
  private static final String OVER_TLS = "__Host-ledgerway";

  private static final String OVER_HTTP = "ledgerway";

  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(@Value("${ledgerway.hub-url}") String hub) {
    boolean tls = hub.startsWith("https:");
    return cookie -> {
      cookie.setCookieName(tls ? OVER_TLS : OVER_HTTP);
      cookie.setUseSecureCookie(tls);
      cookie.setCookiePath("/");
      cookie.setUseHttpOnlyCookie(true);
      // People come back from Xero with it; no form of another site brings it.
      cookie.setSameSite("Lax");
      cookie.setCookieMaxAge((int) Duration.ofSeconds(-1).toSeconds());
    };
  }

  /** What an engine of another version left in a session is left out, and people sign in again. */
  @Bean
  ConversionService springSessionConversionService() {
    GenericConversionService service = new GenericConversionService();
    DeserializingConverter reading = new DeserializingConverter(Sessions.class.getClassLoader());
    service.addConverter(Object.class, byte[].class, new SerializingConverter());
    service.addConverter(
        byte[].class,
        Object.class,
        bytes -> {
          try {
            return reading.convert(bytes);
          } catch (SerializationFailedException e) {
            return null;
          }
        });
    return service;
  }
}
