package org.dreyfus.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.Route;

/** Figure 5: what became of works over every route. There is no sum over routes. */
public final class RoutesFigure {

  private record Part(String route, String what, double share, long bytes) {}

  private RoutesFigure() {}

  /** The rights that the works of any route have. */
  public static List<LegalStatus> statuses(List<Route> routes) {
    return routes.stream().map(Route::legalStatus).distinct().sorted().toList();
  }

  /**
   * The drawing of works of one status. Those of lawful and of unlicensed works have the same rows.
   */
  public static String specification(LegalStatus status, List<Route> routes) {
    List<Part> parts = new ArrayList<>();
    boolean usual = status == LegalStatus.LEGAL || status == LegalStatus.INFRINGING;
    for (Route route : routes) {
      boolean its = route.legalStatus() == status && route.contentBytes() > 0;
      if (!its && !usual) {
        continue;
      }
      double whole = its ? route.contentBytes() : 1;
      add(parts, route, "blocked", its ? blockedBytes(route) : 0, whole);
      add(parts, route, "without an answer", its ? route.unanswered() : 0, whole);
      add(parts, route, "passed", its ? route.passed() : 0, whole);
    }
    String title = title(status);
    return Specification.of(
        "routes",
        title,
        title
            + ": what became of the bytes of works over each protocol. The table below holds the same.",
        Map.of("parts", parts));
  }

  private static void add(List<Part> parts, Route route, String what, long bytes, double whole) {
    parts.add(new Part(name(route), what, bytes / whole, bytes));
  }

  /** Protocol, and what it carries or how it is protected. */
  private static String name(Route route) {
    boolean tunnel = route.carries().isPresent() && route.protection() == Protection.TUNNELLED;
    return route.protocol()
        + route.carries().map(carried -> " carrying " + carried).orElse("")
        + (tunnel ? "" : ", " + Words.name(route.protection()));
  }

  private static String title(LegalStatus status) {
    return switch (status) {
      case LEGAL -> "Lawful works";
      case INFRINGING -> "Unlicensed works";
      case UNDETERMINED -> "Works whose rights are undetermined";
    };
  }

  /** Bytes of works that were blocked. */
  public static long blockedBytes(Route route) {
    return route.contentBytes() - route.passed() - route.unanswered();
  }
}
