// The kept model, asked about one student or many: the arrays and formulas of `models.plain`, read by their kinds.
"use strict";
class NotKnown extends Error {}

// ---- rows of numbers ----

class Vector extends Array {
  static of_(x) {
    return Vector.from(py.list(x));
  }
  each(f, other) {
    const apart = Array.isArray(other);
    return Vector.from(this, (x, i) => f(x, apart ? other[i] : other));
  }
  any() {
    return this.some(py.truth);
  }
  all() {
    return this.every(py.truth);
  }
  sum() {
    return this.reduce((total, x) => total + Number(x), 0);
  }
  mean() {
    return this.sum() / this.length;
  }
  median() {
    const known = [...this].sort((a, b) => a - b);
    const half = known.length >> 1;
    return known.length % 2 ? known[half] : (known[half - 1] + known[half]) / 2;
  }
  between(low, high) {
    return Vector.from(this, (x) => x >= low && x <= high);
  }
  cut(from, to) {
    return this.slice(from ?? 0, to ?? this.length);
  }
  to_numpy() {
    return this;
  }
}

class Table {
  constructor(rows, columns) {
    this.rows = rows;
    this.columns = columns || Object.keys(rows[0] || {});
    this.attrs = new Map();
    this.iloc = { cut: (from, to) => new Table(rows.slice(from ?? 0, to ?? rows.length), this.columns), length: rows.length };
  }
  get length() {
    return this.rows.length;
  }
  has(name) {
    return this.columns.includes(name);
  }
  at_(what) {
    if (typeof what === "string") return Vector.from(this.rows, (row) => row[what]);
    return new Table(this.rows.filter((_, i) => what[i]), this.columns);
  }
  head(n) {
    return this.iloc.cut(0, n);
  }
  itertuples() {
    return this.rows;
  }
  iterrows() {
    return this.rows.map((row, i) => [i, row]);
  }
}

function bisect(known, value, right = false) {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (right ? known[middle] <= value : known[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
const between = (knots, values, x) => {
  const last = knots.length - 1;
  if (!(knots[0] < x && x < knots[last])) return x <= knots[0] ? values[0] : values[last];
  const i = bisect(knots, x, true);
  return values[i - 1] + ((x - knots[i - 1]) / (knots[i] - knots[i - 1])) * (values[i] - values[i - 1]);
};
const dot = (a, b) => {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += a[i] * b[i];
  return total;
};

// Solves a symmetric system, leaving out what follows from the rest (a level that the other levels tell).
function solve(matrix, right, tiny = 0) {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const limit = tiny * Math.max(...rows.map((row, i) => Math.abs(row[i])), 0);
  const used = [];
  const free = new Set(rows.keys());
  for (let step = 0; step < n; step += 1) {
    const pivot = [...free].reduce((best, i) => (best < 0 || Math.abs(rows[i][i]) > Math.abs(rows[best][i === best ? i : best]) ? i : best), -1);
    if (!(Math.abs(rows[pivot][pivot]) > limit)) break;
    free.delete(pivot);
    used.push(pivot);
    for (let i = 0; i < n; i += 1) {
      const factor = i === pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
      if (factor) for (let j = 0; j <= n; j += 1) rows[i][j] -= factor * rows[pivot][j];
    }
  }
  const found = Array(n).fill(0);
  used.forEach((i) => (found[i] = rows[i][n] / rows[i][i]));
  return found;
}
function inverse(matrix) {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => Number(i === j))]);
  for (let i = 0; i < n; i += 1) {
    let best = i;
    for (let k = i + 1; k < n; k += 1) if (Math.abs(rows[k][i]) > Math.abs(rows[best][i])) best = k;
    [rows[i], rows[best]] = [rows[best], rows[i]];
    const pivot = rows[i][i];
    for (let j = i; j < 2 * n; j += 1) rows[i][j] /= pivot;
    for (let k = 0; k < n; k += 1) {
      const factor = rows[k][i];
      if (k !== i && factor) for (let j = i; j < 2 * n; j += 1) rows[k][j] -= factor * rows[i][j];
    }
  }
  return rows.map((row) => row.slice(n));
}

// ---- from a record to a row: `models.features` ----

class Encoder {
  constructor(kept) {
    Object.assign(this, kept);
    this.ranked = new Set(kept.ranked);
    this.inputs = [...kept.levels.keys()];
    this.wide = [];
    kept.levels.forEach((levels, name) => {
      const each = levels === null || this.ranked.has(name) ? [null] : levels;
      each.forEach((level) => this.wide.push({ name, level, kept: !(this.drop_first && levels && level === levels[0]) }));
    });
    this.shown = this.wide.map((w, i) => (w.kept ? i : -1)).filter((i) => i >= 0);
    const p = this.wide.length;
    const spread = Array.from({ length: p }, (_, i) => Math.sqrt(kept.covariance[i * p + i]) || 1);
    const steady = spread.map((a, i) => spread.map((b, j) => kept.covariance[i * p + j] / (a * b) + (i === j ? 1e-4 + (0.05 * p) / Math.max(kept.students, 1) : 0)));
    this.covariance2 = spread.map((_, i) => spread.map((__, j) => kept.covariance[i * p + j]));
    this.made = null;
    this.make = () => inverse(steady).map((row, i) => row.map((x, j) => x / (spread[i] * spread[j])));
  }
  get precision() {
    return (this.made = this.made || this.make());
  }
  oneHot(clean) {
    const row = [];
    this.levels.forEach((levels, name) => {
      const value = clean.get(name);
      const blank = value === null || value === undefined;
      if (levels === null) row.push(blank ? NaN : value);
      else if (this.ranked.has(name)) row.push(blank ? NaN : levels.indexOf(value));
      else levels.forEach((level) => row.push(blank ? NaN : Number(level === value)));
    });
    return row;
  }
  open(blank) {
    return this.wide.map((w) => blank.has(w.name));
  }
  solveOpen(open, right) {
    const places = open.map((is, i) => (is ? i : -1)).filter((i) => i >= 0);
    const some = places.map((i) => places.map((j) => this.precision[i][j]));
    const found = Array(open.length).fill(0);
    solve(some, places.map((i) => right[i])).forEach((x, k) => (found[places[k]] = x));
    return found;
  }
  row(clean) {
    let wide = this.oneHot(clean);
    const open = wide.map(Number.isNaN);
    if (open.some(Boolean) && !this.blanks) {
      const away = wide.map((x, i) => (open[i] ? 0 : x - this.mean[i]));
      const right = this.precision.map((row) => dot(row, away));
      const moved = this.solveOpen(open, right);
      wide = wide.map((x, i) => (open[i] ? this.mean[i] - moved[i] : x));
    }
    return this.shown.map((i) => (wide[i] - this.offset[i]) / this.scale[i]);
  }
}

// ---- from a row to an answer: `models.steps` ----

