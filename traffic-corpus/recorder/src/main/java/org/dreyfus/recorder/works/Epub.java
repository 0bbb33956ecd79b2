package org.dreyfus.recorder.works;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A book: EPUB 3.3 with one short chapter of random words and a cover that fills the size. */
final class Epub {

  private static final int WORDS = 60;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String COVER = "OEBPS/cover.png";

  private Epub() {}

  static byte[] bytes(String title, int sizeBytes, RandomGenerator random) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("mimetype", text("application/epub+zip"));
    entries.put(
        "META-INF/container.xml",
        text(
            """
            <?xml version="1.0"?>
            <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
            <rootfiles><rootfile full-path="OEBPS/book.opf"
            media-type="application/oebps-package+xml"/></rootfiles></container>
            """));
    entries.put("OEBPS/book.opf", text(description(title)));
    entries.put("OEBPS/chapter.xhtml", text(chapter(title, random)));
    int rest = sizeBytes - Archive.size(entries) - Archive.entry(COVER);
    entries.put(COVER, Png.bytes(rest, random));
    return Archive.zip(entries);
  }

  private static String description(String title) {
    return """
    <?xml version="1.0"?>
    <package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
    <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">lab</dc:identifier>
    <dc:title>%s</dc:title><dc:language>en</dc:language></metadata><manifest>
    <item id="c" href="chapter.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="i" href="cover.png" media-type="image/png" properties="cover-image"/></manifest>
    <spine><itemref idref="c"/></spine></package>
    """
        .formatted(title);
  }

  private static String chapter(String title, RandomGenerator random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      int length = random.nextInt(2, 9);
      for (int j = 0; j < length; j++) {
        words.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      words.append(i % 10 == 9 ? ".\n" : " ");
    }
    return """
    <?xml version="1.0"?>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>
    <title>%s</title></head><body><nav epub:type="toc"><ol><li><a href="chapter.xhtml">%s</a></li></ol>
    </nav><p>%s</p></body></html>
    """
        .formatted(title, title, words);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
