package org.dreyfus.recorder.scenario.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.FurtherWork;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;
import org.dreyfus.recorder.works.Torrent;

/**
 * Nodes of the distributed hash table keep, for others, who has which torrent: of works their users
 * never touched. They answer for one, or refuse (BEP 5, error 203): Felten's jury. The messages are
 * spoken by a script of ours; no work moves.
 */
final class IndexedForOthers implements Scenario {

  private static final List<String> NODES = List.of("node-a", "node-b", "node-c");
  private static final String ASKER = "asker";
  private static final String HOLDER = "holder";
  private static final String FOREIGN = "foreign";
  private static final int PORT = 6_881;

  private final boolean refuses;

  private IndexedForOthers(boolean refuses) {
    this.refuses = refuses;
  }

  static List<Scenario> all() {
    return List.of(new IndexedForOthers(false), new IndexedForOthers(true));
  }

  @Override
  public String id() {
    return refuses ? "dht-refuses" : "dht-answers";
  }

  @Override
  public String story() {
    return "Nodes of a distributed hash table "
        + (refuses ? "refuse to say" : "say")
        + " who has a film that their users never touched.";
  }

  @Override
  public String cluster() {
    return "python/BitTorrent/plain-udp/dht-" + (refuses ? "refuses" : "answers");
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(NODES);
    hosts.addAll(List.of(ASKER, HOLDER));
    return hosts;
  }

  @Override
  public Set<String> packages() {
    return Set.of("python3");
  }

  @Override
  public boolean movesWork() {
    return false;
  }

  @Override
  public List<FurtherWork> furtherWorks() {
    return List.of(new FurtherWork(FOREIGN, LegalBasis.UNLICENSED_COPY));
  }

  @Override
  public void play(Stage stage) {
    String hash = Torrent.trackerless(stage.work(FOREIGN)).infoHash();
    String policy = refuses ? "refuse" : "answer";
    List<String> question = new ArrayList<>(List.of("ask", stage.address(ASKER), "" + PORT, hash));
    for (String node : NODES) {
      stage.controlOf(
          FOREIGN, ASKER, node, Transport.UDP, PORT, Kind.plain("BitTorrent", "python3"));
      String peer = stage.address(HOLDER) + ":34561";
      List<String> role = List.of("node", stage.address(node), "" + PORT, policy, hash, peer);
      stage.host(node).start(command(stage, node, role));
      stage.listening(node, Transport.UDP, PORT, "python3");
      stage.did(node, "python3", (refuses ? "refused" : "answered") + " for a film not its own");
      question.add(stage.address(node) + ":" + PORT);
    }
    stage.did(ASKER, "python3", "asked who has the film; fetched nothing");
    stage.did(HOLDER, "python3", "was named by the nodes; took no part");
    String heard = stage.run(ASKER, command(stage, ASKER, question));
    String told = refuses ? "203" : "values";
    long answers = heard.lines().filter(line -> line.contains(told)).count();
    stage.succeeded(answers == NODES.size(), "the answer of every node");
  }

  private static String[] command(Stage stage, String host, List<String> role) {
    Path script = stage.template(host, "kademlia.py", Map.of());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(role);
    return command.toArray(String[]::new);
  }
}
