package org.dreyfus.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Prints what several threads write at once in the order of their sections, from 0. The first
 * section that is not closed is printed as it comes; what belongs behind it is kept, up to a limit,
 * beyond which its writers wait.
 */
final class OrderedOutput {

  /** Characters that are kept for all sections together, before their writers have to wait. */
  static final int KEPT_CHARACTERS = 32 << 20;

  private static final int CHUNK_CHARACTERS = 65_536;

  private final Consumer<String> printer;
  private final int limit;
  private final Map<Integer, List<String>> kept = new HashMap<>();
  private final Set<Integer> closed = new HashSet<>();
  private long keptCharacters;
  private int first;
  private boolean abandoned;

  /**
   * @param printer called by one thread at a time
   */
  OrderedOutput(Consumer<String> printer) {
    this(printer, KEPT_CHARACTERS);
  }

  OrderedOutput(Consumer<String> printer, int limit) {
    this.printer = printer;
    this.limit = limit;
  }

  /** A section, for one thread at a time. */
  Section section(int number) {
    return new Section(number);
  }

  /** Lets nobody wait any more: who would have to, and who does, gets a CancellationException. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }

  private synchronized void take(int number, String text) {
    while (number != first && keptCharacters + text.length() > limit && !abandoned) {
      pause();
    }
    if (abandoned && number != first) {
      throw new CancellationException("nobody waits for section " + number);
    }
    if (number == first) {
      printer.accept(text);
    } else {
      kept.computeIfAbsent(number, key -> new ArrayList<>()).add(text);
      keptCharacters += text.length();
    }
  }

  private void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting to print");
    }
  }

  private synchronized void close(int number) {
    closed.add(number);
    while (closed.remove(first)) {
      first++;
      for (String text : kept.getOrDefault(first, List.of())) {
        printer.accept(text);
        keptCharacters -= text.length();
      }
      kept.remove(first);
    }
    notifyAll();
  }

  /** A part of the output. */
  final class Section {
    private final int number;
    private final StringBuilder chunk = new StringBuilder();

    private Section(int number) {
      this.number = number;
    }

    void write(String text) {
      chunk.append(text);
      if (chunk.length() >= CHUNK_CHARACTERS) {
        flush();
      }
    }

    /** Hands on what was written so far. */
    void flush() {
      String text = chunk.toString();
      chunk.setLength(0);
      if (!text.isEmpty()) {
        take(number, text);
      }
    }

    /** Nothing more is written here. */
    void close() {
      flush();
      OrderedOutput.this.close(number);
    }
  }
}
