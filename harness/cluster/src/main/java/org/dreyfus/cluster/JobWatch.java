package org.dreyfus.cluster;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.Success$;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.dreyfus.engine.EngineException;

/** Listens to one job, which has one stage. Jobs before and after it are not heard. */
final class JobWatch extends SparkListener {

  private static final String LABEL = "dreyfus.job";

  private final String label = UUID.randomUUID().toString();
  private final BlockingQueue<TaskEvent> events = new LinkedBlockingQueue<>();
  private final Set<Integer> jobs = ConcurrentHashMap.newKeySet();
  private final Set<Integer> stages = ConcurrentHashMap.newKeySet();

  /** Begins to listen to the next job of this thread. */
  void begin(JavaSparkContext spark) {
    spark.sc().addSparkListener(this);
    spark.setLocalProperty(LABEL, label);
  }

  void end(JavaSparkContext spark) {
    if (!spark.sc().isStopped()) {
      spark.sc().removeSparkListener(this);
    }
  }

  /** In the order in which they came. */
  BlockingQueue<TaskEvent> events() {
    return events;
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    if (label.equals(start.properties().getProperty(LABEL))) {
      jobs.add(start.jobId());
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (label.equals(submitted.properties().getProperty(LABEL))) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (!stages.contains(end.stageId())) {
      return;
    }
    int task = end.taskInfo().index();
    if (end.reason().equals(Success$.MODULE$)) {
      events.add(new TaskEvent.Done(task, end.taskInfo().host()));
    } else if (end.reason() instanceof TaskFailedReason why && why.countTowardsTaskFailures()) {
      events.add(new TaskEvent.Failed(task, failure(why, end.taskInfo().host())));
    }
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd end) {
    if (jobs.contains(end.jobId())) {
      events.add(new TaskEvent.Over());
    }
  }

  private static TaskEvent.Failure failure(TaskFailedReason why, String host) {
    if (why instanceof ExceptionFailure thrown) {
      if (thrown.className().equals(StorageTrouble.class.getName())) {
        return new TaskEvent.Failure.Storage(oneLine(thrown.description()));
      } else if (isInputOutput(thrown.className())) {
        return new TaskEvent.Failure.Storage(
            "host %s: %s".formatted(host, oneLine(thrown.description())));
      } else if (thrown.className().equals(EngineException.class.getName())) {
        return new TaskEvent.Failure.Refused(oneLine(thrown.description()));
      }
      return new TaskEvent.Failure.Crash(oneLine(thrown.className() + ": " + thrown.description()));
    } else if (why instanceof ExecutorLostFailure) {
      return new TaskEvent.Failure.Crash("ended the process that it ran in");
    }
    return new TaskEvent.Failure.Crash(oneLine(why.toErrorString()));
  }

  private static boolean isInputOutput(String className) {
    try {
      return IOException.class.isAssignableFrom(Class.forName(className));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
