package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dreyfus.report.site.Site;
import org.dreyfus.report.site.SiteRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus site}. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a static site of all bundles below a folder: a table that sorts and filters, and a page",
      "for each. site.json in the folder says which were re-run by its keeper, which were withdrawn",
      "and why, and what vendors answered."
    })
final class SiteCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "DIR", description = "Folder with bundles at any depth.")
  private Path published;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  SiteCommand() {
    this.output = new Output();
    this.published = Path.of("");
    this.out = Path.of("");
  }

  @Override
  public Integer call() throws IOException {
    List<SiteRow> rows = Site.write(published, out);
    output.message("dreyfus: %d rows".formatted(rows.size()));
    output.text(out.resolve("index.html") + "\n");
    return ExitCode.DONE;
  }
}
