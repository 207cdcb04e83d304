package io.ledgerway.flow;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser in front of the hub; one for all tests, each with a context of its own. */
final class HubBrowser {

  private static final List<Path> INSTALLED =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static Browser browser;

  private final URI engine;

  HubBrowser(URI engine) {
    this.engine = engine;
  }

  private static synchronized Browser browser(URI engine) {
    if (browser == null) {
      Path chromium =
          INSTALLED.stream()
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Install Chromium: see .ci/run"));
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(chromium)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              // Where Xero sends people back to is this engine.
                              "--host-resolver-rules=MAP localhost:9999 localhost:"
                                  + engine.getPort())));
      // As long as for all else that a page is waited for, on a machine that is busy.
      PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }

  /** A browser that knows nobody yet. */
  BrowserContext context(ColorScheme scheme, int width, boolean script) {
    return browser(engine)
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(script)
                .setBaseURL(engine.toString()));
  }

  Page signedIn(String login, String password) {
    Page page = context(ColorScheme.LIGHT, 1440, true).newPage();
    page.navigate("/sign-in?to=/new-password");
    page.getByLabel("E-mail or name").fill(login);
    page.getByLabel("Password").fill(password);
    page.locator("main button[type=submit]").click();
    // What comes next would cut it off.
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }
}
