/* Draws panel B again when the reader sets another mix in figure 3. */
(function () {
  "use strict";
  function percent(share) { return (100 * share).toFixed(1) + " %"; }
  function mixOf(box, names) {
    var mix = {}, sum = 0;
    box.querySelectorAll("tr.class").forEach(function (row) {
      var weight = Math.max(0, Number(row.querySelector(".lawful-weight").value) || 0), name = row.dataset.trafficClass;
      if (names[name] !== undefined && weight > 0) { mix[name] = weight; sum += weight; }
    });
    Object.keys(mix).forEach(function (name) { mix[name] /= sum; });
    return mix;
  }
  function captionOf(mix, names) {
    return "Mix of the lawful sessions: " + Object.keys(mix).map(function (name) { return names[name] + " " + percent(mix[name]); }).join(", ") + ".";
  }
  function costOf(vertices, basis) {
    return "To hold back " + percent(basis.wanted) + " of the unlicensed works by protocol alone, at least " + percent(dreyfusCeiling.hitAt(vertices, basis.wanted)) + " of the lawful sessions must be hit.";
  }
  function besideOf(vertices, hit, caught) {
    return "This blocker hits " + percent(hit) + " of lawful sessions and holds back " + percent(caught) + " of unlicensed works; by protocol alone, with as many hit, at most " + percent(dreyfusCeiling.caughtAt(vertices, hit)) + " could be held back.";
  }
  function say(figure, name, text) { figure.querySelector("." + name).textContent = text; }
  function table(figure, vertices) {
    var body = figure.querySelector("tbody");
    body.textContent = "";
    vertices.forEach(function (vertex) {
      var row = body.insertRow();
      [vertex.blocked.join(", ") || "none", percent(vertex.falsePositives), percent(vertex.caught)].forEach(function (text, i) {
        var cell = row.insertCell();
        cell.textContent = text;
        cell.className = i > 0 ? "n" : "";
      });
    });
  }
  function update(figure, box, basis) {
    var mix = mixOf(box, basis.names);
    if (Object.keys(mix).length === 0) {
      say(figure, "caption", "Give at least one category of lawful traffic a weight; until then the mix before stands.");
      return;
    }
    var vertices = dreyfusCeiling.find(basis.appearances, mix), hit = 0;
    Object.keys(mix).forEach(function (name) { hit += mix[name] * basis.hit[name]; });
    say(figure, "caption", captionOf(mix, basis.names));
    say(figure, "cost", costOf(vertices, basis));
    say(figure, "beside", besideOf(vertices, hit, basis.caught));
    table(figure, vertices);
    var chart = figure.querySelector(".chart"), its = dreyfusCharts.spec(chart);
    its.datasets.line = vertices.map(function (vertex) { return { hit: vertex.falsePositives, caught: vertex.caught, what: "by protocol alone" }; });
    its.datasets.dot = [{ hit: hit, caught: basis.caught, what: "this blocker" }];
    dreyfusCharts.draw(chart, its);
  }
  document.querySelectorAll("figure.mixed").forEach(function (figure) {
    var box = document.getElementById(figure.dataset.weights), basis = JSON.parse(figure.querySelector(".basis").textContent);
    box.addEventListener("input", function (event) {
      if (event.target.classList.contains("lawful-weight")) { update(figure, box, basis); }
    });
  });
})();
