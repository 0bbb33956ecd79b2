package org.dreyfus.external.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The containers that this process has on an engine: removed when they are done with, at the latest
 * when the process is asked to end; what a process left that was killed is removed by the next one.
 */
final class LiveContainers implements AutoCloseable {

  /** Names begin so, and what does not begin so is never removed. */
  static final String NAME_PREFIX = "dreyfus-";

  private final DockerClient client;
  private final Set<String> containers = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::removeAll, "dreyfus-remove-containers");
  private volatile boolean ending;

  LiveContainers(DockerClient client) {
    this.client = client;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Takes a new container under its care.
   *
   * @return false when the process is ending: the container is removed again
   */
  boolean add(String container) {
    containers.add(container);
    if (ending) {
      remove(container);
      return false;
    }
    return true;
  }

  /**
   * Ends and removes a container. When the engine fails, it stays for {@link #close} to remove. On
   * another thread, because an interrupted one can talk to nobody.
   */
  void remove(String container) {
    if (CompletableFuture.supplyAsync(() -> removeFrom(container), Background.THREADS).join()) {
      containers.remove(container);
    }
  }

  /** Removes the containers of processes that are gone. */
  void sweep() {
    RunLabel own = RunLabel.own();
    List<Container> labelled =
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(RunLabel.NAME)).exec();
    for (Container container : labelled) {
      boolean ours =
          Arrays.stream(container.getNames()).anyMatch(n -> n.startsWith("/" + NAME_PREFIX));
      String label = container.getLabels().getOrDefault(RunLabel.NAME, "");
      if (ours && RunLabel.parse(label).filter(run -> run.isGone(own)).isPresent()) {
        removeFrom(container.getId());
      }
    }
  }

  private void removeAll() {
    ending = true;
    containers.forEach(this::remove);
  }

  /** True when it is gone, or another request is removing it. */
  private boolean removeFrom(String container) {
    try {
      client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (DockerException e) {
      return e.getHttpStatus() == 404 || e.getHttpStatus() == 409;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    removeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook at work: it finds nothing left to do.
      return;
    }
  }
}
