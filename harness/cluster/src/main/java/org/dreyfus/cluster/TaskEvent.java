package org.dreyfus.cluster;

/** What is heard of a job. */
sealed interface TaskEvent {

  /**
   * A task has done what it was asked.
   *
   * @param task its number within the job, from 0
   * @param host where it ran
   */
  record Done(int task, String host) implements TaskEvent {}

  /**
   * An attempt at a task has failed, through no decision of Spark's own.
   *
   * @param task its number within the job, from 0
   */
  record Failed(int task, Failure failure) implements TaskEvent {}

  /** Nothing more will be heard. */
  record Over() implements TaskEvent {}

  /** Why an attempt failed. */
  sealed interface Failure {

    /** In one line. */
    String words();

    /** Something could not be read or written there. */
    record Storage(String words) implements Failure {}

    /** A classifier or the corpus is at fault in a way that another attempt cannot mend. */
    record Refused(String words) implements Failure {}

    /** The process ended, or something was thrown that nobody expects. */
    record Crash(String words) implements Failure {}
  }
}
