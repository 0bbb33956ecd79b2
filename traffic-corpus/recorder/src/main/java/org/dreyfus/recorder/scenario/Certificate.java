package org.dreyfus.recorder.scenario;

import java.nio.file.Path;

/**
 * A key and a self-signed certificate, new for each session.
 *
 * @param certificate in PEM
 * @param key in PEM
 */
public record Certificate(Path certificate, Path key) {

  /** The name that the lab's servers go by. RFC 2606 keeps it free. */
  public static final String NAME = "files.example.test";

  public static Certificate create(Stage stage, String host) {
    Path folder = stage.host(host).folder();
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    stage.run(
        host,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=" + NAME,
        "-addext",
        "subjectAltName=DNS:" + NAME,
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString());
    Worlds.readable(folder);
    return new Certificate(certificate, key);
  }
}
