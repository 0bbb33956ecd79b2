package org.dreyfus.recorder.scenario.conversation;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.recorder.scenario.Scenario;

/** What people and machines say to each other: mail, chat, telephone, names, clocks. */
public final class ConversationScenarios {

  private ConversationScenarios() {}

  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(MailRead.all());
    all.addAll(NameLookups.all());
    all.addAll(MailSubmitted.all());
    all.addAll(BabyMonitor.all());
    all.add(new NewsArticle());
    all.add(new DccTransfer());
    all.add(new LiveBroadcast());
    all.add(new NetworkWatch());
    all.add(new MailSent());
    all.add(new TelephoneCall());
    all.add(new IrcChat());
    all.add(new XmppChat());
    all.add(new ClockSync());
    return all;
  }
}
