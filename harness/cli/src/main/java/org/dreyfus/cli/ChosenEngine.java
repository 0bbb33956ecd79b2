package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.worker.Plugins;

/**
 * The engine of a command, and where it finds things.
 *
 * @param access absent for the threads of this process
 * @param journal as the user named it
 */
record ChosenEngine(Optional<EngineAccess> access, Optional<String> journal)
    implements AutoCloseable {

  /**
   * What the results state.
   *
   * @param others that they state as well
   */
  Map<String, String> facts(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    access.ifPresent(its -> all.put("engine", its.words()));
    return all;
  }

  /** The folder of a corpus that the user named by id, by path or by location. */
  Path corpus(String name) throws IOException {
    return access.isPresent() && access.get().isLocation(name)
        ? access.get().path(name)
        : Installation.corpus(name);
  }

  /**
   * Where finished sessions are kept.
   *
   * @param target of the results: finished sessions of unfinished runs lie beside them
   */
  Path journal(Path target) throws IOException {
    if (journal.isEmpty()) {
      return target.toAbsolutePath().resolveSibling(".journal");
    }
    return access.isPresent() ? access.get().path(journal.get()) : Path.of(journal.get());
  }

  /**
   * A run on this engine.
   *
   * @param handedIn what vendors handed in
   */
  Run run(Evaluation evaluation, List<Plugins.Opened> handedIn, RunProgress progress) {
    if (access.isEmpty()) {
      return new Run(evaluation, progress);
    }
    Map<String, Path> folders = new HashMap<>();
    for (Plugins.Opened plugin : handedIn) {
      folders.put(plugin.folder().digest(), plugin.folder().folder());
      folders.put(plugin.plugin().digest(), plugin.folder().folder());
    }
    return new Run(evaluation, access.get().engine(folders), progress);
  }

  @Override
  public void close() {
    access.ifPresent(EngineAccess::close);
  }
}
