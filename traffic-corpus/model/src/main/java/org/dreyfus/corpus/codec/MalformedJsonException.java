package org.dreyfus.corpus.codec;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** JSON that is not what it should be. The message names file, line, column and what is wrong. */
public final class MalformedJsonException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedJsonException(String file, long firstLine, JacksonException cause) {
    super(message(file, firstLine, cause), cause);
  }

  private static String message(String file, long firstLine, JacksonException cause) {
    TokenStreamLocation where = cause.getLocation();
    String place =
        where == null || where.getLineNr() < 1
            ? file + ":" + firstLine
            : file + ":" + (firstLine + where.getLineNr() - 1) + ":" + where.getColumnNr();
    String problem = String.valueOf(cause.getOriginalMessage()).replaceAll("\\s*\\R\\s*", " ");
    return place + ": " + problem;
  }
}
