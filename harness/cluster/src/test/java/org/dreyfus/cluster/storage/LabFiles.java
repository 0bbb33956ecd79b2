package org.dreyfus.cluster.storage;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system of Hadoop's that is none of Java's: {@code lab:/folder} is {@code /folder}. */
public final class LabFiles extends RawLocalFileSystem {

  private static final URI ROOT = URI.create("lab:///");

  /** What makes Hadoop find it. */
  public static final String SETTING = "fs.lab.impl";

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public String getScheme() {
    return "lab";
  }

  @Override
  protected void checkPath(org.apache.hadoop.fs.Path path) {}

  /** Settings with which Hadoop finds it. */
  public static Configuration settings() {
    Configuration configuration = new Configuration();
    configuration.set(SETTING, LabFiles.class.getName());
    return configuration;
  }
}
