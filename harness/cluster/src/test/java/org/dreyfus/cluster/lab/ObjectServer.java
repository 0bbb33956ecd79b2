package org.dreyfus.cluster.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/** A server on loopback that speaks S3, checks signatures, and keeps a bucket in memory. */
public final class ObjectServer implements AutoCloseable {

  private static final String KEY = "lab";
  private static final String SECRET = "lab-secret";

  private final BlobStoreContext context;
  private final S3Proxy server;

  private ObjectServer(BlobStoreContext context, S3Proxy server) {
    this.context = context;
    this.server = server;
  }

  public static ObjectServer start() throws IOException {
    BlobStoreContext context =
        ContextBuilder.newBuilder(new TransientApiMetadata())
            .credentials(KEY, SECRET)
            .build(BlobStoreContext.class);
    BlobStore store = context.getBlobStore();
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      context.close();
      throw new IOException(e);
    }
    ObjectServer started = new ObjectServer(context, server);
    store.createContainerInLocation(null, started.bucket());
    return started;
  }

  /** Each server has another: Hadoop remembers in a process where a bucket is. */
  private String bucket() {
    return "bucket-" + server.getPort();
  }

  private void put(Path folder, String prefix) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    BlobStore store = context.getBlobStore();
    for (Path file : files) {
      store.putBlob(
          bucket(),
          store
              .blobBuilder(prefix + folder.relativize(file))
              .payload(Files.readAllBytes(file))
              .build());
    }
  }

  /** What Hadoop must be told to reach it. */
  public Map<String, String> settings() {
    return Map.of(
        "fs.s3a.endpoint",
        "http://127.0.0.1:" + server.getPort(),
        "fs.s3a.endpoint.region",
        "us-east-1",
        "fs.s3a.path.style.access",
        "true",
        "fs.s3a.access.key",
        KEY,
        "fs.s3a.secret.key",
        SECRET);
  }

  public String location() {
    return "s3a://" + bucket();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      context.close();
    }
  }

  /**
   * For tests of other modules: puts a corpus there, writes the location and then Hadoop's settings
   * as one line, and ends when standard input ends.
   *
   * @param arguments the corpus
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    try (ObjectServer server = start()) {
      server.put(Path.of(arguments[0]), "corpus/");
      StringBuilder line = new StringBuilder(server.location());
      server
          .settings()
          .forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
      System.out.println(line);
      long unused = System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
