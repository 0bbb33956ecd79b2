/* Panel B at the reader's mix, as org.dreyfus.scoring.ceiling.CeilingFinder finds it. */
var dreyfusCeiling = (function () {
  "use strict";
  var FREE = 1e7, SAME = 1e-9;
  function weighted(appearances, mix) {
    var counts = {}, unlicensed = 0, present = 0;
    appearances.forEach(function (its) {
      counts[its.trafficClass] = (counts[its.trafficClass] || 0) + its.legal;
      unlicensed += its.infringing;
    });
    Object.keys(mix).forEach(function (name) { present += counts[name] > 0 ? mix[name] : 0; });
    return appearances.map(function (its) {
      var share = (mix[its.trafficClass] || 0) / present, count = counts[its.trafficClass];
      return { protocols: its.protocols, decisive: its.decisive, legal: count > 0 && present > 0 ? share * its.legal / count : 0, infringing: unlicensed > 0 ? its.infringing / unlicensed : 0 };
    });
  }
  function vertex(looks, blocked) {
    var set = new Set(blocked), hit = 0, caught = 0;
    looks.forEach(function (look) {
      if (look.protocols.some(function (protocol) { return set.has(protocol); })) { hit += look.legal; }
      if (!look.decisive || set.has(look.decisive)) { caught += look.infringing; }
    });
    return { falsePositives: hit, caught: caught, blocked: Array.from(set).sort() };
  }
  function slope(from, to) { return (to.caught - from.caught) / (to.falsePositives - from.falsePositives); }
  function worth(its, price) { return its.caught - price * its.falsePositives; }
  function between(looks, from, to, vertices) {
    if (to.falsePositives - from.falsePositives < SAME) { return; }
    var price = slope(from, to), best = vertex(looks, dreyfusCut(looks, price));
    if (worth(best, price) > worth(from, price) + SAME) {
      between(looks, from, best, vertices);
      vertices.push(best);
      between(looks, best, to, vertices);
    }
  }
  function find(appearances, mix) {
    var looks = weighted(appearances, mix), vertices = [vertex(looks, [])], free = vertex(looks, dreyfusCut(looks, FREE));
    var all = looks.filter(function (look) { return look.infringing > 0 && look.decisive; }).map(function (look) { return look.decisive; });
    var everything = vertex(looks, all);
    if (free.caught > vertices[0].caught + SAME) { vertices.push(free); }
    var last = vertices[vertices.length - 1];
    if (everything.caught > last.caught + SAME) {
      between(looks, last, everything, vertices);
      vertices.push(everything);
    }
    return vertices.map(function (its) { return { falsePositives: six(its.falsePositives), caught: six(its.caught), blocked: its.blocked }; });
  }
  /* Six significant digits, as in a scorecard. */
  function six(value) { return Number(value.toPrecision(6)); }
  function caughtAt(vertices, hit) {
    var before = vertices[0];
    for (var i = 0; i < vertices.length; before = vertices[i++]) {
      if (vertices[i].falsePositives > hit) { return before.caught + slope(before, vertices[i]) * (hit - before.falsePositives); }
    }
    return before.caught;
  }
  function hitAt(vertices, caught) {
    var before = vertices[0];
    for (var i = 0; i < vertices.length; before = vertices[i++]) {
      if (vertices[i].caught >= caught) {
        return vertices[i].caught === before.caught ? before.falsePositives : before.falsePositives + (caught - before.caught) / slope(before, vertices[i]);
      }
    }
    return 1;
  }
  return { find: find, caughtAt: caughtAt, hitAt: hitAt };
})();
