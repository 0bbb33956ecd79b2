package org.dreyfus.cluster.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS on loopback: a name node and a data node, which are Hadoop's own, in this process. */
public final class HdfsServer implements AutoCloseable {

  private final MiniDFSCluster cluster;

  private HdfsServer(MiniDFSCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * @param home where blocks are kept
   */
  public static HdfsServer start(Path home) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, home.toString());
    return new HdfsServer(new MiniDFSCluster.Builder(configuration).numDataNodes(1).build());
  }

  public FileSystem files() throws IOException {
    return cluster.getFileSystem();
  }

  /** Such as {@code hdfs://localhost:8020}. */
  public String location() {
    return cluster.getURI().toString();
  }

  @Override
  public void close() {
    cluster.shutdown(true);
  }

  /**
   * For tests of other modules: puts a corpus there, writes the location as one line, and ends when
   * standard input ends.
   *
   * @param arguments where blocks are kept, and the corpus
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    try (HdfsServer server = start(Path.of(arguments[0]))) {
      server
          .files()
          .copyFromLocalFile(
              new org.apache.hadoop.fs.Path(arguments[1]),
              new org.apache.hadoop.fs.Path("/corpus"));
      System.out.println(server.location());
      long unused = System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
