package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeNoteTest {

  @Test
  void aRecordingGoesOnUnderItsOwnPlanOnly(@TempDir Path folder) throws Exception {
    Path target = folder.resolve("corpus");
    new ResumeNote(7, 1).begin(target, false);
    assertThat(target.resolve("sessions")).isDirectory();
    assertThatCode(() -> new ResumeNote(7, 1).begin(target, false)).doesNotThrowAnyException();
    assertThatThrownBy(() -> new ResumeNote(8, 1).begin(target, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unfinished recording with seed 7 and 1 repetitions");
  }

  @Test
  void aFinishedCorpusIsLeftAlone(@TempDir Path folder) throws Exception {
    Path target = folder.resolve("corpus");
    new ResumeNote(7, 1).begin(target, false);
    ResumeNote.end(target);
    assertThatThrownBy(() -> new ResumeNote(7, 1).begin(target, false))
        .hasMessageContaining("finished corpus; record into another folder");
  }
}
