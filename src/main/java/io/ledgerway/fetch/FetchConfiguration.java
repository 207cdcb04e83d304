package io.ledgerway.fetch;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What this deployment allows to be called, and how long and large what is fetched may be. */
@Configuration(proxyBeanMethods = false)
class FetchConfiguration {

  @Bean
  OutsideCalls outsideCalls(
      @Value("${ledgerway.fetch.own-networks:}") List<String> ownNetworks,
      @Value("${ledgerway.fetch.ssl-bundle:}") String bundle,
      @Value("${ledgerway.fetch.connect-time:5s}") Duration connectTime,
      Optional<SslBundles> bundles)
      throws NoSuchAlgorithmException {
    return new OutsideCalls(
        SystemDefaultDnsResolver.INSTANCE,
        new PublicInternet(ownNetworks),
        bundle.isEmpty()
            ? SSLContext.getDefault()
            : bundles.orElseThrow().getBundle(bundle).createSslContext(),
        connectTime);
  }

  @Bean
  Fetch fetch(
      OutsideCalls calls,
      @Value("${ledgerway.fetch.most-bytes:10MB}") DataSize mostBytes,
      @Value("${ledgerway.fetch.time:30s}") Duration time) {
    return new Fetch(calls, new Fetch.Limits(mostBytes.toBytes(), time));
  }

  @Bean
  Post post(
      OutsideCalls calls,
      @Value("${ledgerway.notices.plain-http:false}") boolean plain,
      @Value("${ledgerway.notices.time:10s}") Duration time) {
    return new Post(calls, plain, time);
  }
}
