package org.dreyfus.scoring;

import java.util.Optional;
import java.util.TreeSet;
import org.dreyfus.corpus.Pair;

/** What a {@link PairRow} follows from: sessions of pairs of one type in one cluster. */
final class PairRowTally implements Tally<PairRowTally> {

  private static final long serialVersionUID = 1L;

  private static final String UNCLEAR = "";

  private final TreeSet<String> shields = new TreeSet<>();
  private int lawful;
  private int unlicensed;
  private int lawfulBlocked;
  private int unlicensedBlocked;

  @Override
  public void add(SessionJudgement session) {
    shields.add(Shield.of(session.protections()).map(Shield::name).orElse(UNCLEAR));
    int blocked = session.halfBlocked() ? 1 : 0;
    if (session.legality() == Legality.LEGAL) {
      lawful++;
      lawfulBlocked += blocked;
    } else if (session.legality() == Legality.INFRINGING) {
      unlicensed++;
      unlicensedBlocked += blocked;
    }
  }

  @Override
  public void add(PairRowTally other) {
    shields.addAll(other.shields);
    lawful += other.lawful;
    unlicensed += other.unlicensed;
    lawfulBlocked += other.lawfulBlocked;
    unlicensedBlocked += other.unlicensedBlocked;
  }

  PairRow row(Pair.Type type, String cluster) {
    return new PairRow(
        type, shield(), cluster, Math.min(lawful, unlicensed), lawfulBlocked, unlicensedBlocked);
  }

  private Optional<Shield> shield() {
    return shields.size() == 1 && !shields.contains(UNCLEAR)
        ? Optional.of(Shield.valueOf(shields.first()))
        : Optional.empty();
  }
}
