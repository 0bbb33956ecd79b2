package org.dreyfus.recorder.scenario.reenacted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dreyfus.lab.Shell;
import org.dreyfus.recorder.Requirements;
import org.dreyfus.recorder.scenario.Stage;

/**
 * A script that peers consist of.
 *
 * @param module its name without the ending
 */
record Script(String module) {

  /** What Python prints for an expression in the script's own words. */
  String print(String expression) throws Exception {
    Requirements.program("python3");
    var resource = Stage.class.getResource(module + ".py");
    assertThat(resource).as(module).isNotNull();
    String folder = String.valueOf(Path.of(resource.toURI()).getParent());
    String program =
        "import sys; sys.path.insert(0, '%s'); from %s import *; print(%s)"
            .formatted(folder, module, expression);
    return Shell.run("/usr/bin/python3", "-B", "-c", program).strip();
  }
}
