package org.dreyfus.cluster;

import java.io.IOException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.dreyfus.engine.EngineException;

/** Evaluates the sessions of a batch on an executor. */
final class BatchTask implements VoidFunction<Batch> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<Orders> orders;
  private final CollectionAccumulator<Refusal> refusals;

  BatchTask(Broadcast<Orders> orders, CollectionAccumulator<Refusal> refusals) {
    this.orders = orders;
    this.refusals = refusals;
  }

  @Override
  public void call(Batch batch) {
    try {
      Station station = Station.of(orders.value());
      for (String session : batch.sessions()) {
        if (TaskContext.get().isInterrupted()) {
          return;
        }
        station.work(session);
      }
    } catch (EngineException e) {
      refusals.add(Refusal.of(e, Station.host()));
    } catch (IOException e) {
      throw StorageTrouble.of(e, Station.host());
    }
  }
}
