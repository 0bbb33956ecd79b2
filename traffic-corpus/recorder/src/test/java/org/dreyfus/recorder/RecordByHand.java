package org.dreyfus.recorder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;

/** Records from a shell: FOLDER SEED LABS REPETITIONS [SCENARIO...]. */
public final class RecordByHand {

  private RecordByHand() {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Recording recording =
        new Recording(
            target,
            String.valueOf(target.getFileName()),
            Long.parseLong(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            new TreeSet<>(Arrays.asList(arguments).subList(4, arguments.length)));
    Progress progress =
        new Progress() {
          @Override
          public void note(String line) {
            System.out.println(line);
          }

          @Override
          public void recorded(String session, int done, int all) {
            System.out.printf("%d/%d %s%n", done, all, session);
          }
        };
    recording.run(progress).forEach(failure -> System.out.println("FAILED " + failure));
  }
}
