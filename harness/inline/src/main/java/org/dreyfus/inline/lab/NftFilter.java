package org.dreyfus.inline.lab;

import org.dreyfus.lab.Program;

/**
 * A bridge with rules of nftables: {@code bridge-filter.nft}. A flow is blocked from the packet
 * that matches a rule on, silently, for 15 minutes.
 */
public final class NftFilter implements Device {

  static final Program NFT = new Program("nft", "nftables");

  private static final ShippedFile RULES = new ShippedFile("bridge-filter.nft");
  private static final String[] FORGOTTEN = {"blocked4", "blocked6"};

  @Override
  public DeviceFacts facts() {
    return new DeviceFacts(
        "nft",
        "nftables on a bridge",
        NFT.version("--version"),
        "Dreyfus",
        "Blocks by known ports and by the first bytes of a packet's payload; drops silently.",
        false);
  }

  @Override
  public RunningDevice start(DeviceLab lab) {
    NFT.need();
    Bridge.lay(lab);
    RULES.load(lab.device(), "nft", "-f");
    return new KernelDevice(
        () -> {
          for (String set : FORGOTTEN) {
            lab.device().run("nft", "flush", "set", "bridge", "dreyfus", set);
          }
          return true;
        });
  }
}
