package org.dreyfus.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers are printed with six significant digits, so that no system's last bit shows. */
final class Digits {

  private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

  private Digits() {}

  static double six(double value) {
    return new BigDecimal(value).round(SIX).doubleValue();
  }
}
