package org.dreyfus.external.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.external.Start;

/**
 * Runs a program in namespaces of its own: no network, no other process in sight, this machine's
 * system files read-only and none of its data, a temporary file system of limited size. As root,
 * the program runs as a user that nobody else is; else in a user namespace.
 */
public final class Bubblewrap implements Isolation {

  private static final Path BWRAP = Path.of("/usr/bin/bwrap");
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final String CONFIGURATION = "/configuration.json";
  private static final String SCRATCH = "/tmp";

  /** Above the users that Debian gives out, below those of user namespaces. */
  private static final int FIRST_USER = 70_000;

  private static final int USERS = 20_000;

  /** Harnesses that run side by side begin at different users. */
  private static final AtomicInteger STARTED =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 257 % USERS));

  /** System folders; where they are links into /usr, the links are made anew. */
  private static final List<String> SYSTEM = List.of("bin", "sbin", "lib", "lib32", "lib64");

  /** What of /usr holds programs and libraries; a checkout or a corpus may lie elsewhere in it. */
  private static final List<String> PROGRAMS =
      List.of(
          "bin",
          "sbin",
          "lib",
          "lib32",
          "lib64",
          "libexec",
          "share",
          "local/bin",
          "local/sbin",
          "local/lib");

  private static final List<String> SETTINGS =
      List.of(
          "/etc/alternatives",
          "/etc/ld.so.cache",
          "/etc/ld.so.conf",
          "/etc/ld.so.conf.d",
          "/etc/localtime",
          "/etc/ssl/certs",
          "/etc/java-17-openjdk",
          "/etc/java-21-openjdk");

  private final boolean root;

  private Bubblewrap(boolean root) {
    this.root = root;
  }

  /** Bubblewrap, where it is installed and allowed to work: that is tried out. */
  public static Optional<Isolation> find() {
    boolean root = "root".equals(System.getProperty("user.name"));
    if (!Files.isExecutable(BWRAP)
        || !ResourceLimits.available()
        || root && !Files.isExecutable(SETPRIV)) {
      return Optional.empty();
    }
    Bubblewrap candidate = new Bubblewrap(root);
    return candidate.works() ? Optional.of(candidate) : Optional.empty();
  }

  private boolean works() {
    List<String> trial = new ArrayList<>(namespaces());
    trial.addAll(system());
    trial.addAll(List.of("--proc", "/proc", "--dev", "/dev", "/usr/bin/true"));
    try {
      Process process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String words() {
    return "bubblewrap: no network, no files of this machine but its system's, read-only";
  }

  @Override
  public List<String> wrap(List<String> command, Readable plugin, Start start) {
    List<String> all = new ArrayList<>(namespaces());
    all.addAll(system());
    all.addAll(folders(SETTINGS.stream().map(Path::of).toList()));
    for (String setting : SETTINGS) {
      all.addAll(List.of("--ro-bind-try", setting, setting));
    }
    all.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    all.addAll(List.of("--perms", "1777", "--size", scratch(start), "--tmpfs", SCRATCH));
    all.addAll(folders(plugin.others()));
    for (Path other : plugin.others()) {
      all.addAll(List.of("--ro-bind", other.toString(), other.toString()));
    }
    all.addAll(List.of("--ro-bind", plugin.folder().toString(), "/plugin", "--chdir", "/plugin"));
    all.addAll(List.of("--ro-bind", start.configuration().toString(), CONFIGURATION));
    all.addAll(List.of("--remount-ro", "/"));
    all.addAll(asNobodyElse());
    all.addAll(ResourceLimits.prefix(start.limits(), true));
    all.addAll(command);
    return all;
  }

  /** Folders above what is shown; left to bubblewrap, only root could pass through them. */
  private static List<String> folders(List<Path> shown) {
    Set<Path> above = new TreeSet<>();
    for (Path path : shown) {
      for (Path at = path.getParent(); at != null && at.getNameCount() > 0; at = at.getParent()) {
        above.add(at);
      }
    }
    List<String> arguments = new ArrayList<>();
    for (Path folder : above) {
      arguments.addAll(List.of("--perms", "0755", "--dir", folder.toString()));
    }
    return arguments;
  }

  /** Bubblewrap takes no size of 0. */
  private static String scratch(Start start) {
    return Long.toString(Math.max(4_096, start.limits().scratchBytes()));
  }

  private List<String> namespaces() {
    List<String> arguments = new ArrayList<>(List.of(BWRAP.toString()));
    arguments.addAll(
        List.of(
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--die-with-parent",
            "--new-session",
            "--hostname",
            "plugin"));
    if (root) {
      arguments.addAll(
          List.of(
              "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
    } else {
      arguments.addAll(List.of("--unshare-user", "--cap-drop", "ALL"));
    }
    return arguments;
  }

  private static List<String> system() {
    List<String> arguments = new ArrayList<>();
    for (String above : List.of("/usr", "/usr/local")) {
      arguments.addAll(List.of("--perms", "0755", "--dir", above));
    }
    for (String folder : PROGRAMS) {
      arguments.addAll(List.of("--ro-bind-try", "/usr/" + folder, "/usr/" + folder));
    }
    for (String name : SYSTEM) {
      Path folder = Path.of("/", name);
      if (Files.isSymbolicLink(folder)) {
        arguments.addAll(List.of("--symlink", "usr/" + name, folder.toString()));
      } else if (Files.isDirectory(folder)) {
        arguments.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
      }
    }
    return arguments;
  }

  private List<String> asNobodyElse() {
    if (!root) {
      return List.of();
    }
    int user = FIRST_USER + Math.floorMod(STARTED.getAndIncrement(), USERS);
    return List.of(
        SETPRIV.toString(),
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "--no-new-privs",
        "--bounding-set=-all",
        "--inh-caps=-all");
  }

  @Override
  public String configurationPath(Start start) {
    return CONFIGURATION;
  }

  @Override
  public String scratchPath() {
    return SCRATCH;
  }
}