const shaped = (array, columns) => {
  const rows = [];
  for (let i = 0; i < array.length; i += columns) rows.push(array.slice(i, i + columns));
  return rows;
};
function treeValues(forest, row, single) {
  const values = single ? row.map(Math.fround) : row;
  return Array.from(forest.roots, (root) => {
    let node = root;
    for (let d = 0; d < forest.depth; d += 1) {
      const asked = values[forest.feature[node]];
      const right = asked > forest.threshold[node] || (forest.blank && Number.isNaN(asked) && forest.blank[node]);
      node = forest.child[2 * node + (right ? 1 : 0)];
    }
    return node;
  });
}
const LIKENESS = {
  dot: (k) => (a, b) => dot(a, b) + k.squared,
  same: (k) => () => k.value,
  both: (k) => {
    const [one, two] = [likeness(k.one), likeness(k.two)];
    return k.product ? (a, b) => one(a, b) * two(a, b) : (a, b) => one(a, b) + two(a, b);
  },
  near: (k) => (a, b) => {
    const length = (i) => (typeof k.length === "number" ? k.length : k.length[k.length.length > 1 ? i : 0]);
    const squared = a.reduce((total, x, i) => total + ((x - b[i]) / length(i)) ** 2, 0);
    if (k.curve === "rbf") return Math.exp(-0.5 * squared);
    if (k.curve === "rational quadratic") return (1 + squared / (2 * k.power)) ** -k.power;
    const nu = Number(k.curve.slice("matern ".length));
    const d = Math.sqrt(2 * nu * squared);
    return { 0.5: 1, 1.5: 1 + d, 2.5: 1 + d + (d * d) / 3 }[nu] * Math.exp(-d);
  },
};
function likeness(kept) {
  if (!LIKENESS[kept.kind]) throw new NotKnown(kept.kind);
  return LIKENESS[kept.kind](kept);
}
const STEPS = {
  linear: (k) => {
    const outcomes = typeof k.intercept === "number" ? 0 : k.intercept.length;
    if (!outcomes) return (row) => dot(row, k.coefficients) + k.intercept;
    return (row) => Array.from(k.intercept, (start, j) => row.reduce((total, x, i) => total + x * k.coefficients[i * outcomes + j], start));
  },
  odds: () => (logs) => {
    if (typeof logs === "number") {
      const second = 0.5 * (1 + Math.tanh(logs / 2));
      return [1 - second, second];
    }
    const top = Math.max(...logs);
    const raised = logs.map((x) => Math.exp(x - top));
    const total = raised.reduce((a, b) => a + b, 0);
    return raised.map((x) => x / total);
  },
  constant: (k) => () => (typeof k.value === "number" ? k.value : Array.from(k.value)),
  chain: (k) => {
    const steps = k.steps.map(step);
    return (row) => steps.reduce((found, one) => one(found), row);
  },
  beside: (k) => {
    const steps = k.steps.map(step);
    return (row) => [].concat(...steps.map((one, i) => one(k.chosen[i] ? Array.from(k.chosen[i], (j) => row[j]) : row)));
  },
  "tree sum": (k) => {
    const wide = k.forest.value.length / k.forest.feature.length;
    return (row) => {
      const nodes = treeValues(k.forest, row, k.single);
      const sums = Array.from({ length: wide }, (_, j) => k.start + k.factor * nodes.reduce((total, n) => total + k.forest.value[n * wide + j], 0));
      return wide > 1 ? sums : sums[0];
    };
  },
  "weighted median": (k) => (row) => {
    const said = treeValues(k.forest, row, true).map((n, i) => [k.forest.value[n], i]);
    said.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const total = said.reduce((sum, [, i]) => sum + k.weights[i], 0);
    let reached = 0;
    for (const [value, i] of said) if ((reached += k.weights[i]) >= 0.5 * total) return value;
    return said[said.length - 1][0];
  },
  "support vectors": (k) => {
    const wide = k.vectors.length / k.weights.length;
    const known = shaped(k.vectors, wide);
    return (row) => known.reduce((total, v, i) => total + k.weights[i] * Math.exp(-k.gamma * row.reduce((s, x, j) => s + (x - v[j]) ** 2, 0)), k.intercept);
  },
  "gaussian process": (k) => {
    const known = shaped(k.known, k.known.length / k.weights.length);
    const alike = likeness(k.likeness);
    return (row) => k.mean + k.scale * known.reduce((total, v, i) => total + k.weights[i] * alike(row, v), 0);
  },
  splines: (k) => (row) => [].concat(...k.each.map((s, i) => spline(s, row[i]))),
  scale: (k) => {
    const of = (x, i) => (typeof x === "number" ? x : x[i]);
    return (row) => (typeof row === "number" ? (row - of(k.mean, 0)) / of(k.scale, 0) : row.map((x, i) => (x - of(k.mean, i)) / of(k.scale, i)));
  },
  products: (k) => (row) => {
    const longer = [...row, 1];
    return Array.from(k.first, (i, n) => longer[i] * longer[k.second[n]]);
  },
  select: (k) => (row) => Array.from(k.kept, (i) => row[i]),
  stacked: (k) => {
    const [steps, last] = [k.steps.map(step), step(k.last)];
    return (row) => {
      const said = steps.map((one) => one(row));
      return last(k.through ? [...said, ...row] : said);
    };
  },
};
function spline(s, value) {
  const inside = Math.min(Math.max(value, s.starts[0]), s.high);
  const piece = bisect(Array.from(s.starts).slice(1), inside, true);
  const away = inside - s.starts[piece];
  const curves = s.pieces.shape[2];
  const powers = s.pieces.length / s.starts.length / curves;
  return Array.from({ length: curves }, (_, c) => {
    let total = s.pieces[piece * powers * curves + c];
    for (let p = 1; p < powers; p += 1) total = total * away + s.pieces[(piece * powers + p) * curves + c];
    return s.slopes === null ? total : total + (value - inside) * s.slopes[(value > inside ? curves : 0) + c];
  });
}
function step(kept) {
  if (!STEPS[kept.kind]) throw new NotKnown(kept.kind);
  return STEPS[kept.kind](kept);
}

const encoders = new Map(); // The document of an encoding -> the encoder
const encoderOf = (kept) => encoders.get(kept) || encoders.set(kept, new Encoder(kept)).get(kept);
const without = (clean, column) => {
  const rest = new Map(clean);
  rest.delete(column);
  return rest;
};

