package org.dreyfus.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as attributes of a page take them, never in exponent form. */
public final class Decimals {

  private Decimals() {}

  /** A share of a length, with at most two decimals. */
  public static String scaled(double share, int length) {
    return plain(share * length, 2);
  }

  /** A share with at most six decimals. */
  public static String number(double share) {
    return plain(share, 6);
  }

  /** A number with at most so many decimals. */
  public static String plain(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
