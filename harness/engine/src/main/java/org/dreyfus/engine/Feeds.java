package org.dreyfus.engine;

import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;

/** Which feeds a classifier is given: those that it asks for, when the run gives any. */
final class Feeds {

  private Feeds() {}

  static Set<String> given(Subject subject) {
    Set<String> names = new TreeSet<>();
    if (subject.fed()) {
      for (Feed feed : subject.provider().descriptor().feeds()) {
        names.add(feed.name());
      }
    }
    return names;
  }
}
