package org.dreyfus.inline.lab;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A bridge that loses packets at random, each by itself, whatever is in it. No blocker: what loss
 * looks like to the tester.
 */
public final class Lossy implements Device {

  /** Shares are held to so exactly. */
  private static final int PARTS = 100_000;

  private final BigDecimal percent;

  /**
   * @param percent of packets lost, from 0 to 100, to a thousandth
   * @throws DeviceException when it is out of range
   */
  public Lossy(BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new DeviceException(
          "lossy:%s: the share of lost packets is from 0 to 100 percent"
              .formatted(percent.toPlainString()));
    }
    this.percent = percent;
  }

  static Lossy parse(String percent) {
    try {
      return new Lossy(new BigDecimal(percent));
    } catch (NumberFormatException e) {
      throw new DeviceException(
          "lossy:%s: say how many percent of the packets are lost, such as lossy:5"
              .formatted(percent),
          e);
    }
  }

  @Override
  public DeviceFacts facts() {
    String share = percent.stripTrailingZeros().toPlainString();
    return new DeviceFacts(
        "lossy-" + share.replace('.', '-'),
        "Wire that loses %s %%".formatted(share),
        NftFilter.NFT.version("--version"),
        "Dreyfus",
        "Drops %s %% of the packets at random, in both directions. Blocks nothing."
            .formatted(share),
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    NftFilter.NFT.need();
    Bridge.lay(lab);
    int parts = percent.multiply(BigDecimal.valueOf(PARTS / 100)).intValue();
    lab.device()
        .run(
            "nft",
            String.format(
                Locale.ROOT,
                "add table bridge loss;"
                    + " add chain bridge loss forward { type filter hook forward priority 0; };"
                    + " add rule bridge loss forward numgen random mod %d < %d counter drop",
                PARTS,
                parts));
    return new KernelDevice();
  }
}
