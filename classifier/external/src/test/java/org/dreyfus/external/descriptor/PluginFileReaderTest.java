package org.dreyfus.external.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginFileReaderTest {

  private static final String WHOLE =
      """
      {"schemaVersion": 1, "id": "a-plugin", "name": "A", "version": "1", "vendor": "V",
       "kind": "program", "command": ["./a", "-x"], "timing": "lockstep", "feeds": ["RIGHTS"],
       "options": {"k": "v"}, "claims": ["claims.json"], "limits": {"timeSeconds": 2.5}}
      """;

  @TempDir Path folder;

  private PluginFile read(String text) throws LaunchException, IOException {
    return PluginFileReader.read(Files.writeString(folder.resolve("plugin.json"), text));
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    PluginFile file = read(WHOLE);
    assertThat(file.classifier().id()).isEqualTo("a-plugin");
    assertThat(file.run()).isEqualTo(new PluginFile.Program(List.of("./a", "-x"), List.of()));
    assertThat(file.timing()).isEqualTo(Timing.LOCKSTEP);
    assertThat(file.options()).isEqualTo(Map.of("k", "v"));
    assertThat(file.claims()).containsExactly("claims.json");
    assertThat(file.limits().time()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(file.limits().processes()).isEqualTo(128);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\": \"a-plugin\", | | \"id\" is missing",
        "\"a-plugin\" | \"A Plugin\" | classifier id 'A Plugin' must be lower case",
        "\"kind\": \"program\" | \"kind\": \"magic\" | \"kind\": ",
        "\"schemaVersion\": 1 | \"schemaVersion\": 9 | this program reads 1",
        "\"command\": [\"./a\", \"-x\"] | \"command\": [] | \"command\" must name a program",
        "\"claims.json\" | \"../../secrets\" | must be a file in the plugin's folder",
        "\"timeSeconds\": 2.5 | \"timeSeconds\": 0 | limits.timeSeconds must be above 0",
        "\"name\" | \"nam\" | \"nam\"",
        "\"options\" | \"reads\": [\"/home/x\"], \"options\" | only what is below [/etc/",
        "\"options\" | \"reads\": [\"/opt/x\"], \"options\" | only what is below [/etc/",
        "\"options\" | \"reads\": [\"/etc/../root\"], \"options\" | only what is below [/etc/",
        "\"vendor\": \"V\", | \"vendor\" \"V\", | plugin.json: ",
      })
  void whatCannotBeIsSaidWithFileAndMember(String was, String becomes, String why) {
    String spoilt = WHOLE.replace(was, becomes == null ? "" : becomes);
    assertThat(spoilt).isNotEqualTo(WHOLE);
    assertThatThrownBy(() -> read(spoilt))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("plugin.json: ")
        .hasMessageContaining(why == null ? "" : why);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> PluginFileReader.read(folder.resolve("plugin.json")))
        .hasMessageContaining("no such file");
  }

  @Test
  void theCopyIsWhatTheDigestIsOf() throws Exception {
    Files.writeString(folder.resolve("a"), "one");
    try (PluginFolder one = PluginFolder.freeze(folder);
        PluginFolder again = PluginFolder.freeze(folder)) {
      assertThat(one.digest()).isEqualTo(again.digest());
      Files.writeString(folder.resolve("a"), "two");
      assertThat(Files.readString(one.folder().resolve("a"))).isEqualTo("one");
      try (PluginFolder other = PluginFolder.freeze(folder)) {
        assertThat(other.digest()).isNotEqualTo(one.digest());
      }
    }
  }

  @Test
  void linksAreRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));
    assertThatThrownBy(() -> PluginFolder.freeze(folder))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("may hold no links");
  }
}