class Packed {
  constructor(kept) {
    this.kept = kept;
    this.members = kept.members.map((m) => ({ weight: m.weight, encoder: encoderOf(kept.encoders[m.encoder]), step: step(m.step), kept: m.step }));
    this.classes = kept.classes;
  }
  one(clean) {
    const said = this.members.map((m) => [m.weight, m.step(m.encoder.row(clean))]);
    if (!this.classes) return said.reduce((total, [w, x]) => total + w * x, 0);
    return Array.from(said[0][1], (_, k) => said.reduce((total, [w, x]) => total + w * x[k], 0));
  }
  // What each input adds, where that is exact; null for other models
  parts(clean) {
    const [member, ...others] = this.members;
    if (others.length || this.classes || member.kept.kind !== "linear" || typeof member.kept.intercept !== "number") return null;
    const unknown = member.encoder.row(new Map());
    const row = member.encoder.row(clean);
    const found = new Map([["base", member.step(unknown)]]);
    member.encoder.inputs.forEach((name) => found.set(name, 0));
    member.encoder.shown.forEach((w, i) => {
      const { name } = member.encoder.wide[w];
      found.set(name, found.get(name) + (row[i] - unknown[i]) * member.kept.coefficients[i]);
    });
    return found;
  }
}
class PackedGroups {
  constructor(kept) {
    Object.assign(this, { column: kept.column, added: kept.added, inner: new Packed(kept.inner) });
    this.classes = this.inner.classes;
  }
  one(clean) {
    const [said, added] = [this.inner.one(without(clean, this.column)), this.added.get(clean.get(this.column))];
    if (!this.classes) return added ? said + added[0] : said;
    const moved = said.map((p, k) => Math.min(Math.max(p, 1e-6), 1) * Math.exp(added ? added[this.classes[k]] : 0));
    const total = moved.reduce((a, b) => a + b, 0);
    return moved.map((x) => x / total);
  }
  parts(clean) {
    const found = this.inner.parts(without(clean, this.column));
    const added = this.added.get(clean.get(this.column));
    return found && found.set(this.column, added ? added[0] : 0);
  }
}

// ---- how sure: `models.uncertainty` ----

const LARGEST = Math.log(5);
class Errors {
  constructor(kept) {
    Object.assign(this, kept);
    this.known = kept.latent.length ? kept.latent : kept.residuals;
  }
  reach(coverage) {
    if (!(coverage > 0 && coverage < 1)) throw py.error("ValueError", `coverage ${coverage}`);
    const [n, tail] = [this.residuals.length, (1 - coverage) / 2];
    const lower = Math.floor(tail * (n + 1) + 1e-9) - 1;
    const upper = Math.ceil((1 - tail) * (n + 1) - 1e-9) - 1;
    if (lower < 0 || upper > n - 1) throw py.error("ValueError", `${n} errors are too few`);
    return [this.residuals[lower], this.residuals[upper]];
  }
  interval(estimate, reach, scale) {
    const clip = (x) => Math.min(Math.max(x, this.low), this.high);
    const [lower, upper] = reach.map((r) => clip(estimate + scale * r));
    const { grid } = this;
    if (!grid.length) return [lower, upper];
    const first = bisect(grid, lower - 1e-9);
    const last = bisect(grid, upper + 1e-9, true) - 1;
    if (first <= last) return [grid[first], grid[last]];
    const middles = Array.from(grid).slice(1).map((x, i) => (x + grid[i]) / 2);
    const nearest = grid[bisect(middles, (lower + upper) / 2)];
    return [nearest, nearest];
  }
  cut(threshold) {
    const { grid, cuts } = this;
    if (!grid.length) return threshold;
    const i = bisect(grid, threshold - 1e-9);
    if (i === 0 || i === grid.length) return i ? Infinity : -Infinity;
    return cuts.length ? cuts[i - 1] : (grid[i - 1] + grid[i]) / 2;
  }
  atLeast(estimate, threshold, scale) {
    const cut = this.cut(threshold);
    if (threshold <= this.low || cut === -Infinity) return 1;
    if (threshold > this.high || cut === Infinity) return 0;
    return 1 - (bisect(this.known, (cut - estimate) / scale) + 0.5) / (this.known.length + 1);
  }
}

class ErrorSize {
  constructor(kept) {
    Object.assign(this, kept);
    this.encoder = encoderOf(kept.encoder);
  }
  unknownFactor(blank) {
    if (!blank.size || !this.price) return 1;
    const open = this.encoder.open(blank);
    const variance = dot(this.encoder.solveOpen(open, this.worth), this.worth);
    let factor = Math.sqrt(1 + this.price * variance);
    if (this.surprise.length) {
      const total = this.encoder.inputs.reduce((sum, name, i) => sum + (blank.has(name) ? this.surprise[i] : 0), 0);
      factor *= Math.exp(Math.min(Math.max(total, -1), 1));
    }
    return factor;
  }
  knownFactor(clean, estimate) {
    if (!this.curve.length) return 1;
    let log = between(this.knots, this.curve, estimate);
    if (this.columns.length) log += dot(this.encoder.row(clean), this.columns);
    return Math.exp(Math.min(Math.max(log, -LARGEST), LARGEST));
  }
}

const blanksOf = (clean) => new Set([...clean].filter(([, v]) => v === null).map(([k]) => k));
class Calibration {
  constructor(kept) {
    this.general = new Errors(kept.general);
    this.size = kept.size && new ErrorSize(kept.size);
    this.starts = kept.unknown.map(([start]) => start);
    this.shapes = [this.general, ...kept.unknown.map(([, shape]) => new Errors(shape))];
    this.ready = new Map();
  }
  shapeFor(factor) {
    return this.shapes[bisect(this.starts, factor * (1 + 1e-12), true)]; // A start is the factor of some blanks, to the last digit
  }
  wide(shape, coverage) {
    const everyone = this.general.reach(coverage);
    const n = this.general.residuals.length;
    if (shape === this.general) return everyone;
    if (shape.residuals.length >= n) return shape.reach(coverage);
    try {
      return shape.reach(coverage);
    } catch (fault) {
      const last = shape.residuals[shape.residuals.length - 1];
      return [Math.min(everyone[0], shape.residuals[0]), Math.max(everyone[1], last)];
    }
  }
  answer(clean, estimate, coverage, threshold) {
    const blank = blanksOf(clean);
    const key = [...blank].join("\n");
    if (!this.ready.has(key)) this.ready.set(key, this.size ? this.size.unknownFactor(blank) : 1);
    const more = this.ready.get(key);
    const shape = this.size ? this.shapeFor(more) : this.general;
    const scale = more * (this.size ? this.size.knownFactor(clean, estimate) : 1);
    const ends = shape.interval(estimate, this.wide(shape, coverage), scale);
    return [...ends, threshold === null ? null : shape.atLeast(estimate, threshold, scale)];
  }
  worthAsking(clean) {
    const blank = blanksOf(clean);
    if (!this.size) return [];
    const width = (open) => {
      const factor = this.size.unknownFactor(open);
      const [low, high] = this.shapeFor(factor).reach(0.8);
      return factor * (high - low);
    };
    const all = width(blank);
    return [...blank].map((name) => [name, Math.max(0, 1 - width(new Set([...blank].filter((n) => n !== name))) / all)]);
  }
}
class Cases {
  constructor(kept, kind) {
    this.column = kept.column;
    this.known = new Set(kept.known);
    [this.seen, this.new] = [new kind(kept), new kind(kept.new)];
  }
  of(clean) {
    return this.known.has(clean.get(this.column)) ? this.seen : this.new;
  }
  answer(clean, ...asked) {
    return this.of(clean).answer(without(clean, this.column), ...asked);
  }
  honest(proba, clean) {
    return this.of(clean).honest(proba, without(clean, this.column));
  }
  possible(proba, clean, coverage) {
    return this.of(clean).possible(proba, clean, coverage);
  }
  worthAsking(clean) {
    return this.of(clean).worthAsking(without(clean, this.column));
  }
}
const toOne = (proba) => {
  const total = proba.reduce((a, b) => a + b, 0);
  return proba.map((p) => p / total);
};
const clip = (x, low, high) => Math.min(Math.max(x, low), high);
class Chances {
  constructor(kept) {
    Object.assign(this, kept);
    this.size = kept.size && new ErrorSize(kept.size);
  }
  mapped(proba) {
    const known = proba.map((p) => clip(p, 1e-6, 1));
    if (this.curves.length) return toOne(known.map((p, k) => clip(between(this.curves[k][0], this.curves[k][1], p), 1e-4, 1)));
    if (this.method === "as it is") return toOne(known);
    const logs = known.map((p, k) => this.power * Math.log(p) + (this.shift.length ? this.shift[k] : 0));
    const top = Math.max(...logs);
    return toOne(logs.map((x) => Math.exp(x - top)));
  }
  // Which outcomes cannot be ruled out
  possible(proba, clean, coverage) {
    const first = proba.indexOf(Math.max(...proba));
    return proba.map((p, k) => {
      const known = this.truths[k] || [];
      const rank = Math.floor((1 - coverage) * (known.length + 1) + 1e-9);
      return k === first || rank < 1 || p >= known[rank - 1];
    });
  }
  honest(proba, clean) {
    const [found, blank] = [this.mapped(proba), blanksOf(clean)];
    if (!this.size || !blank.size) return found;
    const factor = this.size.unknownFactor(blank);
    return toOne(found.map((p, k) => this.base[k] * Math.exp((Math.log(clip(p, 1e-6, 1)) - Math.log(this.base[k])) / factor)));
  }
}
const CALIBRATIONS = {
  calibration: (k) => new Calibration(k),
  "calibration with groups": (k) => new Cases(k, Calibration),
  probabilities: (k) => new Chances(k),
  "probabilities with groups": (k) => new Cases(k, Chances),
};

