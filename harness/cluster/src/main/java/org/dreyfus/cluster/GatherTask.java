package org.dreyfus.cluster;

import java.io.IOException;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;

/** Gathers a chunk on an executor. */
final class GatherTask implements VoidFunction<Integer> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<GatherOrders> orders;

  GatherTask(Broadcast<GatherOrders> orders) {
    this.orders = orders;
  }

  @Override
  public void call(Integer chunk) {
    try {
      GatherStation.of(orders.value()).gather(chunk);
    } catch (IOException e) {
      throw StorageTrouble.of(e, Station.host());
    }
  }
}
