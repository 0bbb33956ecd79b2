package org.dreyfus.recorder.scenario;

import java.nio.file.Path;
import java.util.List;
import org.dreyfus.recorder.lab.Transport;

/**
 * An OpenSSH server with keys of its own, and how to reach it.
 *
 * @param clientKey that the server lets in
 */
public record SshServer(Path clientKey) {

  public static final int PORT = 22;

  public static SshServer start(Stage stage, String server, String client) {
    Path hostKey = stage.host(server).folder().resolve("host_key");
    Path clientKey = stage.host(client).folder().resolve("client_key");
    stage.run(server, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey.toString());
    stage.run(client, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", clientKey.toString());
    stage.run(server, "mkdir", "-p", "/run/sshd");
    stage
        .host(server)
        .start(
            "/usr/sbin/sshd",
            "-D",
            "-e",
            "-f",
            "/dev/null",
            "-h",
            hostKey.toString(),
            "-o",
            "StrictModes=no",
            "-o",
            "AuthorizedKeysFile=" + clientKey + ".pub",
            "-o",
            "PermitRootLogin=yes",
            "-o",
            "UsePAM=no",
            "-o",
            "Subsystem=sftp internal-sftp",
            "-o",
            "PidFile=none");
    stage.listening(server, Transport.TCP, PORT, "sshd");
    stage.did(server, "openssh-server", "let the client in");
    return new SshServer(clientKey);
  }

  /** Options for ssh, scp and sftp. */
  public List<String> options() {
    return List.of(
        "-F",
        "/dev/null",
        "-i",
        clientKey.toString(),
        "-o",
        "StrictHostKeyChecking=no",
        "-o",
        "UserKnownHostsFile=/dev/null",
        "-o",
        "BatchMode=yes",
        "-q");
  }
}
