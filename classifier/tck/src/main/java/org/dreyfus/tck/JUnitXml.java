package org.dreyfus.tck;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;

/** Reports as JUnit XML, so that a build shows them: a suite for each plugin, a case a check. */
public final class JUnitXml {

  private JUnitXml() {}

  public static String of(List<Report> reports) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (Report report : reports) {
        suite(xml, report);
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

  private static void suite(XMLStreamWriter xml, Report report) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "conformance of " + report.plugin());
    xml.writeAttribute("tests", String.valueOf(report.checks().size()));
    xml.writeAttribute("failures", String.valueOf(report.count(Outcome.FAILED)));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(report.count(Outcome.SKIPPED)));
    for (CheckResult check : report.checks()) {
      testCase(xml, report, check);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Report report, CheckResult check)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", report.plugin());
    xml.writeAttribute("name", check.rule() + ": " + check.title());
    switch (check.outcome()) {
      case PASSED -> {}
      case FAILED -> {
        xml.writeEmptyElement("failure");
        xml.writeAttribute("message", check.seen() + ". " + check.remedy());
      }
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", check.seen());
      }
    }
    xml.writeEndElement();
  }
}
