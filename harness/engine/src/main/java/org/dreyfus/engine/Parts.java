package org.dreyfus.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.dreyfus.bundle.BundleDraft;
import org.dreyfus.bundle.Directories;

/** Parts of bundles that are on their way from a journal to where they belong. */
public final class Parts {

  private static final ObjectInputFilter OURS =
      ObjectInputFilter.Config.createFilter("org.dreyfus.**;java.**;!*");

  private final Path folder;

  Parts(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Keeps what is known of a chunk whose parts are written, for another process. */
  public void keep(GatheredChunk chunk) throws IOException {
    Path unfinished = Files.createTempFile(folder, "chunk", ".unfinished");
    try (ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeObject(chunk);
    }
    Files.move(unfinished, kept(chunk.number()), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Takes what another process kept of a chunk.
   *
   * @throws IOException when it is not to be seen here, or cannot be read
   */
  public GatheredChunk take(int number) throws IOException {
    Path file = kept(number);
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.setObjectInputFilter(OURS);
      GatheredChunk chunk = (GatheredChunk) in.readObject();
      Files.delete(file);
      return chunk;
    } catch (NoSuchFileException e) {
      throw notShared(file);
    } catch (ClassNotFoundException | ObjectStreamException e) {
      throw new IOException(file + ": another version of Dreyfus wrote it; repeat the command", e);
    }
  }

  private Path kept(int chunk) {
    return file("%06d.chunk".formatted(chunk));
  }

  private static IOException notShared(Path file) {
    return new IOException(
        "%s: was written, but is not to be seen here; all machines must share the journal:"
                .formatted(file)
            + " --journal DIR|URI");
  }

  /** Begins anew: what another run left is thrown away. */
  void clear() throws IOException {
    Directories.delete(folder);
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
        throw notShared(file);
      }
      boolean ofAll = part.subject() == GatheredChunk.Part.ALL;
      for (BundleDraft bundle : ofAll ? bundles : List.of(bundles.get(part.subject()))) {
        bundle.append(part.file(), file);
      }
      Files.delete(file);
    }
  }
}
