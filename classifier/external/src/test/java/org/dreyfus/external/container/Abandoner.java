package org.dreyfus.external.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Start;

/** A harness that starts a container and then does nothing, until it is ended. */
final class Abandoner {

  private Abandoner() {}

  /**
   * @param arguments socket of the engine, id of the image, configuration file
   */
  public static void main(String[] arguments) throws Exception {
    DockerEngine engine = DockerEngine.at(Path.of(arguments[0]));
    ContainerImage image = ContainerImage.named(engine, arguments[1]);
    Launched plugin =
        ContainerLauncher.of(engine, image, List.of("/bin/bash", "-c", "echo up; sleep 1000"))
            .start(new Start(Path.of(arguments[2]), Map.of(), PluginRun.limits()));
    int first = plugin.output().read();
    System.out.write(first);
    System.out.flush();
    Thread.sleep(Long.MAX_VALUE);
  }
}
