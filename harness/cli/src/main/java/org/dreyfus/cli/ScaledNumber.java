package org.dreyfus.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A whole number of at least 1 that may be written with k, M or G.
 *
 * @param value {@code 1.5M} is 1,500,000
 */
record ScaledNumber(long value) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([kMG]?)");

  /** For picocli. */
  static final class Converter implements ITypeConverter<ScaledNumber> {

    @Override
    public ScaledNumber convert(String text) {
      Matcher parts = FORM.matcher(text);
      if (parts.matches()) {
        int zeros = "kMG".indexOf(parts.group(2)) * 3 + 3;
        BigDecimal number = new BigDecimal(parts.group(1));
        BigDecimal scaled = parts.group(2).isEmpty() ? number : number.scaleByPowerOfTen(zeros);
        boolean whole = scaled.stripTrailingZeros().scale() <= 0;
        if (whole && scaled.signum() > 0 && scaled.precision() - scaled.scale() <= 18) {
          return new ScaledNumber(scaled.longValueExact());
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no number of at least 1, such as 5000, 20k, 4M or 1.5G");
    }
  }
}
