/* Draws every chart of the page. Colours are those of the style sheet, so that they follow light, dark and paper. */
var dreyfusCharts = (function () {
  "use strict";
  function theme(width) {
    var axis = { labelColor: "var(--ink)", titleColor: "var(--ink)", domainColor: "var(--soft)", tickColor: "var(--soft)", gridColor: "var(--line)", labelFontSize: 11, titleFontSize: 12, titleFontWeight: "normal" };
    return {
      background: null,
      font: "system-ui, 'Helvetica Neue', Arial, sans-serif",
      aria: false,
      view: { stroke: null },
      axis: axis,
      axisY: { labelLimit: Math.round(width * 0.5) },
      legend: { labelColor: "var(--ink)", titleColor: "var(--ink)", labelFontSize: 11, symbolStrokeColor: "var(--soft)", symbolType: "square", orient: "top", title: null, columns: width < 420 ? 1 : 0, labelLimit: 0 },
      title: { color: "var(--ink)", subtitleColor: "var(--soft)", anchor: "start", fontSize: 13, subtitleFontSize: 11 },
      text: { fill: "var(--ink)", fontSize: 11 }
    };
  }
  /* Vega-Lite remarks on heights that it derives from rows, which is what is wanted here. */
  var silent = { level: function () { return silent; }, error: function (text) { throw new Error(text); }, warn: function () { return silent; }, info: function () { return silent; }, debug: function () { return silent; } };
  function spec(box) {
    return JSON.parse(box.querySelector("script").textContent);
  }
  /* What stood there stays until the drawing is done. */
  function draw(box, its) {
    var drawing = document.createElement("div"), before = box.querySelector(".drawing");
    drawing.className = "drawing";
    box.insertBefore(drawing, before);
    var compiled = vegaLite.compile(its, { config: theme(box.clientWidth), logger: silent }).spec;
    return new vega.View(vega.parse(compiled), { renderer: "svg", container: drawing, hover: false }).runAsync().then(function () {
      drawing.setAttribute("role", "img");
      drawing.removeAttribute("aria-roledescription");
      drawing.querySelector("svg").setAttribute("aria-hidden", "true");
      before.remove();
    }, function (problem) {
      drawing.remove();
      throw problem;
    });
  }
  var drawn = Promise.all(Array.prototype.map.call(document.querySelectorAll(".chart"), function (box) { return draw(box, spec(box)); }));
  drawn.then(function () { document.documentElement.dataset.charts = "drawn"; });
  return { draw: draw, spec: spec };
})();
