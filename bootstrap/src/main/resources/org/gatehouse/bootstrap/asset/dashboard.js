"use strict";

/* The dashboard: asks /metrics once a second while it is in view, and draws what changed in between. */
(() => {
  const INTERVAL = 1000;
  const PATIENCE = 5000;
  const LONGEST_WAIT = 30000;
  const KEPT = 300;
  const SHORTEST_SPAN = 60;
  const HEIGHT = 180;
  /* Quantiles and the hit rate are of the last seconds together: one alone holds too few requests. */
  const WINDOW = 5;
  const MOST_PATHS = 10;

  const $ = (id) => document.getElementById(id);

  /* ---- words for figures ---- */

  const whole = new Intl.NumberFormat("en");
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
  const short = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

  const count = (n) => (n === null ? "–" : n >= 100000 ? compact.format(n) : n >= 10 ? whole.format(Math.round(n)) : short.format(n));
  const percent = (share) => (share === null ? "–" : short.format(Math.round(share * 1000) / 10) + " %");

  function duration(seconds) {
    if (seconds === null) return "–";
    if (seconds < 0.0001) return "< 0.1 ms";
    if (seconds >= 1) return seconds.toFixed(seconds < 10 ? 2 : 1) + " s";
    const ms = seconds * 1000;
    return ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0) + " ms";
  }

  function size(octets) {
    if (octets === null) return "–";
    const units = ["B", "KiB", "MiB", "GiB", "TiB"];
    let unit = 0;
    while (octets >= 1024 && unit < units.length - 1) {
      octets /= 1024;
      unit++;
    }
    return octets.toFixed(unit === 0 || octets >= 100 ? 0 : 1) + " " + units[unit];
  }

  function period(seconds) {
    const days = Math.floor(seconds / 86400);
    const hours = Math.floor(seconds / 3600) % 24;
    const minutes = Math.floor(seconds / 60) % 60;
    if (days > 0) return `${days} d ${hours} h`;
    if (hours > 0) return `${hours} h ${minutes} min`;
    return minutes > 0 ? `${minutes} min ${Math.floor(seconds) % 60} s` : `${Math.floor(seconds)} s`;
  }

  /* ---- what changed between two readings ---- */

  function byClass(statuses) {
    const classes = [0, 0, 0, 0, 0];
    for (const [code, n] of Object.entries(statuses)) classes[Math.floor(Number(code) / 100) - 1] += n;
    return classes;
  }

  /* The quantile of what came between two cumulative histograms; inside a class it is interpolated. */
  function quantile(q, before, after) {
    const bounds = Object.keys(after.buckets).map((bound) => (bound === "+Inf" ? Infinity : Number(bound)));
    const counts = Object.keys(after.buckets).map((bound) => after.buckets[bound] - (before.buckets[bound] || 0));
    const order = bounds.map((bound, i) => i).sort((a, b) => bounds[a] - bounds[b]);
    const total = counts[order[order.length - 1]];
    if (total <= 0) return null;
    let lowest = 0;
    let below = 0;
    for (const i of order) {
      if (counts[i] >= q * total) {
        if (bounds[i] === Infinity) return lowest;
        const inside = counts[i] - below;
        return lowest + ((bounds[i] - lowest) * (q * total - below)) / inside;
      }
      lowest = bounds[i];
      below = counts[i];
    }
    return lowest;
  }

  /* Readings in a row without a gap; rates are of the last second, the rest of the window. */
  let readings = [];

  function figures(metrics, at) {
    const last = readings[readings.length - 1];
    if (last && metrics.uptime_seconds < last.metrics.uptime_seconds) readings = [];
    readings.push({ metrics, at });
    if (readings.length > WINDOW + 1) readings.shift();
    const now = { time: Date.now() / 1000, metrics, rate: null, classes: [null, null, null, null, null], p50: null, p90: null, p99: null, hits: null, sent: null, received: null, paths: new Map() };
    if (readings.length < 2) return now;
    const before = readings[readings.length - 2];
    const first = readings[0].metrics;
    const seconds = Math.max(0.001, (at - before.at) / 1000);
    const perSecond = (a, b) => Math.max(0, (a - b) / seconds);
    const earlier = byClass(before.metrics.requests_by_status);
    now.classes = byClass(metrics.requests_by_status).map((n, i) => perSecond(n, earlier[i]));
    now.rate = perSecond(metrics.requests_total, before.metrics.requests_total);
    now.sent = perSecond(metrics.bytes.sent, before.metrics.bytes.sent);
    now.received = perSecond(metrics.bytes.received, before.metrics.bytes.received);
    for (const [name, q] of [["p50", 0.5], ["p90", 0.9], ["p99", 0.99]]) {
      now[name] = quantile(q, first.request_duration_seconds, metrics.request_duration_seconds);
    }
    const hits = metrics.cache.hits - first.cache.hits;
    const lookups = hits + metrics.cache.misses - first.cache.misses;
    now.hits = lookups > 0 ? hits / lookups : null;
    for (const [path, n] of Object.entries(metrics.requests_by_path)) {
      now.paths.set(path, perSecond(n, before.metrics.requests_by_path[path] || 0));
    }
    return now;
  }

  /* ---- the charts ---- */

  const CHARTS = [
    { title: "Requests per second, by status", words: count, area: true,
      series: [["2xx", (f) => f.classes[1], "two"], ["3xx", (f) => f.classes[2], "one"], ["4xx", (f) => f.classes[3], "three"], ["5xx", (f) => f.classes[4], "four"]] },
    { title: "Time to answer", words: duration, log: true,
      series: [["median", (f) => f.p50, "two"], ["90 %", (f) => f.p90, "one"], ["99 %", (f) => f.p99, "three"]] },
    { title: "Connections", words: count, area: true,
      series: [["open", (f) => f.metrics.connections.open, "one"], ["requests in flight", (f) => f.metrics.requests_active, "three"]] },
    { title: "Workers", words: count, area: true,
      series: [["busy", (f) => f.metrics.thread_pool.active_workers, "two"], ["waiting in the queue", (f) => f.metrics.thread_pool.queue_depth, "four"]] },
    { title: "Cache hit rate", words: percent, top: 1,
      series: [["hits", (f) => f.hits, "two"]] },
    { title: "Content per second", words: size, area: true,
      series: [["sent", (f) => f.sent, "one"], ["received", (f) => f.received, "three"]] },
  ];

  /* Lines differ in their dashes too, for whoever does not see the colours. */
  const DASHES = [[], [6, 3], [2, 2], [8, 3, 2, 3]];

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
  const STEPS = new Map([
    [count, Array.from({ length: 28 }, (_, i) => [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3))],
    [size, Array.from({ length: 45 }, (_, i) => 2 ** i)],
    [percent, [0.25]],
  ]);
  const timeRange = (u, low, high) => [Math.min(low, high - SHORTEST_SPAN), high];

  function linearRange(top) {
    return (u, low, high) => [0, top || Math.max(1, high * 1.15 || 0)];
  }

  function logRange(u, low, high) {
    const from = Math.floor(Math.log10(Math.max(1e-5, Number.isFinite(low) ? low : 1e-4)));
    const to = Math.ceil(Math.log10(Math.max(1e-3, Number.isFinite(high) ? high : 1e-3)));
    return [10 ** from, 10 ** Math.max(to, from + 1)];
  }

  function powersOfTen(u, axis, low, high) {
    const powers = [];
    for (let power = Math.round(Math.log10(low)); power <= Math.round(Math.log10(high)); power++) powers.push(10 ** power);
    return powers;
  }

  const axisDuration = (value) => (value >= 1 ? `${Math.round(value)} s` : `${Number((value * 1000).toPrecision(1))} ms`);

  class Chart {
    constructor(spec) {
      this.spec = spec;
      this.data = [[], ...spec.series.map(() => [])];
      this.values = spec.series.map(() => element("b", { textContent: "–" }));
      const legend = element("ul", { className: "legend" }, ...spec.series.map(([name, , hue], i) =>
        element("li", { className: hue }, name + " ", this.values[i])));
      this.plot = element("div", { className: "plot" });
      this.plot.setAttribute("aria-hidden", "true");
      this.figure = element("figure", { className: "card" }, element("figcaption", {}, element("h2", { textContent: spec.title }), legend), this.plot);
      $("charts").append(this.figure);
      this.draw();
      new ResizeObserver(() => this.fit()).observe(this.plot);
    }

    draw() {
      if (this.chart) this.chart.destroy();
      const { spec } = this;
      const font = "12px system-ui, sans-serif";
      const axis = { stroke: color("faint"), font, grid: { stroke: color("line"), width: 1 }, ticks: { show: false } };
      this.chart = new uPlot({
        width: Math.max(100, this.plot.clientWidth),
        height: HEIGHT,
        padding: [10, 6, 0, 0],
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
        scales: { x: { time: true, range: timeRange }, y: spec.log ? { distr: 3, range: logRange } : { range: linearRange(spec.top) } },
        axes: [
          { ...axis, size: 26, space: 70, grid: { show: false }, values: (u, splits) => splits.map((at) => new Date(at * 1000).toLocaleTimeString("en-GB", CLOCK)), incrs: [15, 30, 60, 120] },
          { ...axis, size: 62, ...(spec.log
            ? { splits: powersOfTen, filter: (u, powers) => powers, values: (u, values) => values.map(axisDuration) }
            : { space: 34, incrs: STEPS.get(spec.words), values: (u, values) => values.map(spec.words) }) },
        ],
        series: [{}, ...spec.series.map(([label, , hue], i) => ({
          label, stroke: color(hue), width: 1.6, dash: DASHES[i], spanGaps: false, points: { show: false },
          fill: spec.area && i === 0 ? color(hue) + "24" : undefined,
        }))],
        hooks: { setCursor: [(u) => this.tell(u.cursor.idx)] },
      }, this.data, this.plot);
    }

    fit() {
      const width = this.plot.clientWidth;
      if (width > 0 && width !== this.chart.width) this.chart.setSize({ width, height: HEIGHT });
    }

    add(time, now) {
      this.data[0].push(time);
      this.spec.series.forEach(([, value], i) => this.data[i + 1].push(now ? value(now) : null));
      if (this.data[0].length > KEPT) this.data.forEach((column) => column.shift());
      this.chart.setData(this.data);
      this.tell(this.chart.cursor.idx);
    }

    /* The values under the cursor, else the newest ones, as text. */
    tell(index) {
      const at = index === null || index === undefined ? this.data[0].length - 1 : index;
      this.values.forEach((place, i) => {
        const value = at < 0 ? null : this.data[i + 1][at];
        place.textContent = this.spec.words(value === undefined ? null : value);
      });
    }
  }

  /* ---- the tiles and the table ---- */

  function tile(id, value, note) {
    $(id).textContent = value;
    $(id + "-note").textContent = note;
  }

  function showTiles(now) {
    const { metrics } = now;
    const pool = metrics.thread_pool;
    const { cache, connections } = metrics;
    const answered = now.p50 === null ? "no requests just now" : `of the last ${readings.length - 1} s`;
    tile("rate", count(now.rate), `${count(metrics.requests_total)} in all`);
    tile("p50", duration(now.p50), answered);
    tile("p99", duration(now.p99), answered);
    const failed = byClass(metrics.requests_by_status)[4];
    tile("errors", now.classes[4] === null ? "–" : count(now.classes[4]) + " /s", `${count(failed)} in all`);
    $("errors").classList.toggle("bad", now.classes[4] > 0);
    tile("open", count(connections.open), connections.refused > 0 ? `${count(connections.refused)} refused` : `${count(metrics.requests_active)} in flight`);
    tile("busy", `${pool.active_workers} / ${pool.total_workers}`, pool.shed_requests > 0 ? `${pool.queue_depth} waiting, ${count(pool.shed_requests)} shed` : `${pool.queue_depth} waiting`);
    tile("hits", percent(now.hits), `${count(cache.entries)} files, ${size(cache.bytes)}`);
    tile("sent", now.sent === null ? "–" : size(now.sent) + "/s", `${size(metrics.bytes.sent)} in all`);
    $("uptime").textContent = period(metrics.uptime_seconds);
  }

  function cell(text, className) {
    return element("td", { className, textContent: text });
  }

  function showPaths(now) {
    const { metrics } = now;
    const top = Object.entries(metrics.requests_by_path).sort((a, b) => b[1] - a[1]).slice(0, MOST_PATHS);
    if (top.length === 0) return;
    $("paths").replaceChildren(...top.map(([path, n]) => {
      const name = element("td", {}, element("bdi", { textContent: path }));
      const rate = now.paths.has(path) ? count(now.paths.get(path)) : "–";
      return element("tr", {}, name, cell(whole.format(n), "number"), cell(rate, "number"), cell(percent(n / metrics.requests_total), "number share"));
    }));
  }

  /* ---- asking ---- */

  const charts = CHARTS.map((spec) => new Chart(spec));
  let timer = 0;
  let failures = 0;
  let paused = false;
  let asking = false;

  function state(name, text) {
    const place = $("state");
    if (place.dataset.state !== name) {
      place.dataset.state = name;
      $("announcer").textContent = text;
    }
    $("state-text").textContent = text;
  }

  function trouble(text) {
    $("trouble").hidden = text === "";
    $("trouble-text").textContent = text;
  }

  function gap() {
    readings = [];
    charts.forEach((chart) => chart.add(Date.now() / 1000, null));
  }

  function show(metrics) {
    const now = figures(metrics, performance.now());
    charts.forEach((chart) => chart.add(now.time, now));
    showTiles(now);
    showPaths(now);
    failures = 0;
    trouble("");
    state("live", "Live");
  }

  function away(why) {
    if (failures === 0) gap();
    const wait = Math.min(LONGEST_WAIT, INTERVAL * 2 ** failures);
    failures++;
    state("away", "Away");
    trouble(`${why} Trying again in ${wait / 1000} s.`);
    later(wait);
  }

  function off() {
    gap();
    state("off", "No figures");
    trouble("This server does not tell its figures: the endpoint “metrics” is switched off (--endpoints).");
  }

  function later(wait) {
    clearTimeout(timer);
    if (!paused && !document.hidden) timer = setTimeout(ask, wait);
  }

  async function ask() {
    if (asking) return;
    asking = true;
    const begun = performance.now();
    try {
      const response = await fetch("/metrics?format=json", { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
      const metrics = response.ok ? await response.json() : null;
      if (paused || document.hidden) return;
      if (response.status === 404) {
        off();
      } else if (metrics) {
        show(metrics);
        later(Math.max(0, INTERVAL - (performance.now() - begun)));
      } else {
        away(`The server answers ${response.status}.`);
      }
    } catch (failure) {
      if (!paused && !document.hidden) away("The server does not answer.");
    } finally {
      asking = false;
    }
  }

  function stop(text) {
    clearTimeout(timer);
    gap();
    state("paused", text);
  }

  $("pause").addEventListener("click", () => {
    paused = !paused;
    $("pause").setAttribute("aria-pressed", String(paused));
    if (paused) {
      trouble("");
      stop("Paused");
    } else {
      ask();
    }
  });
  $("retry").addEventListener("click", () => {
    clearTimeout(timer);
    ask();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stop("Paused while hidden");
    } else if (!paused) {
      ask();
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach((chart) => chart.draw()));
  ask();
})();