// ---- the predictor: `models.predictor` ----

class Stage {
  constructor(about, [model, calibration, moments]) {
    this.schema = this.schema_ = about.schema;
    this.names = new Set(about.schema.names);
    this.familiarity = about.familiarity;
    this.moments = moments;
    this.levels = about.schema.target.levels;
    this.model = model.kind === "model with groups" ? new PackedGroups(model) : new Packed(model);
    if (!CALIBRATIONS[calibration.kind]) throw new NotKnown(calibration.kind);
    this.calibration = CALIBRATIONS[calibration.kind](calibration);
  }
  estimate(clean) {
    const { target } = this.schema;
    if (!this.levels.length) return clip(this.model.one(clean), target.low, target.high);
    const proba = Array(this.levels.length).fill(1e-4);
    this.model.one(clean).forEach((p, k) => (proba[this.model.classes[k]] += p));
    return this.calibration.honest(toOne(proba), clean);
  }
  answer(clean, coverage, threshold, flags) {
    const found = this.estimate(clean);
    if (!this.levels.length) {
      const [lower, upper, probability] = this.calibration.answer(clean, found, coverage, threshold);
      return py.made("Prediction", { estimate: found, lower, upper, probability, threshold, coverage, flags, stage: null });
    }
    const shares = new Map(this.levels.map((level, k) => [level, found[k]]));
    const first = this.levels.indexOf(threshold);
    const chance = threshold === null ? null : this.schema.target.ordered ? found.slice(first).reduce((a, b) => a + b, 0) : found[first];
    const outcome = this.levels.reduce((best, x) => (shares.get(x) > shares.get(best) ? x : best));
    const inside = this.calibration.possible(found, clean, coverage);
    const possible = this.levels.filter((_, k) => inside[k]);
    return py.made("OutcomePrediction", { outcome, probabilities: shares, probability: chance, threshold, flags, stage: null, outcome_set: possible, coverage });
  }
}

class SchoolPredictor {
  constructor(page) {
    const known = page.schema;
    this.schema = this.schema_ = known;
    this.page = page;
    const stages = [...page.stages].map(([name, about]) => [name, new Stage(about, page.kept.get(name))]);
    this.last = stages[0][1];
    this.stages_ = new Map(stages.slice(1));
    this.fields = new Map([...known.columns, known.target.column].map((c) => [c.name, c]));
    this.reads = new Map([...this.fields.keys()].map((name) => [name, new Map()]));
    this.reader = { record: (record) => this.record(record), schema: known, columns: this.fields, value: (name, value) => this.value(name, value) };
    this.range = [known.target.low, known.target.high];
  }
  at(stage) {
    return this.stages_.get(stage) || this.last;
  }
  // What one field says; each different one is read once
  value(name, value) {
    const memory = this.reads.get(name);
    const key = typeof value === "string" ? value : `${typeof value} ${value}`;
    if (!memory.has(key)) {
      if (memory.size > 20000) memory.clear();
      memory.set(key, reader_read_cells(this.fields.get(name), [value])[0]);
    }
    return memory.get(key);
  }
  record(record) {
    if (record.clean) return record;
    const given = record instanceof Map ? record : new Map(Object.entries(record));
    const names = schema_rename_header(this.schema, [...given.keys()]);
    const clean = this.blank();
    let [faulty, count, unknown] = [false, 0, false];
    given.forEach((value, header) => {
      const name = names.get(header);
      if (name !== undefined && clean.has(name)) {
        count += 1;
        faulty = this.enter(clean, name, value) || faulty;
      }
      unknown = unknown || name === undefined;
    });
    if (!faulty && count && !unknown) return clean;
    throw new py.Fault("RecordError", "", { faults: reader__record_faults(this.reader, given, names, false, nearest) });
  }
  blank() {
    return Object.assign(new Map(this.schema.names.map((name) => [name, null])), { new: new Map(), clean: true });
  }
  // Puts a cell into a clean record; true if it is wrong
  enter(clean, name, cell) {
    const read = this.value(name, cell);
    clean.set(name, read.value);
    if (read.change === value_NEW_WORD) clean.new.set(name, reader_as_word(cell) || "");
    return Boolean(read.reason);
  }
  stageOf(clean) {
    const known = this.schema.columns.filter((c) => clean.get(c.name) !== null || clean.new.has(c.name));
    return this.schema.stages[Math.max(0, ...known.map((c) => this.schema.stage_of(c)))];
  }
  predict_one(record, coverage = 0.9, threshold = null, at = null) {
    if (coverage !== null && typeof coverage === "object") ({ coverage = 0.9, threshold = null } = coverage);
    return this.ask(this.record(record), coverage, threshold, at);
  }
  ask(clean, coverage, threshold, at = null) {
    if (!this.stages_.size) return this.last.answer(clean, coverage, threshold, this.last.familiarity.flags(clean));
    const name = at || this.stageOf(clean);
    const stage = this.at(name);
    const kept = this.only(clean, stage);
    const notes = this.stages_.has(name) ? [predictor__not_yet(this, name)] : [];
    const found = stage.answer(kept, coverage, threshold, [...stage.familiarity.flags(kept), ...notes]);
    return Object.assign(found, { stage: name });
  }
  only(clean, stage) {
    const kept = new Map([...clean].filter(([name]) => stage.names.has(name)));
    return Object.assign(kept, { new: new Map([...clean.new].filter(([name]) => stage.names.has(name))), clean: true });
  }
  // The chance alone, without flags: for places and reasons
  chance(clean, goal) {
    const stage = this.stages_.size ? this.at(this.stageOf(clean)) : this.last;
    const found = stage.answer(this.only(clean, stage), 0.9, goal, []);
    return found.kind === "Prediction" ? found.probability : found.probabilities.get(goal);
  }
  contributions(record) {
    const clean = this.record(record);
    const stage = this.stages_.size ? this.at(this.stageOf(clean)) : this.last;
    const own = this.only(clean, stage);
    const found = stage.model.parts(own);
    if (!found) return null;
    const parts = new Map([["base", found.get("base")], ...this.schema.names.map((n) => [n, found.get(n) || 0])]);
    const total = [...parts.values()].reduce((a, b) => a + b, 0);
    return parts.set("clipping", stage.estimate(own) - total);
  }
}

