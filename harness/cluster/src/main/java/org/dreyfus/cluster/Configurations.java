package org.dreyfus.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import scala.Tuple2;

/** How Spark is set up. What the user says, or {@code spark-submit}, comes before all of it. */
final class Configurations {

  /** Attempts at one task on one host, and in this process. */
  private static final int ATTEMPTS = 3;

  private static final String LOOPBACK = "127.0.0.1";
  private static final Pattern THREADS = Pattern.compile("local\\[([0-9*]+)]");
  private static final Pattern LOCAL =
      Pattern.compile("local(\\[.*])?|spark://(127\\.[0-9.]+|localhost|\\[::1])(:.*)?");

  private Configurations() {}

  /**
   * @param master absent when a system property of {@code spark-submit} names it; then and
   *     otherwise without one all cores of this machine
   * @param settings of the user, by name
   */
  static SparkConf of(Optional<String> master, Map<String, String> settings) {
    SparkConf conf = new SparkConf();
    settings.forEach(conf::set);
    master.ifPresent(conf::setMaster);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "dreyfus evaluate");
    Matcher threads = THREADS.matcher(conf.get("spark.master"));
    if (threads.matches()) {
      conf.setMaster("local[%s,%d]".formatted(threads.group(1), ATTEMPTS));
    }
    if (LOCAL.matcher(conf.get("spark.master").toLowerCase(Locale.ROOT)).matches()) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    if (!conf.get("spark.master").startsWith("local")) {
      elsewhere(conf);
    }
    return conf;
  }

  /**
   * Executors get this program from the driver, and a sick one gets no more work. Spark wants one
   * more attempt in all than on one host.
   */
  private static void elsewhere(SparkConf conf) {
    conf.setIfMissing("spark.task.maxFailures", Integer.toString(ATTEMPTS + 1));
    conf.setIfMissing("spark.jars", String.join(",", jars()));
    conf.setIfMissing("spark.executor.userClassPathFirst", "true");
    conf.setIfMissing("spark.excludeOnFailure.enabled", "true");
    conf.setIfMissing("spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor", "1");
    conf.setIfMissing(
        "spark.excludeOnFailure.task.maxTaskAttemptsPerNode", Integer.toString(ATTEMPTS));
    conf.setIfMissing("spark.scheduler.excludeOnFailure.unschedulableTaskSetTimeout", "1s");
    conf.setIfMissing("spark.excludeOnFailure.stage.maxFailedTasksPerExecutor", "2");
    conf.setIfMissing("spark.excludeOnFailure.stage.maxFailedExecutorsPerNode", "1000");
  }

  /** The jars on the class path that Spark did not bring along. */
  private static List<String> jars() {
    Path spark = Jars.of(SparkContext.class).resolveSibling("");
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (entry.endsWith(".jar") && !path.resolveSibling("").equals(spark)) {
        jars.add(path.toUri().toString());
      }
    }
    return jars;
  }

  /** The settings whose names begin so, without that beginning. */
  static Map<String, String> withPrefix(SparkConf conf, String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Tuple2<String, String> entry : conf.getAllWithPrefix(prefix)) {
      found.put(entry._1(), entry._2());
    }
    return found;
  }
}
