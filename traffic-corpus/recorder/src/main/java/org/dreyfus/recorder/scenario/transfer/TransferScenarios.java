package org.dreyfus.recorder.scenario.transfer;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** Files that move by other protocols than the web: FTP, SSH, SMB, rsync, git, brokers. */
public final class TransferScenarios {

  private TransferScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(FtpDownload.all());
    all.addAll(SshCopy.all());
    all.addAll(SmbDownload.all());
    all.addAll(GitClone.all());
    all.addAll(MqttTransfer.all());
    all.add(new RsyncDownload());
    all.add(new NfsDownload());
    all.add(new TftpDownload());
    all.add(new SyncedFolder());
    all.add(new OwnBackup());
    return all;
  }
}
