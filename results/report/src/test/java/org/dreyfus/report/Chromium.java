package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium, driven by Playwright. It notes whatever a page asks for and complains of. */
final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Chromium() {
    boolean here = Files.isExecutable(PROGRAM);
    if (System.getenv("CI") != null) {
      assertThat(here).as("needs the Debian package chromium").isTrue();
    }
    assumeTrue(here, "needs the Debian package chromium");
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox")));
  }

  /** A page in a window so wide, with its charts drawn if it has any. */
  Page open(Path file, int width, ColorScheme colours) {
    return open(file, width, colours, true);
  }

  Page open(Path file, int width, ColorScheme colours, boolean scripts) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(colours)
                    .setJavaScriptEnabled(scripts))
            .newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(file.toUri().toString());
    if (scripts && page.locator(".chart").count() > 0) {
      page.waitForSelector("html[data-charts=drawn]");
    }
    return page;
  }

  /** What pages wrote to the console, and errors in their scripts. */
  List<String> complaints() {
    return complaints;
  }

  /** Every address that pages asked for. */
  List<String> requests() {
    return requests;
  }

  /**
   * What axe-core finds wrong with a page as it stands; it must have found something right, too.
   */
  List<String> violations(Page page) throws IOException {
    List<String> before = List.copyOf(complaints);
    try (InputStream in = Chromium.class.getResourceAsStream(AXE)) {
      page.addScriptTag(
          new Page.AddScriptTagOptions()
              .setContent(
                  new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)));
    }
    Object passed = page.evaluate("axe.run().then(r => (window.found = r).passes.length)");
    assertThat((Integer) passed).isGreaterThan(10);
    Object found =
        page.evaluate(
            "window.found.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html).join(' '))");
    complaints.clear();
    complaints.addAll(before);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** By how many pixels a page is wider than its window. */
  static int sideways(Page page) {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
