package org.dreyfus.scoring;

/**
 * Names one flow of a corpus.
 *
 * @param session id of the session
 * @param flow number of the flow's first frame in the session's capture, from 1
 */
public record FlowRef(String session, long flow) implements Comparable<FlowRef> {

  @Override
  public int compareTo(FlowRef other) {
    int bySession = session.compareTo(other.session);
    return bySession != 0 ? bySession : Long.compare(flow, other.flow);
  }
}
