package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.dreyfus.scoring.Scorecard;

/**
 * {@code response.txt}: what the vendor answered to a result, printed verbatim. EVIDENCE, Feeds:
 * fair run. It comes after the run and is no part of the scorecard.
 */
public final class VendorResponse {

  private static final long MOST_BYTES = 1 << 20;

  private VendorResponse() {}

  /**
   * Puts a response into a bundle, in place of one that is there; page and digests follow.
   *
   * @param page makes the page for people, when the bundle holds one
   * @throws IOException when the text is none, or the bundle is damaged, signed or cannot be
   *     written
   */
  public static void add(Path folder, Path text, BiFunction<Bundle, List<Scorecard>, String> page)
      throws IOException {
    String response = read(text);
    if (Files.exists(folder.resolve(BundleFiles.SIGNATURE))) {
      throw new BundleException(
          "%s: is signed, and a response would break its signature; remove %s, add the response, and have it signed again"
              .formatted(folder, BundleFiles.SIGNATURE));
    }
    List<String> problems = Verification.problems(folder);
    if (!problems.isEmpty()) {
      throw new BundleException(folder + ": " + problems.get(0) + "; nothing was added");
    }
    Bundle bundle = BundleReader.read(folder).with(Optional.of(response));
    Map<String, String> digests = new TreeMap<>(Digests.listed(folder));
    replace(folder, BundleFiles.RESPONSE, response, digests);
    if (Files.exists(folder.resolve(BundleFiles.PAGE))) {
      replace(folder, BundleFiles.PAGE, page.apply(bundle, bundle.scorecards()), digests);
    }
    replace(folder, BundleFiles.DIGESTS, Digests.lines(digests), new TreeMap<>());
  }

  /** The response of a bundle; empty when there is none. */
  static Optional<String> of(Path folder) throws IOException {
    Path file = folder.resolve(BundleFiles.RESPONSE);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BundleException(file + ": there is no such file; give a text file");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new BundleException(file + ": has more than %d bytes".formatted(MOST_BYTES));
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        throw new BundleException(file + ": holds no text");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new BundleException(file + ": is no text in UTF-8", e);
    }
  }

  private static void replace(Path folder, String name, String text, Map<String, String> digests)
      throws IOException {
    Path unfinished = folder.resolveSibling("." + folder.getFileName() + "." + name);
    Files.writeString(unfinished, text);
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    digests.put(name, Digests.sha256(text));
  }
}
