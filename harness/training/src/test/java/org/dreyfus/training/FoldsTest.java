package org.dreyfus.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dreyfus.corpus.Corpus;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static final Path DEFAULT = Path.of("../../traffic-corpus/corpora/default");

  @Test
  void noClusterPairOrWorkOfTheDefaultCorpusIsInTwoFolds() throws IOException {
    List<LabelledSession> sessions = LabelledSession.all(Corpus.open(DEFAULT));
    Folds folds = Folds.of(sessions);
    assertThat(folds.bySession()).hasSize(sessions.size());
    assertThat(folds.count()).isEqualTo(Folds.MOST);
    Map<String, Integer> seen = new TreeMap<>();
    for (LabelledSession session : sessions) {
      List<String> ties = new ArrayList<>(session.works());
      ties.add("cluster " + session.session().cluster());
      session.session().pair().ifPresent(pair -> ties.add("works " + pair.workPair()));
      int fold = folds.fold(session.session().id());
      for (String tie : ties) {
        Integer before = seen.putIfAbsent(tie, fold);
        assertThat(before == null ? fold : before).as(tie).isEqualTo(fold);
      }
    }
    assertThat(sizes(folds).values()).allMatch(size -> size >= 125 && size <= 140);
  }

  @Test
  void clustersThatShareWorksStayTogether() {
    List<LabelledSession> sessions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String works = i < 4 ? "shared" : "works-" + i / 2;
      sessions.add(Synthetic.labelled(i, "cluster-" + i / 2, works, "work-" + i, i % 2 == 1));
    }
    sessions.add(Synthetic.labelled(20, "cluster-x", "works-x", "work-0", false));
    Folds folds = Folds.of(sessions);
    Function<Integer, Integer> fold = number -> folds.fold("session-%04d".formatted(number));
    assertThat(List.of(1, 2, 3, 20)).allMatch(number -> fold.apply(number).equals(fold.apply(0)));
    assertThat(sizes(folds)).hasSize(Folds.MOST);
  }

  @Test
  void oneClusterCannotBeParted() {
    List<LabelledSession> sessions =
        List.of(
            Synthetic.labelled(0, "one", "a", "a", false),
            Synthetic.labelled(1, "one", "b", "b", true));
    assertThat(Folds.of(sessions).count()).isEqualTo(1);
  }

  private static Map<Integer, Integer> sizes(Folds folds) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    folds.bySession().values().forEach(fold -> sizes.merge(fold, 1, Integer::sum));
    return sizes;
  }
}
