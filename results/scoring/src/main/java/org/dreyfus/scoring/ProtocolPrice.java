package org.dreyfus.scoring;

import java.util.List;
import org.dreyfus.scoring.ceiling.LawfulShare;
import org.dreyfus.scoring.ceiling.LawfulShares;

/**
 * Under which lawful shares per protocol a box that sees only protocols would do. EVIDENCE, The
 * protocol ceiling. What is said of one protocol is necessary, not sufficient: all protocols chosen
 * together must not hit more lawful sessions than allowed.
 *
 * @param wanted share of unlicensed works that is to be held back, 0 to 1
 * @param allowed share of lawful sessions that may be hit, 0 to 1
 * @param falsePositives the fewest at which that is held back in the mix of the ceiling, 0 to 1
 * @param protocols that decide over unlicensed works, the most decisive first
 */
public record ProtocolPrice(
    double wanted, double allowed, double falsePositives, List<LawfulShare> protocols) {

  private static final double WANTED = 0.9;
  private static final double ALLOWED = 0.01;

  public ProtocolPrice {
    protocols = List.copyOf(protocols);
  }

  static ProtocolPrice of(ProtocolCeiling ceiling) {
    return new ProtocolPrice(
        WANTED,
        ALLOWED,
        Digits.six(ceiling.mixed().ceiling().falsePositivesAt(WANTED)),
        LawfulShares.of(ceiling.appearances(), ceiling.mix(), WANTED, ALLOWED).stream()
            .map(
                share ->
                    new LawfulShare(
                        share.protocol(),
                        Digits.six(share.decides()),
                        Digits.six(share.lawful()),
                        share.atMost().map(Digits::six)))
            .toList());
  }

  /** Whether protocol alone does what is wanted, in the mix of the ceiling. */
  public boolean isMet() {
    return falsePositives <= allowed;
  }
}