py.give("Target", {
  as_column() {
    return this.column;
  },
});
py.give("Schema", {
  column(name) {
    return [...this.columns, this.target.column].find((c) => c.name === name);
  },
  stage_of(column) {
    return column.known === null ? 0 : this.stages.indexOf(column.known);
  },
});

// What was kept, with its arrays as numbers
function unpacked(kept, packed) {
  const kinds = { u1: Uint8Array, u2: Uint16Array, i4: Int32Array, f8: Float64Array };
  const arrays = {};
  Object.entries(packed).forEach(([name, { type, data, shape }]) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const found = new kinds[type](bytes.length / kinds[type].BYTES_PER_ELEMENT);
    const read = { u1: "getUint8", u2: "getUint16", i4: "getInt32", f8: "getFloat64" }[type];
    for (let i = 0; i < found.length; i += 1) found[i] = view[read](i * found.BYTES_PER_ELEMENT, true);
    arrays[name] = shape.length ? Object.assign(found, { shape }) : found[0];
  });
  return py.revived(kept, arrays);
}
function opened(text) {
  const { kept, arrays, ...page } = JSON.parse(text);
  const made = Object.fromEntries(Object.entries(page).map(([name, value]) => [name, py.revived(value)]));
  made.kept = unpacked(kept, arrays);
  const { target } = made.schema;
  Object.assign(made.display, { target });
  made.list.display = made.display;
  compareRules.names = made.rules;
  displayFor.shown = made.display;
  return new SchoolPredictor(made);
}
const displayFor = () => displayFor.shown;

// ---- what Python asks numpy and pandas for ----

class Series {
  constructor(pairs) {
    this.pairs = pairs;
    this.iloc = { cut: (from, to) => new Series(pairs.slice(from ?? 0, to ?? pairs.length)) };
  }
  get length() {
    return this.pairs.length;
  }
  items() {
    return this.pairs;
  }
  head(n) {
    return this.iloc.cut(0, n);
  }
  sum() {
    return this.pairs.reduce((total, [, x]) => total + x, 0);
  }
}
const scaledParts = (predictor, clean) => [predictor.contributions(clean), predictor.schema.target.label, predictor.schema.target.unit || "points"];
const rankedParts = (predictor, parts) => new Series(predictor.schema.names.map((n) => [n, parts.get(n)]).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])));
function reasonsFor(display, predictor, record, goal) {
  const parts = display.kind === "ScoreDisplay" ? predictor.contributions(record) : null;
  if (!parts) throw py.error("ValueError", predictor.page.words.get("no reasons"));
  return [parts, explanation_explain_in_words(predictor, record)];
}

// Where a number is to be expected, given the student's other entries
function usualRange(stage, clean, column) {
  if (!stage.moments || column.kind === "Categorical") return [-Infinity, Infinity];
  const encoder = encoderOf(stage.moments);
  const wide = encoder.oneHot(clean);
  const place = encoder.wide.findIndex((w) => w.name === column.name);
  if (place < 0) return [-Infinity, Infinity];
  const known = wide.map((x, i) => (i !== place && !Number.isNaN(x) ? i : -1)).filter((i) => i >= 0);
  const cov = encoder.covariance2;
  const slopes = solve(known.map((i) => known.map((j) => cov[i][j])), known.map((i) => cov[i][place]), 1e-11);
  const center = encoder.mean[place] + known.reduce((total, i, k) => total + slopes[k] * (wide[i] - encoder.mean[i]), 0);
  const rest = cov[place][place] - known.reduce((total, i, k) => total + slopes[k] * cov[i][place], 0);
  const reach = 3 * Math.sqrt(Math.max(rest, 0));
  return [center - reach, center + reach];
}
function valuesToTry(column, seen, now, points) {
  const room = schema_room_for_change(column);
  if (column.kind === "Categorical") return column.levels.filter((level) => room.includes(level) || level === now);
  let [low, high] = [Math.max(seen[0], room[0]), Math.min(seen[1], room[1])];
  if (!(low < high)) [low, high] = room;
  let grid = Array.from({ length: points }, (_, i) => (i === points - 1 ? high : low + i * ((high - low) / (points - 1))));
  if (column.integer) grid = [...new Set(grid.map((x) => py.round(x)))];
  if (now === null) return grid;
  return [...new Set([...grid, now])].sort((a, b) => a - b);
}
function otherEntries(display, predictor, record, name, goal) {
  const column = predictor.schema.column(name);
  const { stages } = predictor.schema;
  const stage = column.known || stages[0] || null;
  const staged = stage === null || stage === stages[stages.length - 1] ? null : predictor.at(stage);
  const later = staged ? predictor.schema.columns.filter((c) => !staged.names.has(c.name)) : [];
  const clean = predictor.record(record);
  const own = later.length ? staged : predictor.stages_.size ? predictor.at(predictor.stageOf(clean)) : predictor.last;
  const student = predictor.only(clean, own);
  const now = student.get(name);
  const seen = predictor.last.familiarity.ranges.get(name) || [0, 0];
  const [low, high] = usualRange(later.length ? staged : predictor.last, later.length ? student : clean, column);
  const rows = valuesToTry(column, seen, now, 9).map((value) => {
    const changed = Object.assign(new Map(clean).set(name, value), { new: new Map(clean.new), clean: true });
    changed.new.delete(name);
    if (later.length) later.forEach((c) => changed.set(c.name, null));
    const found = later.length ? own.answer(predictor.only(changed, own), 0.9, goal, []) : predictor.ask(changed, 0.9, goal);
    const row = { value, now: value === now, usual: column.kind === "Categorical" || (value >= low && value <= high) };
    if (found.kind !== "Prediction") return { ...row, estimate: found.probabilities.get(goal), lower: NaN, upper: NaN };
    const told = { ...row, estimate: found.estimate, lower: found.lower, upper: found.upper };
    return goal === null ? told : { ...told, probability: found.probability };
  });
  const table = new Table(rows);
  const names = later.map((c) => c.label).join(", ");
  table.attrs.set("left_open", later.length ? predictor.page.words.get("left open").replace("{}", () => names) : "");
  return table;
}

