/* The choice of protocols that is worth most at a price for hitting the lawful: a minimum cut (Picard, 1976), by Dinic's algorithm. */
var dreyfusCut = (function () {
  "use strict";
  var NONE = 1e-13, NEVER_CUT = 1e9;
  function network() {
    var names = {}, count = 0, arcs = [], out = [];
    function node(name) {
      if (!Object.prototype.hasOwnProperty.call(names, name)) { names[name] = count++; out.push([]); }
      return names[name];
    }
    function arc(from, to, capacity) {
      out[from].push(arcs.length);
      arcs.push({ to: to, left: capacity });
      out[to].push(arcs.length);
      arcs.push({ to: from, left: 0 });
    }
    return { node: node, arc: arc, arcs: arcs, out: out, names: names };
  }
  function levels(net, source) {
    var level = net.out.map(function () { return -1; }), queue = [source];
    level[source] = 0;
    for (var i = 0; i < queue.length; i++) {
      net.out[queue[i]].forEach(function (id) {
        var arc = net.arcs[id];
        if (arc.left > NONE && level[arc.to] < 0) { level[arc.to] = level[queue[i]] + 1; queue.push(arc.to); }
      });
    }
    return level;
  }
  function push(net, level, at, sink, amount, tried) {
    if (at === sink) { return amount; }
    for (; tried[at] < net.out[at].length; tried[at]++) {
      var id = net.out[at][tried[at]], arc = net.arcs[id];
      if (arc.left > NONE && level[arc.to] === level[at] + 1) {
        var pushed = push(net, level, arc.to, sink, Math.min(amount, arc.left), tried);
        if (pushed > 0) {
          arc.left -= pushed;
          net.arcs[id ^ 1].left += pushed;
          return pushed;
        }
      }
    }
    return 0;
  }
  /* looks: {protocols, decisive, legal, infringing}, weighted; both weights add up to 1. Gives the chosen protocols. */
  return function (looks, price) {
    var net = network(), source = net.node(" source"), sink = net.node(" sink"), gains = {};
    looks.forEach(function (look, i) {
      if (look.decisive && look.infringing > 0) { gains[look.decisive] = (gains[look.decisive] || 0) + look.infringing; }
      if (look.legal * price > 0) {
        var its = net.node(" " + i);
        look.protocols.forEach(function (protocol) { net.arc(net.node("p" + protocol), its, NEVER_CUT); });
        net.arc(its, sink, look.legal * price);
      }
    });
    Object.keys(gains).forEach(function (protocol) { net.arc(source, net.node("p" + protocol), gains[protocol]); });
    var level = levels(net, source);
    while (level[sink] >= 0) {
      var tried = net.out.map(function () { return 0; });
      while (push(net, level, source, sink, Infinity, tried) > 0) { /* until no path of this length is left */ }
      level = levels(net, source);
    }
    return Object.keys(gains).filter(function (protocol) { return level[net.node("p" + protocol)] >= 0; });
  };
})();
