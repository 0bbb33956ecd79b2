package org.dreyfus.external.container;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Hands an image to an engine while it is being written. */
final class TarLoading {

  private static final int BUFFER_BYTES = 1 << 20;

  private TarLoading() {}

  /**
   * @throws IOException when the file cannot be read to its end
   * @throws RuntimeException of docker-java when the engine refuses it
   */
  static void load(DockerEngine engine, TarImage image) throws IOException {
    try (PipedInputStream in = new PipedInputStream(BUFFER_BYTES)) {
      PipedOutputStream out = new PipedOutputStream(in);
      CompletableFuture<Optional<IOException>> writing =
          CompletableFuture.supplyAsync(() -> write(image, out), Background.THREADS);
      try {
        engine.patientClient().loadImageAsyncCmd(in).start().awaitMessage();
      } catch (RuntimeException e) {
        Optional<IOException> unread = writing.getNow(Optional.empty());
        if (unread.isPresent()) {
          throw unread.get();
        }
        throw e;
      }
    }
  }

  /** The failure, if any: an engine that stops reading makes one too. */
  private static Optional<IOException> write(TarImage image, PipedOutputStream out) {
    try (out) {
      image.writeTo(out);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
