package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.bundle.BundleDraft;

/** Parts of bundles that are on their way from a journal to where they belong. */
final class Parts {

  private final Path folder;

  Parts(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Begins anew: what another run left is thrown away. */
  void clear() throws IOException {
    JournalFolder.delete(folder);
    Files.createDirectories(folder);
  }

  /**
   * Puts the parts of a chunk behind what is there already, and lets go of them.
   *
   * @param bundles one of each classifier, in the order of the run
   */
  void append(GatheredChunk chunk, List<BundleDraft> bundles) throws IOException {
    for (GatheredChunk.Part part : chunk.parts()) {
      Path file = file(part.name(chunk.number()));
      if (!Files.isRegularFile(file)) {
        throw new IOException(
            "%s: was written, but is not to be seen here; all machines must share the journal:"
                    .formatted(file)
                + " --journal DIR|URI");
      }
      boolean ofAll = part.subject() == GatheredChunk.Part.ALL;
      for (BundleDraft bundle : ofAll ? bundles : List.of(bundles.get(part.subject()))) {
        bundle.append(part.file(), file);
      }
      Files.delete(file);
    }
  }
}
