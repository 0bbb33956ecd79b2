package org.dreyfus.cluster;

import java.io.IOException;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.dreyfus.bundle.ResultJson;

/** Evaluates one session for one classifier, with nothing beside it, and returns the result. */
final class LoneTask implements Function<Integer, String> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<Orders> orders;
  private final String session;

  LoneTask(Broadcast<Orders> orders, String session) {
    this.orders = orders;
    this.session = session;
  }

  @Override
  public String call(Integer subject) {
    try {
      return ResultJson.json().line(Station.of(orders.value().only(subject)).evaluate(session));
    } catch (IOException e) {
      throw StorageTrouble.of(e, Station.host());
    }
  }
}
