package org.dreyfus.external.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.dreyfus.external.Ending;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Limits;
import org.dreyfus.external.program.LogTail;

/**
 * One container at work. Standard error has a connection of its own, so that nothing holds it up.
 */
final class RunningContainer implements Launched {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration READING_TIME = Duration.ofMillis(500);
  private static final Duration LATE_NEWS = Duration.ofSeconds(3);
  private static final long NEWS_MILLIS = 50;

  /** Of a process that SIGKILL ended: 128 and the number of the signal. */
  private static final long KILLED_EXIT_CODE = 137;

  private static final String PIPES = "attach?stream=1&stdin=1&stdout=1";
  private static final String LOG = "attach?stream=1&stderr=1";

  private final DockerEngine engine;
  private final String container;
  private final Limits limits;
  private final FrameStream errors;
  private final LogTail log = new LogTail();
  private final ContainerInput input;
  private final FrameStream output;
  private final PeakMemory memory;
  private final ExitWatch exit;
  private volatile boolean killed;
  private Optional<Ending> ending = Optional.empty();

  private RunningContainer(
      DockerEngine engine,
      String container,
      Limits limits,
      SocketChannel pipes,
      SocketChannel errors) {
    this.engine = engine;
    this.container = container;
    this.limits = limits;
    this.errors = new FrameStream(errors, FrameStream.ERROR);
    log.follow(this.errors);
    this.memory = new PeakMemory(engine, container);
    this.input = new ContainerInput(pipes, memory::look);
    this.exit = new ExitWatch(input::giveUp);
    this.output = new FrameStream(pipes, FrameStream.OUTPUT);
  }

  /** Attaches to a container that was created, and starts it; removes it when that fails. */
  static RunningContainer start(DockerEngine engine, String container, Limits limits)
      throws LaunchException {
    try {
      RunningContainer running = attach(engine, container, limits);
      try {
        engine.client().startContainerCmd(container).exec();
        engine.patientClient().waitContainerCmd(container).exec(running.exit);
        return running;
      } catch (RuntimeException e) {
        running.close();
        throw EngineErrors.refused("start the plugin's program", e);
      }
    } catch (IOException e) {
      engine.live().remove(container);
      throw EngineErrors.refused("attach to a container", e);
    }
  }

  private static RunningContainer attach(DockerEngine engine, String container, Limits limits)
      throws IOException {
    EngineSocket socket = engine.socket();
    SocketChannel pipes = socket.attach(engine.target(container, PIPES));
    try {
      SocketChannel errors = socket.attach(engine.target(container, LOG));
      return new RunningContainer(engine, container, limits, pipes, errors);
    } catch (IOException e) {
      pipes.close();
      throw e;
    }
  }

  @Override
  public WritableByteChannel input() {
    return input;
  }

  @Override
  public InputStream output() {
    return output;
  }

  @Override
  public String log() {
    return log.text();
  }

  /**
   * The engine answers once the container is gone, and that it only notices when all output was
   * taken from it: what nobody reads for half a second is given up.
   */
  @Override
  public void kill() {
    killed = true;
    try {
      killing().orTimeout(READING_TIME.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      output.giveUp();
      killAgain();
    }
  }

  private void killAgain() {
    try {
      killing().join();
    } catch (CompletionException e) {
      throw new EngineFailedException("the container engine cannot end a plugin; see its log", e);
    }
  }

  private CompletableFuture<Void> killing() {
    return CompletableFuture.runAsync(this::killNow, Background.THREADS);
  }

  private void killNow() {
    try {
      engine.client().killContainerCmd(container).exec();
    } catch (DockerException e) {
      if (e.getHttpStatus() != 404 && e.getHttpStatus() != 409) {
        throw e;
      }
    }
  }

  /**
   * The engine tells no end while output waits to be read, unless the container was killed: read
   * the output to its end first.
   */
  @Override
  public synchronized Optional<Ending> await(Duration patience) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + patience.toNanos();
    while (ending.isEmpty()) {
      Duration left = Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
      if (exit.awaitEnd(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS)) {
        log.awaitEnd();
        ending = Optional.of(ending(engine.client()));
      } else if (System.nanoTime() >= deadlineNanos) {
        return Optional.empty();
      } else {
        memory.look();
      }
    }
    return ending;
  }

  private Ending ending(DockerClient client) throws InterruptedException {
    try {
      ContainerState state = state(client);
      boolean outOfMemory = Boolean.TRUE.equals(state.getOOMKilled());
      if (outOfMemory) {
        memory.atLeast(limits.memoryBytes());
      }
      long exitCode = Optional.ofNullable(state.getExitCodeLong()).orElse(-1L);
      return new Ending((int) exitCode, outOfMemory, memory.bytes());
    } catch (RuntimeException e) {
      throw new EngineFailedException(
          "the container engine cannot tell how a plugin ended; see its log", e);
    }
  }

  /** That memory ran out may reach the engine after it has told the end: it is asked again. */
  private ContainerState state(DockerClient client) throws InterruptedException {
    long deadlineNanos = System.nanoTime() + LATE_NEWS.toNanos();
    while (true) {
      ContainerState state = client.inspectContainerCmd(container).exec().getState();
      boolean unexplained =
          !killed
              && Long.valueOf(KILLED_EXIT_CODE).equals(state.getExitCodeLong())
              && !Boolean.TRUE.equals(state.getOOMKilled());
      if (!unexplained || System.nanoTime() >= deadlineNanos) {
        return state;
      }
      TimeUnit.MILLISECONDS.sleep(NEWS_MILLIS);
    }
  }

  @Override
  public void close() {
    output.giveUp();
    errors.giveUp();
    engine.live().remove(container);
    closeQuietly(exit);
  }

  private static void closeQuietly(ExitWatch watch) {
    try {
      watch.close();
    } catch (IOException e) {
      // It is let go of: the container is gone, and nobody asks how it ended.
      return;
    }
  }
}
