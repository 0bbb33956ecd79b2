package org.dreyfus.cli;

/** How a command writes its data. */
enum OutputFormat {
  text,
  json,
  csv
}