// ---- the nearest word: `difflib` ----

function matching(a, b) {
  const places = new Map();
  [...b].forEach((c, j) => places.set(c, [...(places.get(c) || []), j]));
  if (b.length >= 200) places.forEach((all, c) => all.length > Math.floor(b.length / 100) + 1 && places.delete(c));
  const longest = (alo, ahi, blo, bhi) => {
    let best = [alo, blo, 0];
    let lengths = new Map();
    for (let i = alo; i < ahi; i += 1) {
      const next = new Map();
      for (const j of places.get(a[i]) || []) {
        if (j < blo) continue;
        if (j >= bhi) break;
        const k = (lengths.get(j - 1) || 0) + 1;
        next.set(j, k);
        if (k > best[2]) best = [i - k + 1, j - k + 1, k];
      }
      lengths = next;
    }
    return best;
  };
  const todo = [[0, a.length, 0, b.length]];
  let total = 0;
  while (todo.length) {
    const [alo, ahi, blo, bhi] = todo.pop();
    const [i, j, k] = longest(alo, ahi, blo, bhi);
    if (!k) continue;
    total += k;
    if (alo < i && blo < j) todo.push([alo, i, blo, j]);
    if (i + k < ahi && j + k < bhi) todo.push([i + k, ahi, j + k, bhi]);
  }
  return total;
}
function nearest(word, allowed) {
  const folded = new Map(py.list(allowed).map((a) => [py.call(String(a), "casefold", []), String(a)]));
  const asked = [...py.call(py.call(py.str(word), "strip", []), "casefold", [])];
  let best = ["", -1];
  folded.forEach((name, key) => {
    const letters = [...key];
    const size = letters.length + asked.length;
    const alike = size ? (2 * matching(letters, asked)) / size : 1;
    if (alike >= 0.5 && (alike > best[1] || (alike === best[1] && py.order(key, best[2]) > 0))) best = [name, alike, key];
  });
  return best[0];
}

// ---- a class: `app.classroom` ----

const studentNames = (checked) => checked.names;

