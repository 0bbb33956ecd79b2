package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One private engine for all test classes, with an image of Debian's own programs in it. Skips
 * where none can be started, fails there when {@code CI} is set.
 */
final class EngineExtension implements BeforeAllCallback, ParameterResolver {

  /** What a test gets. */
  record TestEngine(DockerEngine engine, ContainerImage shell, Path socket) {}

  private record Running(PrivateEngine process, TestEngine test) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      test.engine().close();
      process.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Optional<String> obstacle = PrivateEngine.obstacle();
    if (obstacle.isPresent()) {
      if (System.getenv("CI") != null) {
        fail("CI needs a container engine: " + obstacle.get());
      }
      Assumptions.abort("no container engine: " + obstacle.get());
    }
    running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(EngineExtension.class))
        .computeIfAbsent(Running.class, key -> start(), Running.class);
  }

  private static Running start() {
    try {
      PrivateEngine process = PrivateEngine.start();
      try {
        DockerEngine engine = DockerEngine.at(process.socket());
        Path tar = Files.createTempFile("dreyfus-shell", ".tar");
        DebianPrograms.writeTo(tar);
        ContainerImage shell = ContainerImage.fromTar(engine, tar);
        Files.delete(tar);
        return new Running(process, new TestEngine(engine, shell, process.socket()));
      } catch (Exception e) {
        process.close();
        throw e;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestEngine.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).test();
  }
}
