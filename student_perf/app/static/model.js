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
  reach(coverage, known = this.residuals) {
    if (!(coverage > 0 && coverage < 1)) throw py.error("ValueError", `coverage ${coverage}`);
    const [n, tail] = [known.length, (1 - coverage) / 2];
    const lower = Math.floor(tail * (n + 1) + 1e-9) - 1;
    const upper = Math.ceil((1 - tail) * (n + 1) - 1e-9) - 1;
    if (lower < 0 || upper > n - 1) throw py.error("ValueError", `${n} errors are too few`);
    return [known[lower], known[upper]];
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

class Ladder extends Errors {
  below(k, estimate, scale) {
    const { knots, known } = this;
    const n = knots.length;
    if (k % this.grid.length === 0) return Number(k > 0);
    const at = (values) => between(knots, values, estimate);
    return (bisect(known, at(this.rungs.slice((k - 1) * n, k * n)) / (scale / Math.exp(at(this.curve)))) + 0.5) / (known.length + 1);
  }
  interval(estimate, [low, high], scale) {
    const upto = Array.from(this.grid, (_, k) => this.below(k + 1, estimate, scale));
    const count = (test) => upto.filter((u, k) => test((u + (k && upto[k - 1])) / 2, u)).length;
    const first = count((p) => p < low - 1e-9);
    const last = count((p) => p <= high + 1e-9) - 1;
    if (first <= last) return [this.grid[first], this.grid[last]];
    const middle = this.grid[count((p, u) => u <= (low + high) / 2)];
    return [middle, middle];
  }
  atLeast(estimate, threshold, scale) {
    return 1 - this.below(bisect(this.grid, threshold - 1e-9), estimate, scale);
  }
}
const errorsOf = (kept) => new (kept.kind === "ladder" ? Ladder : Errors)(kept);

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
    this.general = errorsOf(kept.general);
    this.size = kept.size && new ErrorSize(kept.size);
    this.starts = kept.unknown.map(([start]) => start);
    this.shapes = [this.general, ...kept.unknown.map(([, shape]) => errorsOf(shape))];
    this.ready = new Map();
  }
  shapeFor(factor) {
    return this.shapes[bisect(this.starts, factor * (1 + 1e-9), true)]; // As `shape_at`
  }
  wide(shape, coverage) {
    const everyone = this.general.reach(coverage);
    const n = this.general.residuals.length;
    if (shape === this.general) return shape.reach(coverage, shape.places);
    if (shape.residuals.length >= n) return shape.reach(coverage);
    try {
      return shape.reach(coverage);
    } catch (fault) {
      const last = shape.residuals[shape.residuals.length - 1];
      return [Math.min(everyone[0], shape.residuals[0]), Math.max(everyone[1], last)];
    }
  }
  // The errors of students about whom as much is known, and what they are multiplied by
  errors(clean, estimate) {
    const blank = blanksOf(clean);
    const key = [...blank].join("\n");
    if (!this.ready.has(key)) this.ready.set(key, this.size ? this.size.unknownFactor(blank) : 1);
    const more = this.ready.get(key);
    const shape = this.size ? this.shapeFor(more) : this.general;
    return [shape, more * (this.size ? this.size.knownFactor(clean, estimate) : 1)];
  }
  answer(clean, estimate, coverage, threshold) {
    const [shape, scale] = this.errors(clean, estimate);
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
    const stages = [...page.stages].map(([name, about]) => [name, new Stage(Object.assign(about, { schema: about.schema || known }), page.kept.get(name))]);
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
  // The chance to meet every demand of a program: `joint.standing_of`, with one score open
  meets(clean, program) {
    const stage = this.stages_.size ? this.at(this.stageOf(clean)) : this.last;
    const own = this.only(clean, stage);
    const estimate = stage.estimate(own);
    const [{ residuals }, scale] = stage.calibration.errors(own, estimate);
    const { name } = this.schema.target;
    const demands = program.demands.map(({ shares, cut }) => {
      const known = [...shares].filter(([score]) => score !== name);
      const weight = shares.get(name) || 0;
      const fixed = known.reduce((sum, [score, share]) => sum + share * (clean.get(score) ?? NaN), 0);
      return { weight, margin: (fixed + weight * estimate - cut) / scale, sure: !weight || !Number.isFinite(cut) };
    });
    if (demands.some((d) => d.sure && d.margin < 0)) return 0;
    if (demands.some((d) => Number.isNaN(d.margin))) return NaN;
    const open = demands.filter((d) => !d.sure);
    if (!open.length) return 1;
    const met = residuals.reduce((n, r) => n + Number(open.every((d) => r * d.weight >= -d.margin)), 0);
    return (met + 0.5) / (residuals.length + 1);
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
  Object.entries(packed).forEach(([name, { type, data, shape, same }]) => {
    if (same) return (arrays[name] = arrays[same]);
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const found = new kinds[type](bytes.length / kinds[type].BYTES_PER_ELEMENT);
    const read = { u1: "getUint8", u2: "getUint16", i4: "getInt32", f8: "getFloat64" }[type];
    for (let i = 0; i < found.length; i += 1) found[i] = view[read](i * found.BYTES_PER_ELEMENT, true);
    arrays[name] = shape.length ? Object.assign(found, { shape }) : found[0];
  });
  return py.revived(kept, arrays);
}
const theOpened = {}; // The page that was opened
function opened(text) {
  const { kept, arrays, ...page } = JSON.parse(text);
  const made = Object.fromEntries(Object.entries(page).map(([name, value]) => [name, py.revived(value)]));
  made.kept = unpacked(kept, arrays);
  const { target } = made.schema;
  Object.assign(made.display, { target });
  if (made.list) made.list.display = made.display;
  theOpened.page = made;
  return new SchoolPredictor(made);
}
const displayFor = () => theOpened.page.display;
