package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations on Spark of a corpus on real servers, where finished sessions are kept, too. */
@Tag("slow")
class SharedStorageTest {

  private static final String CLASSIFIERS = "ports,content-id,peer-list-accuser";

  @TempDir Path folder;
  private Path corpus;
  private Path threads;

  @BeforeEach
  void onThreads() throws IOException {
    SparkProcess.require();
    corpus =
        SmallCorpus.of(
            folder.resolve("corpus"),
            "bittorrent-libtorrent-plain-tcp-open-tracker-1a",
            "bittorrent-libtorrent-plain-tcp-open-tracker-1b",
            "dns-udp-1a",
            "ftp-active-1a",
            "gnutella-direct-1a",
            "mail-smtp-1a",
            "ssh-scp-1a",
            "web-http11-1a");
    threads = folder.resolve("threads");
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--corpus",
            corpus.toString(),
            "--classifier",
            CLASSIFIERS,
            "--out",
            threads.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void hdfs() throws IOException, InterruptedException {
    try (StorageProcess hdfs =
        StorageProcess.start(
            "HdfsServer",
            folder.resolve("hdfs.log"),
            folder.resolve("hdfs").toString(),
            corpus.toString())) {
      assertThat(hdfs.location()).startsWith("hdfs://");
      sameFrom(hdfs);
    }
  }

  @Test
  void s3() throws IOException, InterruptedException {
    try (StorageProcess objects =
        StorageProcess.start("ObjectServer", folder.resolve("s3.log"), corpus.toString())) {
      assertThat(objects.location()).startsWith("s3a://");
      sameFrom(objects);
    }
  }

  private void sameFrom(StorageProcess storage) throws IOException, InterruptedException {
    Path spark = folder.resolve("spark");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--corpus",
                storage.location() + "/corpus",
                "--journal",
                storage.location() + "/journals/here",
                "--classifier",
                CLASSIFIERS,
                "--out",
                spark.toString()));
    arguments.addAll(storage.settings());
    SparkProcess.Ended ended = SparkProcess.run(folder.resolve("log"), Map.of(), arguments);
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    SparkProcess.assertSameResults(threads, spark);
  }
}
