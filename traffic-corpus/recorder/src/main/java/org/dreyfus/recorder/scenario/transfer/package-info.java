/** Files that move by other protocols than the web: FTP, SSH, SMB, rsync, git, brokers. */
@NullMarked
package org.dreyfus.recorder.scenario.transfer;

import org.jspecify.annotations.NullMarked;