// Cells of a text, by the sign that most lines have equally often outside of quotes
// The cells of a text, and the line at which each row begins.
function cellsOf(text) {
  const plain = text.replace(/^\ufeff/, "");
  const split = (by) => {
    const rows = [[]];
    const lines = [1];
    let [cell, quoted, line, i] = ["", false, 1, 0];
    for (; i < plain.length; i += 1) {
      const c = plain[i];
      if (c === "\n" || (c === "\r" && plain[i + 1] !== "\n")) line += 1;
      if (quoted) {
        if (c !== '"') cell += c;
        else if (plain[i + 1] === '"') cell += plain[(i += 1)];
        else quoted = false;
      } else if (c === '"' && cell === "") quoted = true;
      else if (c === by || c === "\n" || c === "\r") {
        if (c === "\r" && plain[i + 1] === "\n") continue;
        rows[rows.length - 1].push(cell);
        cell = "";
        if (c !== by) [rows, lines].forEach((kept, which) => kept.push(which ? line : []));
      } else cell += c;
    }
    rows[rows.length - 1].push(cell);
    return rows.map((cells, k) => ({ cells, line: lines[k] }));
  };
  const head = plain.slice(0, 20000);
  const count = (by) => {
    const lines = head.split(/\r\n|[\n\r]/).filter((line) => line.trim()).slice(0, 20).map((line) => line.replace(/"[^"]*"/g, "").split(by).length - 1);
    return lines.length && Math.min(...lines) > 0 ? (new Set(lines).size === 1 ? 1000 : 0) + lines[0] : Math.max(0, ...lines) / 1000;
  };
  const signs = [",", ";", "\t", "|"].map((by) => [count(by), by]);
  const delimiter = signs.reduce((best, one) => (one[0] > best[0] ? one : best))[1];
  return { rows: split(delimiter), delimiter };
}

// From a text to students, by the rules of the library: where the header is, and which rows are none (`layout.RowSieve`).
function studentsOf(predictor, text, name) {
  const { rows, delimiter } = cellsOf(text);
  const is = (row) => row.cells.length > 1 || row.cells[0].trim(); // A line with nothing in it is none
  if (!rows.some(is)) throw py.error("ValueError", predictor.page.words.get("no rows"));
  const width = Math.max(...rows.slice(0, predictor.page.limits.get("head")).map((row) => row.cells.length));
  const even = (cells, n) => Array.from({ length: n }, (_, i) => (cells[i] ?? "").trim());
  const head = layout_find_header(rows.slice(0, predictor.page.limits.get("head")).map((row) => even(row.cells, width)));
  const used = even(rows[head.line].cells, width).reduce((last, cell, i) => (cell ? i + 1 : last), 0);
  const named = head.names.slice(0, used);
  const body = rows.slice(head.first).filter(is);
  const wide = body.filter((row) => row.cells.slice(used).some((cell) => cell.trim())).map((row) => row.line);
  if (wide.length) throw py.error("ValueError", layout_told_too_wide(name, wide, delimiter));
  const cells = body.map((row) => even(row.cells, used)); // What leaves the page is as it came: `came`
  const came = [];
  const sample = cells.slice(0, predictor.page.limits.get("head"));
  const columns = layout_learn_columns(sample);
  const [aside, kept, doubts] = [[], [], []];
  let label = -2;
  cells.forEach((row, i) => {
    let reason = layout_why_no_student(row, named, columns, () => kept, label === i - 1);
    if (!reason && !kept.length) reason = layout_below_the_header(row, columns, sample);
    const word = layout_row_label(row.find((cell) => cell) || "");
    if (reason) {
      aside.push({ line: body[i].line, reason });
      if (word) label = i;
      return;
    }
    if (word === "sure" || (word === "maybe" && columns.who.length < 2)) doubts.push(row.filter((cell) => cell).join(" ").slice(0, 40));
    kept.push(row);
    came.push(Array.from({ length: used }, (_, k) => body[i].cells[k] ?? ""));
  });
  const notes = [...head.notes, ...(aside.length ? [sheets_told_aside(new Table(aside))] : []), ...doubts.slice(0, 3).map((row) => sheets_told_kept(row))];
  if (!kept.length) throw py.error("ValueError", predictor.page.words.get("no rows"));
  return { header: named, rows: came, notes: notes.join(" ") };
}
const numberIn = (text) => {
  const plain = text.replace(/[\s\xa0\u202f%'’*]/g, "");
  const point = plain.includes(",") && !plain.includes(".") ? plain.replaceAll(",", ".") : plain;
  const value = point.replaceAll(",", "");
  return value === "" ? NaN : Number(value);
};
const beginningWith = (rows, front, text) => rows.filter((row) => row[front] === text);
// Which figures of the students above the numbers of a row are: `layout.summarizes`
function summarizes(row, above) {
  const fits = new Map();
  let columns = 0;
  row.forEach((text, place) => {
    const values = Vector.from(above.map((one) => numberIn(one[place])).filter((x) => !Number.isNaN(x)));
    if (values.length < 3 || Math.max(...values) === Math.min(...values)) return;
    columns += 1;
    const decimals = text.replaceAll(",", ".").split(".").slice(1).join(".").replace(/^[% ]+|[% ]+$/g, "").length;
    const number = numberIn(text);
    const near = Math.max(0.51 * 10 ** -decimals, 1e-9 * Math.abs(number));
    const mean = values.mean();
    const squares = values.reduce((total, x) => total + (x - mean) ** 2, 0);
    const spread = [Math.sqrt(squares / values.length), Math.sqrt(squares / (values.length - 1))];
    const figures = { sum: [values.sum()], mean: [mean], median: [values.median()], count: [values.length], largest: [Math.max(...values)], smallest: [Math.min(...values)], spread };
    Object.entries(figures).forEach(([name, some]) => fits.set(name, (fits.get(name) || 0) + Number(some.some((figure) => Math.abs(figure - number) <= near))));
  });
  return new Set([...fits].filter(([, count]) => count >= Math.max(2, 0.8 * columns)).map(([name]) => name));
}

// Which header is which column, as far as it is certain, and who is named where: `mapping.guess_map`
function certainColumns(predictor, { header, rows }) {
  const names = schema_rename_header(predictor.schema, header);
  const columns = new Map([...names].filter(([, name]) => predictor.schema.names.includes(name)).map(([h, name]) => [name, h]));
  return { columns, student: studentHeader(predictor, header, rows, columns), group: "" };
}
// The headers that may stand for the columns that are lacking: `mapping.guess_columns`
function guessColumns(predictor, { header, rows }, sure) {
  const free = header.filter((h) => ![...sure.values()].includes(h));
  const lacking = predictor.schema.columns.filter((c) => !sure.has(c.name));
  const fits = (h, column) => {
    const some = rows.map((row) => row[header.indexOf(h)] ?? null).filter((cell) => cell !== null).slice(0, 200);
    const reads = new Map(reader_read_cells(column, [...new Set(some)]).map((read, i) => [[...new Set(some)][i], read]));
    return some.length && 1 - some.filter((cell) => reads.get(cell).reason || reads.get(cell).change === value_NEW_WORD).length / some.length;
  };
  return mapping_pair_columns(free, lacking, fits);
}

// What each row of a list says, with every fault: `reader.Reader.table`, under the headers that are certain or were agreed
function checkClass(predictor, header, rows, use = certainColumns(predictor, { header, rows })) {
  const target = [...schema_rename_header(predictor.schema, header)].find(([, name]) => name === predictor.schema.target.name);
  const columns = new Map([...use.columns].filter(([, h]) => h));
  if (!columns.size) throw py.error("ValueError", predictor.page.words.get("no columns"));
  if (target && ![...columns.values()].includes(target[0])) columns.set(target[1], target[0]);
  const [mended, faults, bad] = [[], [], new Set()];
  const clean = rows.map(() => predictor.blank());
  for (const [name, column] of predictor.fields) {
    if (!columns.has(name)) continue;
    const place = header.indexOf(columns.get(name));
    const cells = rows.map((row) => row[place] ?? null);
    const known = [...new Set(cells)];
    const reads = new Map(reader_read_cells(column, known).map((read, i) => [known[i], read]));
    const changes = new Map();
    cells.forEach((cell, i) => {
      const read = reads.get(cell);
      if (read.change) changes.set(read.change, (changes.get(read.change) || 0) + 1);
      if (read.reason) faults.push({ row: i + 1, column: name, cell, reason: read.reason, order: faults.length });
      if (read.reason) bad.add(i);
      if (!clean[i].has(name)) return;
      clean[i].set(name, read.value);
      if (read.change === value_NEW_WORD) clean[i].new.set(name, reader_as_word(cell) || "");
    });
    changes.forEach((count, change) => mended.push({ column: name, change, count }));
  }
  const near = new Map();
  const guess = (f, value) => {
    const key = `${f.column}\n${value}`;
    if (!near.has(key)) near.set(key, near.size < 1000 ? reader_nearest_level(predictor.fields.get(f.column), value) : "");
    return near.get(key);
  };
  faults.sort((a, b) => a.row - b.row || a.order - b.order);
  faults.forEach((f) => Object.assign(f, { value: dialect_is_blank(f.cell) ? "" : f.cell }));
  faults.forEach((f) => Object.assign(f, { nearest: guess(f, f.value) }));
  const accepted = [...rows.keys()].filter((i) => !bad.has(i));
  const blanks = new Map(predictor.schema.names.map((n) => [n, accepted.filter((i) => clean[i].get(n) === null).length]).filter(([, n]) => n));
  const place = header.indexOf(use.student);
  return {
    ...{ header, accepted, clean, blanks, raw: rows, rejected: [...bad].sort((a, b) => a - b) },
    ...{ mended: new Table(mended), faults: new Table(faults), names: rows.map((row) => (place < 0 ? "" : row[place] || "")) },
    use: { ...use, columns },
  };
}
function studentHeader(predictor, header, rows, used) {
  const free = header.filter((h) => ![...used.values(), predictor.schema.target.name].includes(h));
  const known = predictor.schema.identifiers.filter((h) => header.includes(h));
  const said = free.filter((h) => roles_names_a_student(h) || roles_header_words(h).includes("name"));
  const cellsUnder = (h) => rows.map((row) => row[header.indexOf(h)] || "");
  const few = (h) => [...new Set(cellsUnder(h))].length <= predictor.page.limits.get("groups") && new Set(cellsUnder(h)).size > 1;
  const group = free.find((h) => roles_names_a_group(h) && few(h));
  const apart = [predictor.schema.group, predictor.schema.cohort, header.includes(predictor.schema.group) ? "" : group];
  const words = free.filter((h) => {
    const cells = cellsUnder(h);
    return !apart.includes(h) && (!cells.every((c) => c.trim() && !Number.isNaN(Number(c))) || new Set(cells).size === cells.length);
  });
  return [...known, ...said, ...words][0] || "";
}
function slopesOf(predictor, records, goal) {
  const { doubt, schema } = predictor.page;
  if (!schema.target.is_numeric) return records.map((r) => Math.sqrt((predictor.chance(r, goal) * (1 - predictor.chance(r, goal))) / doubt.students));
  const step = (schema.target.high - schema.target.low) / 100;
  const away = doubt.sd ? (goal - doubt.mean) / doubt.sd : 0;
  const error = doubt.rmse * Math.sqrt((1 + away * away) / doubt.students);
  return records.map((r) => ((predictor.chance(r, goal - step) - predictor.chance(r, goal + step)) / (2 * step)) * error);
}
function mainReason(predictor, clean, miss, goal) {
  let best = [-Infinity, null];
  predictor.page.typical.forEach((value, name) => {
    if (predictor.schema.column(name).protected) return;
    const changed = Object.assign(new Map(clean).set(name, value), { new: clean.new, clean: true });
    const gain = clean.get(name) === null ? 0 : miss - (1 - predictor.chance(changed, goal));
    if (gain > best[0]) best = [gain, name];
  });
  return best[1] === null ? "" : places__reason(predictor.schema.column(best[1]), clean.get(best[1]), best[0]);
}

// Answers for a list that was checked: what `classroom.answer_class` gives
function answerClass(predictor, checked, goal) {
  const score = predictor.schema.target.is_numeric;
  const records = checked.accepted.map((i) => checked.clean[i]);
  const found = records.map((clean) => predictor.ask(clean, 0.9, goal));
  const rows = checked.accepted.map((i, k) => {
    const p = found[k];
    const about = { row: i + 1, student: checked.names[i], flags: p.flags };
    if (score) return { ...about, estimate: p.estimate, lower: p.lower, upper: p.upper, chance: p.probability ?? NaN, width: p.upper - p.lower };
    const sure = p.probabilities.get(p.outcome);
    return { ...about, outcome: p.outcome, sure, chance: p.probabilities.get(goal) };
  });
  const miss = goal === null ? null : Vector.from(rows, (row) => 1 - row.chance);
  const reasons = rows.map(() => "");
  if (miss) ranksOf(miss).slice(0, 200).forEach((k) => (reasons[k] = mainReason(predictor, records[k], miss[k], goal)));
  const slopes = miss ? Vector.from(slopesOf(predictor, records, goal)) : 0;
  const answers = score ? null : { at_: (name) => Vector.from(found, (p) => p.probabilities.get(name.slice(2))) };
  const columns = ["row", "student", "flags", ...(score ? ["estimate", "lower", "upper", "chance", "width"] : ["outcome", "sure", "chance"])];
  return { checked, goal, miss, reasons, slopes, answers, predictions: found, rows: new Table(rows, columns) };
}

// The results as `student-perf predict` writes them: the list as it came, then the answers; no cell is a formula
function resultsCsv(predictor, found) {
  const { target } = predictor.schema;
  const score = target.is_numeric;
  const { goal } = found;
  const own = score ? ["predicted", "lower", "upper"].map((part) => `${target.name}_${part}`) : [`${target.name}_predicted`, ...target.levels.map((level) => `p_${level}`)];
  if (!score) own.push(...(target.ordered ? [`p_${goal}_or_better`] : []), `${target.name}_set`);
  if (score && goal !== null) own.push(`p_at_least_${py.format(goal, "g")}`);
  const six = (x) => py.exact(py.round(x, 6));
  const { chosen } = found.checked; // Said in each row: a file travels without its page
  const lines = [[...found.checked.header, ...own, "flags", "advice", ...(chosen ? ["columns"] : [])]];
  found.predictions.forEach((p, k) => {
    const told = score ? [p.estimate, p.lower, p.upper, ...(goal === null ? [] : [p.probability])].map(six) : [p.outcome, ...target.levels.map((level) => six(p.probabilities.get(level))), ...(target.ordered ? [six(p.probability)] : []), p.outcome_set.join(" or ")];
    const came = found.checked.raw[found.checked.accepted[k]];
    lines.push([...found.checked.header.map((_, i) => came[i] ?? ""), ...told, p.flags.join("; "), predictor.page.words.get("advice"), ...(chosen ? [chosen] : [])]);
  });
  return `${lines.map((line) => line.map((cell) => text_quoted_cell(cell)).join(",")).join("\n")}\n`;
}

// ---- how many: `insight.places` ----

const normal = (q) => {
  // Wichura's AS 241
  const r = q - 0.5;
  const ratio = (x, a, b) => a.reduceRight((t, c) => t * x + c, 0) / b.reduceRight((t, c) => t * x + c, 0);
  if (Math.abs(r) <= 0.425)
    return r * ratio(0.180625 - r * r, [3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727], [1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925]);
  const t = Math.sqrt(-Math.log(Math.min(q, 1 - q))) - 1.6;
  const found = ratio(t, [1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4], [1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9]);
  return r < 0 ? -found : found;
};
function countInterval(chances, slopes = 0, coverage = 0.9) {
  const expected = chances.reduce((a, b) => a + b, 0);
  const luck = chances.reduce((total, p) => total + p * (1 - p), 0);
  const shared = (Array.isArray(slopes) ? slopes.reduce((a, b) => a + b, 0) : slopes) ** 2;
  const reach = normal((1 + coverage) / 2) * Math.sqrt(luck + shared);
  const middle = py.round(expected);
  const lower = Math.max(0, Math.min(Math.ceil(expected - reach), middle));
  return py.made("Count", { expected, lower, upper: Math.min(chances.length, Math.max(Math.floor(expected + reach), middle)) });
}
const ranksOf = (need) => [...need.keys()].sort((a, b) => need[b] - need[a] || a - b);
function choosePlaces(need, places) {
  const chosen = Vector.from(need, () => false);
  ranksOf(need).slice(0, places).forEach((i) => (chosen[i] = true));
  return chosen;
}
function compareRules(miss, places, rules, slopes) {
  const shared = Array.isArray(slopes) ? slopes : miss.map(() => slopes);
  const [best, lots] = compareRules.names;
  const rows = [...new Map([[best, miss], ...(rules || [])])].map(([rule, need]) => {
    const chosen = choosePlaces(need, places);
    const own = (x) => [...x].filter((_, i) => chosen[i]);
    const found = countInterval(own(miss), own(shared));
    return { rule, in_need: found.expected, lower: found.lower, upper: found.upper, missed: [...miss].reduce((t, p, i) => t + (chosen[i] ? 0 : p), 0) };
  });
  const total = miss.reduce((a, b) => a + b, 0);
  const n = Math.min(places, miss.length);
  const found = countInterval(Array(n).fill(miss.length ? total / miss.length : 0));
  rows.push({ rule: lots, in_need: found.expected, lower: found.lower, upper: found.upper, missed: total * (1 - n / Math.max(miss.length, 1)) });
  return new Table(rows);
}
Object.assign(py, {
  difflib: { SequenceMatcher: (_, a, b) => ({ ratio: () => (a || b ? (2 * matching([...a], [...b])) / ([...a].length + [...b].length) : 1) }) },
  numpy: {
    argsort: (x) => Vector.from(x.keys()).sort((a, b) => x[a] - x[b] || a - b),
    linspace: (a, b, n) => Vector.from({ length: n }, (_, i) => (i === n - 1 ? b : a + i * ((b - a) / (n - 1)))),
    histogram: (x, edges) => {
      const counts = Vector.from({ length: edges.length - 1 }, () => 0);
      x.forEach((v) => (counts[Math.min(Math.max(bisect(edges, v, true) - 1, 0), counts.length - 1)] += 1));
      return [counts, edges];
    },
  },
  logger: { exception: () => null },
  getattr: (x, name, other) => (x === null || x[name] === undefined ? other : x[name]),
});
py.pandas.Series = (x) => ({
  value_counts: () => ({ reindex: (names) => names.map((n) => py.list(x).filter((one) => one === n).length) }),
});
