package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dreyfus.external.LaunchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineTest {

  @TempDir Path folder;

  @Test
  void saysWhatToDoWhenThereIsNone() {
    Path socket = folder.resolve("docker.sock");
    assertMissing(
        () -> DockerEngine.find(Map.of("DOCKER_HOST", "unix://" + socket)),
        "no container engine: "
            + socket
            + " does not exist; start an engine (Debian: apt-get"
            + " install docker.io), or set DOCKER_HOST=unix:///PATH/TO/docker.sock");
  }

  @Test
  void takesNoEngineOfAnotherMachine() {
    assertMissing(
        () -> DockerEngine.find(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375")),
        "DOCKER_HOST is tcp://192.0.2.1:2375, and plugins need an engine of this machine; set"
            + " DOCKER_HOST=unix:///PATH/TO/docker.sock");
  }

  @Test
  void whatTalksNonsenseIsNoEngine() throws Exception {
    for (String answer :
        new String[] {"", "SSH-2.0\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n[", "x".repeat(9000)}) {
      Path socket = folder.resolve("s" + answer.length());
      try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread peer = new Thread(() -> answerOnce(server, answer));
        peer.start();
        assertThatThrownBy(() -> DockerEngine.at(socket))
            .isInstanceOf(LaunchException.class)
            .hasMessageStartingWith("no container engine answers at " + socket);
        peer.join();
      }
    }
  }

  @Test
  void namesOfUsersAreNotTaken() {
    assertThat(ContainerImage.user("")).isEqualTo("65532:65532");
    assertThat(ContainerImage.user("0")).isEqualTo("65532:65532");
    assertThat(ContainerImage.user("1000:0")).isEqualTo("65532:65532");
    assertThat(ContainerImage.user("nobody")).isEqualTo("65532:65532");
    assertThat(ContainerImage.user("1000")).isEqualTo("1000:1000");
    assertThat(ContainerImage.user("1000:100")).isEqualTo("1000:100");
  }

  private static void answerOnce(ServerSocketChannel server, String answer) {
    try (SocketChannel peer = server.accept()) {
      peer.read(ByteBuffer.allocate(1024));
      peer.write(StandardCharsets.US_ASCII.encode(answer));
    } catch (IOException e) {
      return;
    }
  }

  private static void assertMissing(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(LaunchException.class, e -> assertThat(e.isMissing()).isTrue())
        .hasMessage(message);
  }
}
