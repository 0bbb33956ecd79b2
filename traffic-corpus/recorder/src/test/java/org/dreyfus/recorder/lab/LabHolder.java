package org.dreyfus.recorder.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dreyfus.lab.Owner;
import org.dreyfus.lab.ScratchFolder;

/** A program that builds a lab, starts something in it, and waits to be killed. */
final class LabHolder {

  private LabHolder() {}

  public static void main(String[] arguments) throws Exception {
    ScratchFolder scratch = ScratchFolder.create();
    Lab lab = Lab.build(Map.of("server", "10.101.102.103"), scratch.path());
    lab.host("server").start("sleep", "600");
    Files.writeString(Path.of(arguments[0]), Owner.self().name(""));
    LabHost.pause(Duration.ofMinutes(5));
  }
}
