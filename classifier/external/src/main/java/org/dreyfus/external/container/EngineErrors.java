package org.dreyfus.external.container;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import org.dreyfus.external.LaunchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says in one line what an engine refused. */
final class EngineErrors {

  private static final int MAX_CHARACTERS = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EngineErrors() {}

  /**
   * @param what the engine was asked to do
   * @return the plugin's fault when the engine refused it, this machine's when it did not answer
   */
  static LaunchException refused(String what, Exception e) {
    if (e instanceof DockerException || e instanceof DockerClientException) {
      return LaunchException.plugin("the container engine cannot " + what + ": " + reason(e), e);
    }
    return LaunchException.missing(
        "the container engine did not answer when asked to "
            + what
            + " ("
            + oneLine(String.valueOf(e.getMessage()))
            + "); see its log",
        e);
  }

  private static String reason(Exception answer) {
    String text = String.valueOf(answer.getMessage());
    int brace = text.indexOf('{');
    if (brace >= 0) {
      try {
        text = JSON.readTree(text.substring(brace)).path("message").asString(text);
      } catch (JacksonException e) {
        return oneLine(text);
      }
    }
    return oneLine(text);
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() > MAX_CHARACTERS ? line.substring(0, MAX_CHARACTERS) + "..." : line;
  }
}
