package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.Directories;
import org.dreyfus.bundle.JournalFile;

/** Finished sessions of a run, one {@link JournalFile} each. */
public final class Journal {

  private final Path folder;

  /**
   * @param parent of all journals
   * @param identity of the run: corpus, classifiers, options, seed; a run with another identity has
   *     another journal
   */
  Journal(Path parent, String identity) throws IOException {
    this(Files.createDirectories(parent.resolve(Digests.sha256(identity))));
  }

  /** A journal that was begun elsewhere, in the folder that it has. */
  public Journal(Path folder) {
    this.folder = folder;
  }

  /** Whether it lies on no disk of this machine, so that reading a file of it is mostly waiting. */
  boolean isRemote() {
    return folder.getFileSystem() != FileSystems.getDefault();
  }

  /** Where the finished sessions lie. */
  public Path folder() {
    return folder;
  }

  /**
   * What came out for a session.
   *
   * @return empty when it is not finished
   */
  public Optional<SessionResult> read(String session) throws IOException {
    return JournalFile.read(file(session), SessionResult.class);
  }

  /**
   * The sessions that are not finished: their parts are missing, or not whole.
   *
   * @param sessions ids
   * @return ids in the same order; the same list when none is finished
   */
  List<String> missing(List<String> sessions) throws IOException {
    JournalNames names = JournalNames.in(folder);
    List<Integer> kept =
        IntStream.range(0, sessions.size())
            .filter(i -> names.mayHold(name(sessions.get(i))))
            .boxed()
            .toList();
    if (kept.isEmpty()) {
      return sessions;
    }
    BitSet finished = new BitSet();
    reading()
        .run(
            kept,
            i -> read(sessions.get(i)).isPresent() ? OptionalInt.of(i) : OptionalInt.empty(),
            whole -> whole.ifPresent(finished::set));
    return IntStream.range(0, sessions.size())
        .filter(i -> !finished.get(i))
        .mapToObj(sessions::get)
        .toList();
  }

  private OrderedWork reading() {
    int cores = Runtime.getRuntime().availableProcessors();
    return isRemote() ? OrderedWork.waiting() : new OrderedWork(cores, cores);
  }

  /**
   * What came out for a session that is finished.
   *
   * @throws IOException when it is not there any more, or is damaged
   */
  SessionResult require(String session) throws IOException {
    return read(session)
        .orElseThrow(
            () ->
                new IOException(
                    "%s: what came out for session '%s' is missing or damaged; repeat the command,"
                            .formatted(file(session), session)
                        + " which evaluates it again"));
  }

  /** Whether a session is finished; its part may be damaged, which is found when it is read. */
  public boolean holds(String session) {
    return Files.isRegularFile(file(session));
  }

  /** Parts of bundles that are made of it. */
  public Parts parts() {
    return new Parts(folder.resolve("parts"));
  }

  /** Keeps a finished session, whole or not at all; whoever writes it writes the same. */
  public void write(SessionResult result) throws IOException {
    JournalFile.write(file(result.session()), result);
  }

  /** The results stand in a bundle now. */
  void delete() throws IOException {
    delete(Directories::delete);
  }

  /** Deletes a folder with all that it holds, if it is there. */
  @FunctionalInterface
  public interface Deletion {
    void of(Path folder) throws IOException;
  }

  /**
   * The results stand in a bundle now.
   *
   * @param deletion that the storage does best
   */
  public void delete(Deletion deletion) throws IOException {
    deletion.of(folder);
    deleteIfEmpty(folder.resolveSibling(".").normalize());
  }

  /** Journals of several runs lie side by side; the last one takes the folder with it. */
  private static void deleteIfEmpty(Path parent) throws IOException {
    try {
      Files.deleteIfExists(parent);
    } catch (DirectoryNotEmptyException e) {
      return;
    }
  }

  private Path file(String session) {
    return folder.resolve(name(session));
  }

  private static String name(String session) {
    return Digests.sha256(session) + ".json";
  }
}
