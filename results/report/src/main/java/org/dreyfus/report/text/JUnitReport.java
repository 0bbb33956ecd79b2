package org.dreyfus.report.text;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dreyfus.scoring.ClaimResults;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.Scorecard;

/**
 * Findings as JUnit XML, so that a build shows them: a suite for each blocker and claim file, a
 * test case a claim. Refuted is a failure; not refuted and not testable are skipped, never passed.
 */
public final class JUnitReport {

  private JUnitReport() {}

  public static String xml(List<Scorecard> scorecards) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (Scorecard card : scorecards) {
        for (ClaimResults file : card.claims()) {
          suite(xml, card, file);
        }
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can always be written", e);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, Scorecard card, ClaimResults file)
      throws XMLStreamException {
    long refuted = file.count(Finding.Result.REFUTED);
    long supported = file.count(Finding.Result.SUPPORTED);
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute(
        "name", String.join(" / ", card.classifier(), card.policy().id(), file.id()));
    xml.writeAttribute("tests", String.valueOf(file.findings().size()));
    xml.writeAttribute("failures", String.valueOf(refuted));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(file.findings().size() - refuted - supported));
    for (Finding finding : file.findings()) {
      testCase(xml, card, file, finding);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void testCase(
      XMLStreamWriter xml, Scorecard card, ClaimResults file, Finding finding)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute(
        "classname", String.join(".", card.classifier(), card.policy().id(), file.id()));
    xml.writeAttribute("name", finding.claim().id());
    switch (finding.result()) {
      case REFUTED -> outcome(xml, "failure", finding);
      case NOT_REFUTED, NOT_TESTABLE -> outcome(xml, "skipped", finding);
      case SUPPORTED -> {}
    }
    xml.writeEndElement();
  }

  private static void outcome(XMLStreamWriter xml, String element, Finding finding)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", finding.result() + ": " + finding.because());
    xml.writeCharacters(finding.claim().quote() + "\n" + finding.claim().reading());
    for (Finding.Witness witness : finding.witnesses()) {
      xml.writeCharacters(
          "\n%s %d: %s".formatted(witness.flow().session(), witness.flow().flow(), witness.what()));
    }
    xml.writeEndElement();
  }
}
