package org.dreyfus.inline.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dreyfus.inline.traffic.TestBed;

/** Has probes open flows, and looks later what becomes of them and of new ones. */
final class Watch implements AutoCloseable {

  private final List<Probe> probes;
  private final TestBed bed;
  private final List<Standing> standing = new ArrayList<>();

  private Watch(List<Probe> probes, TestBed bed) {
    this.probes = probes;
    this.bed = bed;
  }

  static Watch begin(List<Probe> probes, TestBed bed) {
    Watch watch = new Watch(probes, bed);
    try {
      for (Probe probe : probes) {
        watch.standing.add(probe.open(bed));
      }
      return watch;
    } catch (RuntimeException e) {
      watch.close();
      throw e;
    }
  }

  /** Begins and looks at once. */
  static Treatment once(List<Probe> probes, TestBed bed) {
    try (Watch watch = begin(probes, bed)) {
      return watch.look();
    }
  }

  /** Has the open flows go on, and runs every probe once. */
  Treatment look() {
    SortedMap<String, Boolean> harmless = new TreeMap<>();
    SortedMap<String, Boolean> blockable = new TreeMap<>();
    for (int number = 0; number < probes.size(); number++) {
      Probe probe = probes.get(number);
      String prefix = number + "/";
      SortedMap<String, Boolean> flows = probe.kind() == Probe.Kind.HARMLESS ? harmless : blockable;
      standing.get(number).goOn().forEach((name, passed) -> flows.put(prefix + name, passed));
      probe.run(bed).forEach((name, passed) -> flows.put(prefix + name, passed));
    }
    return new Treatment(harmless, blockable);
  }

  @Override
  public void close() {
    standing.forEach(Standing::close);
  }
}
