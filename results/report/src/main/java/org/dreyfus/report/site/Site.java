package org.dreyfus.report.site;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleException;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.bundle.Verification;
import org.dreyfus.report.OverviewPage;
import org.dreyfus.report.ScorecardPage;
import org.dreyfus.report.script.ChartLibrary;
import org.dreyfus.scoring.Scorecard;

/** Makes the site of all bundles below a folder. */
public final class Site {

  private static final String MARKS = "site.json";

  private Site() {}

  /**
   * @param published folder with bundles at any depth, and {@code site.json} if there is one
   * @param target a new folder
   * @return rows of the leaderboard
   * @throws IOException when there is no bundle, one cannot be read, or the target exists
   */
  public static List<SiteRow> write(Path published, Path target) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    List<Path> bundles = bundles(published);
    if (bundles.isEmpty()) {
      throw new BundleException(published + ": holds no result bundle at any depth");
    }
    SiteFile said = said(published, bundles);
    List<SiteRow> rows = new ArrayList<>();
    for (Path folder : bundles) {
      rows.addAll(page(published, folder, said, target));
    }
    Files.writeString(target.resolve("index.html"), OverviewPage.site(rows));
    Files.writeString(target.resolve(ChartLibrary.FILE), ChartLibrary.text());
    return rows;
  }

  private static List<Path> bundles(Path published) throws IOException {
    try (Stream<Path> entries = Files.walk(published)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("run.json")))
          .sorted()
          .toList();
    }
  }

  private static SiteFile said(Path published, List<Path> bundles) throws IOException {
    Path file = published.resolve(MARKS);
    if (!Files.exists(file)) {
      return new SiteFile(SiteFile.SCHEMA_VERSION, List.of());
    }
    SiteFile said = ResultJson.json().read(file, SiteFile.class);
    if (said.schemaVersion() != SiteFile.SCHEMA_VERSION) {
      throw new BundleException(file + ": schemaVersion " + said.schemaVersion() + " is not known");
    }
    List<String> names = bundles.stream().map(folder -> name(published, folder)).toList();
    for (SiteFile.Entry entry : said.entries()) {
      if (!names.contains(entry.bundle())) {
        throw new BundleException(
            "%s: names '%s', where no bundle is; a withdrawn one must stay"
                .formatted(file, entry.bundle()));
      }
    }
    return said;
  }

  private static List<SiteRow> page(Path published, Path folder, SiteFile said, Path target)
      throws IOException {
    String name = name(published, folder);
    SiteFile.Entry entry = said.of(name);
    Bundle read = BundleReader.read(folder);
    Bundle bundle = read.with(entry.response().or(read::response));
    boolean verified = Verification.problems(folder).isEmpty();
    SiteRow.Mark mark =
        !verified
            ? SiteRow.Mark.SELF_REPORTED
            : entry.rerunByUs() ? SiteRow.Mark.RERUN_BY_US : SiteRow.Mark.ARITHMETIC_CHECKED;
    List<Scorecard> cards = bundle.scorecards();
    Path page = target.resolve(name).resolve("scorecard.html");
    Files.createDirectories(page.resolveSibling("."));
    Files.writeString(page, ScorecardPage.html(bundle, cards, Optional.of(library(target, page))));
    return cards.stream()
        .map(
            card ->
                new SiteRow(
                    name + "/scorecard.html",
                    bundle.manifest().classifier(),
                    card,
                    mark,
                    entry.withdrawn()))
        .toList();
  }

  /** The one copy of the chart library, as a page finds it. */
  private static String library(Path target, Path page) {
    Path copy = target.resolve(ChartLibrary.FILE);
    return page.resolveSibling(".")
        .normalize()
        .relativize(copy.normalize())
        .toString()
        .replace('\\', '/');
  }

  private static String name(Path published, Path folder) {
    return published.relativize(folder).toString().replace('\\', '/');
  }
}
