package org.dreyfus.lab;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that something of a lab belongs to. Its number alone does not tell: the kernel gives
 * numbers out again; so the time at which it started goes with it.
 *
 * @param pid number of the process
 * @param startedMillis when it started, since 1970-01-01 UTC
 */
public record Owner(long pid, long startedMillis) {

  private static final String PREFIX = "dreyfus-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})t(\\d{1,18})-.*");

  /** This process. */
  public static Owner self() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(self.pid(), startedMillis(self));
  }

  /** The owner that a name tells of; empty when it is not one of ours. */
  public static Optional<Owner> of(String name) {
    Matcher match = NAME.matcher(name);
    return match.matches()
        ? Optional.of(new Owner(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  /** A name that tells of this owner. */
  public String name(String rest) {
    return "%s%dt%d-%s".formatted(PREFIX, pid, startedMillis, rest);
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(process -> startedMillis(process) == startedMillis)
        .isPresent();
  }

  private static long startedMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
