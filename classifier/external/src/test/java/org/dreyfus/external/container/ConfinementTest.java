package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dreyfus.external.Limits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin in a container tries, and does not get. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class ConfinementTest {

  private static final long MIB = 1L << 20;

  @TempDir Path folder;

  @Test
  void tooMuchMemoryEndsIt(EngineExtension.TestEngine test) throws Exception {
    PluginRun run = PluginRun.of(test, folder, "exec tail /dev/zero");
    assertThat(run.ending().exitCode()).isEqualTo(137);
    assertThat(run.ending().outOfMemory()).isTrue();
    assertThat(run.ending().peakMemoryBytes()).hasValue(PluginRun.limits().memoryBytes());
  }

  @Test
  void aForkBombStaysWithinTheProcessLimit(EngineExtension.TestEngine test) throws Exception {
    String bomb =
        "for (1..1000) { my $p = fork; last if !defined $p; if (!$p) { sleep 20; exit } $n++ }"
            + " print qq($n $!\\n)";
    PluginRun run = PluginRun.of(test, folder, "exec perl -e '" + bomb + "'");
    int others = PluginRun.limits().processes() - 1;
    assertThat(run.output()).isEqualTo(others + " Resource temporarily unavailable\n");
  }

  @Test
  void theRootCannotBeWrittenTo(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "for d in / /etc /dev /dev/shm /proc /sys /dreyfus /bin; do"
                + " touch $d/new 2>/dev/null && echo $d; done; touch /tmp/new && echo tmp");
    assertThat(run.output()).isEqualTo("tmp\n");
  }

  @Test
  void itIsNobodyWithNoCapability(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "id -u; id -g; while read k v; do case $k in Cap*|NoNewPrivs:|Seccomp:) echo $k $v;; esac;"
                + " done < /proc/self/status; echo $HOSTNAME");
    assertThat(run.output().lines())
        .containsExactly(
            "65532",
            "65532",
            "CapInh: 0000000000000000",
            "CapPrm: 0000000000000000",
            "CapEff: 0000000000000000",
            "CapBnd: 0000000000000000",
            "CapAmb: 0000000000000000",
            "NoNewPrivs: 1",
            "Seccomp: 2",
            "plugin");
  }

  @Test
  void noNetworkIsReached(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "while read l; do echo \"$l\"; done < /proc/net/route; cat /proc/net/if_inet6 2>/dev/null;"
                + " (exec 3<>/dev/tcp/192.0.2.1/80) 2>&1;"
                + " perl -e 'socket(S, 17, 3, 768) and print \"raw socket\\n\";'");
    assertThat(run.output()).contains("Network is unreachable").doesNotContain("raw socket");
    assertThat(run.output().lines().filter(line -> line.matches("(eth|en|wl|docker).*"))).isEmpty();
  }

  @Test
  void filesAndProcessesOfTheHostAreNotSeen(EngineExtension.TestEngine test) throws Exception {
    Path secret = Files.writeString(folder.resolve("labels.json"), "secret");
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "cat "
                + secret
                + "; cat /proc/1/root"
                + secret
                + "; cat /run/docker.sock; echo /proc/[0-9]*; ls /");
    assertThat(run.output()).doesNotContain("secret").startsWith("/proc/1");
    assertThat(run.output().lines().findFirst().orElseThrow().split(" ")).hasSizeLessThan(4);
    assertThat(run.output()).doesNotContain("work", "home", "root");
  }

  @Test
  void theScratchSpaceEnds(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "dd if=/dev/zero of=/tmp/big bs=1M count=100; ls -s --block-size=1 /tmp/big");
    assertThat(run.log()).contains("No space left on device");
    assertThat(Long.parseLong(run.output().split(" ")[0]))
        .isEqualTo(PluginRun.limits().scratchBytes());
  }

  @Test
  void nothingInTheScratchSpaceIsExecuted(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test, folder, "cat /bin/id >/tmp/id; perl -e 'chmod 0755, q(/tmp/id)'; /tmp/id");
    assertThat(run.ending().exitCode()).isEqualTo(126);
    assertThat(run.log()).contains("Permission denied");
  }

  @Test
  void withoutScratchSpaceThereIsNone(EngineExtension.TestEngine test) throws Exception {
    Limits none = new Limits(Duration.ofSeconds(30), 64 * MIB, 32, 0, 1.0);
    PluginRun run = PluginRun.of(test, folder, none, "touch /tmp/new", "");
    assertThat(run.ending().exitCode()).isEqualTo(1);
  }

  @Test
  void aSingleProcessIsEnoughToStart(EngineExtension.TestEngine test) throws Exception {
    Limits one = new Limits(Duration.ofSeconds(30), 16 * MIB, 1, MIB, 0.1);
    PluginRun run =
        PluginRun.of(test, folder, one, "exec perl -e 'print defined fork ? q(two) : q(one)'", "");
    assertThat(run.output()).isEqualTo("one");
  }
}
