package org.dreyfus.recorder.scenario.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Scenario;
import org.dreyfus.recorder.scenario.Stage;

/**
 * A film goes through Usenet, as an article in a binaries group: posted by one, fetched by another
 * (NNTP, RFC 3977). Python's own client speaks to a small server of ours.
 */
final class NewsArticle implements Scenario {

  private static final String SERVER = "server";
  private static final String POSTER = "poster";
  private static final String READER = "reader";
  private static final int PORT = 119;

  @Override
  public String id() {
    return "news-nntp";
  }

  @Override
  public String story() {
    return "One person posts a film to a newsgroup, and another fetches it there.";
  }

  @Override
  public String cluster() {
    return "python-nntplib/NNTP/news-server";
  }

  @Override
  public List<String> hosts() {
    return List.of(SERVER, POSTER, READER);
  }

  @Override
  public Set<String> packages() {
    return Set.of("python3");
  }

  @Override
  public boolean movesWork() {
    return true;
  }

  @Override
  public void play(Stage stage) {
    Kind kind = Kind.plain("NNTP", "python3");
    stage.content(POSTER, SERVER, Transport.TCP, PORT, kind);
    stage.content(READER, SERVER, Transport.TCP, PORT, kind);
    Path server = stage.template(SERVER, "nntp_server.py", Map.of());
    String address = stage.address(SERVER);
    stage.host(SERVER).start("/usr/bin/python3", server.toString(), address);
    stage.listening(SERVER, Transport.TCP, PORT, "python3");
    stage.did(SERVER, "python3", "kept the newsgroup");
    stage.did(POSTER, "python3", "posted the film");
    stage.did(READER, "python3", "fetched the film");
    Path film = stage.work().writeTo(stage.folder(POSTER, "films"));
    client(stage, POSTER, "post", film);
    Path received = stage.host(READER).folder().resolve("received");
    client(stage, READER, "fetch", received);
    stage.arrived(received);
  }

  private static void client(Stage stage, String host, String verb, Path file) {
    Path script = stage.template(host, "nntp_client.py", Map.of());
    stage.run(
        host,
        "/usr/bin/python3",
        "-W",
        "ignore",
        script.toString(),
        verb,
        stage.address(SERVER),
        file.toString());
  }
}
