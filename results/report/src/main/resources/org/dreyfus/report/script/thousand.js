/* 1,000 blocked sessions at the reader's prevalence and mix, as org.dreyfus.report.Thousand reckons them. */
(function () {
  "use strict";
  function outline(n) {
    var rows = Math.floor(n / 40), rest = n % 40;
    return "M0 0H40V" + rows + "H0Z" + "M0 " + rows + "H" + rest + "V" + (rest === 0 ? rows : rows + 1) + "H0Z";
  }
  function weights(box, name) {
    var all = Array.prototype.map.call(box.querySelectorAll("." + name), function (field) { return Math.max(0, Number(field.value) || 0); });
    var sum = all.reduce(function (a, b) { return a + b; }, 0);
    return all.map(function (weight) { return sum === 0 ? 0 : weight / sum; });
  }
  function total(rows, shares, key) {
    return rows.reduce(function (sum, row, i) { return sum + shares[i] * Number(row.dataset[key]); }, 0);
  }
  function show(box, least, most, text) {
    box.querySelector(".answer").textContent = text;
    box.querySelector(".icons .maybe").setAttribute("d", outline(most));
    box.querySelector(".icons .unlicensed").setAttribute("d", outline(least));
  }
  function update(box) {
    var rows = Array.prototype.slice.call(box.querySelectorAll("tr.class"));
    var p = Number(box.querySelector(".prevalence").value) / 100;
    if (!(p > 0 && p < 1)) { show(box, 0, 1000, "Set a number above 0 and below 100."); return; }
    var lawful = weights(box, "lawful-weight"), unlicensed = weights(box, "unlicensed-weight");
    var hitLow = total(rows, lawful, "hitLow"), hitHigh = total(rows, lawful, "hitHigh");
    var caughtLow = p * total(rows, unlicensed, "caughtLow"), caughtHigh = p * total(rows, unlicensed, "caughtHigh");
    var low = caughtLow / (caughtLow + (1 - p) * hitHigh);
    if (isNaN(low)) { show(box, 0, 1000, "Perhaps nothing is blocked at all, so nothing can be said."); return; }
    var least = Math.round(1000 * low);
    if (!(hitLow > 0)) {
      show(box, least, 1000, "At least " + least + " of 1,000 blocked sessions moved an unlicensed work. How many at most cannot be said: no false positive was seen for certain, which does not show that there are none.");
      return;
    }
    var most = Math.round(1000 * caughtHigh / (caughtHigh + (1 - p) * hitLow));
    show(box, least, most, "Between " + least + " and " + most + " of 1,000 blocked sessions moved an unlicensed work; between " + (1000 - most) + " and " + (1000 - least) + " were lawful.");
  }
  document.querySelectorAll(".thousand").forEach(function (box) {
    box.addEventListener("input", function () { update(box); });
  });
})();
