// What Python's own functions do, for the functions of the library that were translated. Nothing here knows a student or a score.
"use strict";
const py = (() => {
  const own = (x, name) => x !== null && typeof x === "object" && Object.prototype.hasOwnProperty.call(x, name);

  // ---- values ----

  class Fault extends Error {
    constructor(kind, message, more = {}) {
      super(message);
      Object.assign(this, { kind, ...more });
    }
  }
  const attribute = (x, name) => (typeof x[name] === "function" ? x[name].bind(x) : x[name]);
  const error = (kind, message = "") => new Fault(kind, str(message));
  const parents = { RecordError: "ValueError", SchemaError: "ValueError", SourceError: "ValueError", KeyError: "LookupError" };
  const caught = (fault, kinds) => {
    for (let kind = fault.kind; kind; kind = parents[kind]) if (kinds.includes(kind)) return true;
    return fault instanceof Fault && kinds.includes("Exception");
  };
  const methods = {}; // Kind -> its functions
  const made = (kind, values) => Object.assign(Object.create(methods[kind] || Made), { kind }, values);
  const Made = {
    *[Symbol.iterator]() {
      for (const name of Object.keys(this)) if (name !== "kind") yield this[name];
    },
    _replace(changes) {
      return made(this.kind, { ...this, ...changes });
    },
  };
  const give = (kind, functions) => (methods[kind] = Object.create(Made, Object.getOwnPropertyDescriptors(functions)));

  function revived(x, arrays = {}) {
    if (Array.isArray(x)) return x.map((one) => revived(one, arrays));
    if (x === null || typeof x !== "object") return x;
    if ("number" in x) return { inf: Infinity, "-inf": -Infinity, nan: NaN }[x.number];
    if ("map" in x && Array.isArray(x.map)) return new Map(x.map.map(([k, v]) => [revived(k, arrays), revived(v, arrays)]));
    if ("set" in x) return new Set(x.set);
    if ("pattern" in x) return new RegExp(x.pattern, x.flags);
    if ("array" in x) return arrays[x.array];
    const found = {};
    for (const [name, value] of Object.entries(x)) if (name !== "kind") found[name] = revived(value, arrays);
    return made(x.kind, found);
  }

  function truth(x) {
    if (x === null || x === undefined) return false;
    if (typeof x !== "object") return Boolean(x);
    if (x.length !== undefined) return x.length > 0;
    if (x.size !== undefined && (x instanceof Map || x instanceof Set)) return x.size > 0;
    return true;
  }
  const len = (x) => (typeof x === "string" ? [...x].length : x.length !== undefined ? x.length : x.size);
  const iter = (x) => (x instanceof Map ? x.keys() : x); // A text gives its signs, of any script
  const list = (x = []) => [...iter(x)];

  function eq(a, b) {
    if (a === b || (a === undefined && b === null) || (a === null && b === undefined)) return true;
    if (typeof a === "boolean" || typeof b === "boolean") return typeof a !== "object" && typeof b !== "object" && Number(a) === Number(b) && typeof a !== "string" && typeof b !== "string";
    if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
    if (a instanceof Set) return b instanceof Set && a.size === b.size && [...a].every((x) => within(x, b));
    if (a instanceof Map) return b instanceof Map && a.size === b.size && [...a].every(([k, v]) => b.has(k) && eq(v, b.get(k)));
    if (a.length !== undefined) return a.length === b.length && [...a].every((x, i) => eq(x, b[i]));
    return false;
  }
  function order(a, b) {
    if (Array.isArray(a) || (a && a.kind)) {
      const [one, other] = [[...a], [...b]];
      for (let i = 0; i < Math.min(one.length, other.length); i += 1) if (!eq(one[i], other[i])) return order(one[i], other[i]);
      return one.length - other.length;
    }
    if (typeof a === "string") {
      const [one, other] = [[...a], [...b]];
      for (let i = 0; i < Math.min(one.length, other.length); i += 1) if (one[i] !== other[i]) return one[i].codePointAt(0) - other[i].codePointAt(0);
      return one.length - other.length;
    }
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN; // NaN: neither
  }
  function within(a, b) {
    if (typeof b === "string") return b.includes(a);
    if (b instanceof Map || b instanceof Set) {
      if (b.has(a)) return true;
      return a !== null && typeof a === "object" && [...b.keys()].some((x) => eq(a, x));
    }
    if (typeof b[Symbol.iterator] === "function" && !b.has) return [...b].some((x) => eq(a, x));
    return typeof b.has === "function" ? b.has(a) : a in b;
  }

  // ---- signs ----

  const each = (f) => (a, b) => (a && a.each ? a.each(f, b) : b && b.each ? b.each((x, y) => f(y, x), a) : f(a, b));
  const add = (a, b) => {
    if (Array.isArray(a)) return [...a, ...b];
    return a + b;
  };
  const sub = each((a, b) => (a instanceof Set ? new Set([...a].filter((x) => !within(x, b))) : a - b));
  const mul = each((a, b) => {
    if (Array.isArray(a)) return [].concat(...Array(Math.max(0, Number(b))).fill(a));
    return typeof a === "string" ? a.repeat(Math.max(0, Number(b))) : a * b;
  });
  const mod = (a, b) => a - b * Math.floor(a / b);
  const either = (a, b) => {
    if (a instanceof Map) return new Map([...a, ...b]);
    if (a instanceof Set) return new Set([...a, ...b]);
    return a || b;
  };
  const both = (a, b) => (a instanceof Set ? new Set([...a].filter((x) => within(x, b))) : a && b);
  const and = (...later) => {
    let found = true;
    for (const one of later) if (!truth((found = one()))) return found;
    return found;
  };
  const or = (...later) => {
    let found = false;
    for (const one of later) if (truth((found = one()))) return found;
    return found;
  };
  const part = (a, b) => [...a].every((x) => within(x, b)); // What Python means by <= between sets
  const same = (a, b) => (a === undefined ? null : a) === (b === undefined ? null : b);

  // ---- parts ----

  function at(x, place) {
    if (x instanceof Map) {
      if (x.has(place)) return x.get(place);
      if (place !== null && typeof place === "object") for (const [k, v] of x) if (eq(k, place)) return v;
      throw error("KeyError", place);
    }
    if (typeof place === "number" && x.length !== undefined) {
      const parts = typeof x === "string" ? [...x] : x;
      const i = place < 0 ? parts.length + place : place;
      if (i < 0 || i >= parts.length) throw error("IndexError", "out of range");
      return parts[i];
    }
    if (x && x.at_) return x.at_(place);
    if (x.groups !== undefined && Array.isArray(x)) return typeof place === "number" ? x[place] ?? null : x.groups[place] ?? null;
    if (place === 1 || place === 0) return x[place];
    return x[place] === undefined ? null : x[place];
  }
  const put = (x, place, value) => (x instanceof Map ? x.set(place, value) : (x[place < 0 ? x.length + place : place] = value));
  function slice(x, from, to, step) {
    const parts = typeof x === "string" ? [...x] : x.cut ? x : list(x);
    if (parts.cut) return parts.cut(from, to);
    let found = parts.slice(from ?? 0, to ?? parts.length);
    if (step === -1) found = found.reverse();
    return typeof x === "string" ? found.join("") : found;
  }

  // ---- text ----

  const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const BLANKS = new RegExp(`[${BLANK}]+`, "gu");
  const ENDS = [new RegExp(`^[${BLANK}]+`, "u"), new RegExp(`[${BLANK}]+$`, "u")];
  const ascii = (text) => /^[\x00-\x7f]*$/.test(text);
  // Of more than one letter: what Python folds otherwise than it lowers is given by the page
  const unicode = { folds: new Map(), zeros: [], marks: new Set() };
  const casefold = (text) => (ascii(text) ? text.toLowerCase() : [...text].map((c) => unicode.folds.get(c) ?? c.toLowerCase()).join(""));
  const strip = (text, signs, left = true, right = true) => {
    if (signs === undefined || signs === null) {
      if (left) text = text.replace(ENDS[0], "");
      return right ? text.replace(ENDS[1], "") : text;
    }
    const parts = [...text];
    const gone = new Set(signs);
    while (left && parts.length && gone.has(parts[0])) parts.shift();
    while (right && parts.length && gone.has(parts[parts.length - 1])) parts.pop();
    return parts.join("");
  };
  const starts = (what) => (Array.isArray(what) ? what : [what]);
  const strings = {
    strip: (t, s) => strip(t, s),
    lstrip: (t, s) => strip(t, s, true, false),
    rstrip: (t, s) => strip(t, s, false, true),
    lower: (t) => t.toLowerCase(),
    upper: (t) => t.toUpperCase(),
    casefold,
    split: (t, by) => (by === undefined ? t.split(BLANKS).filter((x) => x) : t.split(by)),
    splitlines: (t) => t.split(/\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]/u),
    join: (t, parts) => list(parts).join(t),
    replace: (t, a, b) => t.split(a).join(b),
    startswith: (t, what) => starts(what).some((x) => t.startsWith(x)),
    endswith: (t, what) => starts(what).some((x) => t.endsWith(x)),
    removeprefix: (t, x) => (x && t.startsWith(x) ? t.slice(x.length) : t),
    removesuffix: (t, x) => (x && t.endsWith(x) ? t.slice(0, -x.length) : t),
    isdecimal: (t) => /^\p{Nd}+$/u.test(t),
    isascii: ascii,
    isupper: (t) => t !== t.toLowerCase() && t === t.toUpperCase(),
    islower: (t) => t !== t.toUpperCase() && t === t.toLowerCase(),
    isdigit: (t) => /^[\p{Nd}¹²³⁰⁴-⁹₀-₉]+$/u.test(t),
    isalpha: (t) => /^\p{L}+$/u.test(t),
    isalnum: (t) => /^[\p{L}\p{N}]+$/u.test(t),
    count: (t, part) => t.split(part).length - 1,
    partition: (t, by) => (t.includes(by) ? [t.slice(0, t.indexOf(by)), by, t.slice(t.indexOf(by) + by.length)] : [t, "", ""]),
    format: (t, ...parts) => t.replace(/\{(:[^}]*)?\}/g, (_, spec) => format(parts.shift(), (spec || ":").slice(1))),
    translate: (t, table) => [...t].map((c) => table.get(c.codePointAt(0)) ?? c).map((c) => (typeof c === "number" ? String.fromCodePoint(c) : c)).join(""),
    capitalize: (t) => t.slice(0, 1).toUpperCase() + t.slice(1).toLowerCase(),
  };
  const lists = {
    append: (x, one) => void x.push(one),
    extend: (x, more) => void x.push(...iter(more)),
    insert: (x, i, one) => void x.splice(i, 0, one),
    index: (x, one) => x.findIndex((y) => eq(one, y)),
    count: (x, one) => x.filter((y) => eq(one, y)).length,
    tolist: (x) => x,
    sort: (x) => void x.sort(order),
  };
  const maps = {
    get: (x, k, other = null) => (x.has(k) ? x.get(k) : other),
    items: (x) => [...x],
    keys: (x) => [...x.keys()],
    values: (x) => [...x.values()],
    setdefault: (x, k, v) => (x.has(k) ? x.get(k) : (x.set(k, v), v)),
    pop: (x, k, other) => {
      const found = x.has(k) ? x.get(k) : other;
      x.delete(k);
      return found;
    },
    update: (x, more) => more.forEach((v, k) => x.set(k, v)),
  };
  const sets = {
    add: (x, one) => void x.add(one),
    difference: (x, other) => new Set([...x].filter((y) => !within(y, other))),
    union: (x, ...others) => new Set([x, ...others].flatMap((one) => list(one))),
    isdisjoint: (x, other) => ![...x].some((y) => within(y, other)),
  };
  const whole = new WeakMap();
  const patterns = {
    fullmatch: (pattern, text) => {
      if (!whole.has(pattern)) whole.set(pattern, new RegExp(`^(?:${pattern.source})$`, pattern.flags));
      return whole.get(pattern).exec(text);
    },
    sub: (pattern, by, text) => text.replace(new RegExp(pattern.source, `${pattern.flags}g`), by.replace(/\\(\d)/g, "$$$1")),
    findall: (pattern, text) => text.match(new RegExp(pattern.source, `${pattern.flags}g`)) || [],
    match: (pattern, text) => new RegExp(`^(?:${pattern.source})`, pattern.flags).exec(text),
  };
  function call(x, name, given) {
    if (typeof x === "string") return strings[name](x, ...given);
    if (Array.isArray(x) && x.index !== undefined && name === "groups") return x.slice(1).map((one) => one ?? null);
    if (Array.isArray(x) && !own(x, name) && lists[name]) return lists[name](x, ...given);
    if (x instanceof Map) return maps[name](x, ...given);
    if (x instanceof Set) return sets[name](x, ...given);
    if (x instanceof RegExp) return patterns[name](x, ...given);
    if (typeof x === "number" && name === "is_integer") return Number.isInteger(x);
    return x[name](...given);
  }

  function repr(x) {
    if (x === null || x === undefined) return "None";
    if (typeof x === "boolean") return x ? "True" : "False";
    if (typeof x === "number") return float(x);
    if (typeof x !== "string") return `[${list(x).map(repr).join(", ")}]`;
    const quote = x.includes("'") && !x.includes('"') ? '"' : "'";
    const named = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    const parts = [...x].map((c) => {
      if (named[c]) return named[c];
      if (c === quote) return `\\${c}`;
      if (c === " " || !/[\p{C}\p{Z}]/u.test(c)) return c;
      const code = c.codePointAt(0).toString(16);
      return code.length < 3 ? `\\x${code.padStart(2, "0")}` : code.length < 5 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
    });
    return quote + parts.join("") + quote;
  }
  const exponent = (text) => text.replace(/e([+-])(\d)$/, "e$10$2");
  function float(x) {
    // As a whole number where it came as one: JavaScript has one kind of number
    if (!Number.isFinite(x)) return { Infinity: "inf", "-Infinity": "-inf", NaN: "nan" }[String(x)];
    const size = Math.abs(x);
    if (size && (size >= 1e16 || size < 1e-4)) return exponent(x.toExponential());
    return String(x);
  }
  const str = (x) => (typeof x === "string" ? x : x instanceof Error ? x.message : repr(x));

  // Digits after the point, ties to the even one, as Python rounds; a tie is a whole number of halves of the last digit
  function fixed(x, digits) {
    const halves = x * 2 ** (digits + 1);
    const text = x.toFixed(digits);
    if (!Number.isInteger(halves) || Math.abs(halves) % 2 !== 1 || Math.abs(x) > 1e15) return text === "-0" ? "-0" : text;
    const low = Math.floor(Math.abs(x) * 10 ** digits);
    const even = low % 2 ? low + 1 : low;
    return (x < 0 ? "-" : "") + (even / 10 ** digits).toFixed(digits);
  }
  function general(x, digits) {
    if (!Number.isFinite(x)) return float(x);
    if (x === 0) return Object.is(x, -0) ? "-0" : "0";
    const power = Number(x.toExponential(digits - 1).split("e")[1]);
    if (power < -4 || power >= digits) {
      const [m, e] = x.toExponential(digits - 1).split("e");
      return exponent(`${m.includes(".") ? m.replace(/\.?0+$/, "") : m}e${e}`);
    }
    const text = fixed(x, Math.max(0, digits - 1 - power));
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  }
  const grouped = (text) => text.replace(/^(-?\d+)/, (all) => all.replace(/\B(?=(\d{3})+$)/g, ","));
  function format(x, spec) {
    if (!spec) return str(x);
    const [, sign, comma, precision, kind] = /^(\+?)(,?)(?:\.(\d+))?([a-z%]?)$/.exec(spec);
    const digits = precision === undefined ? 6 : Number(precision);
    let text;
    if (typeof x === "string") return x.slice(0, precision === undefined ? undefined : digits);
    if (kind === "%") text = `${fixed(100 * x, digits)}%`;
    else if (kind === "f") text = fixed(x, digits);
    else if (kind === "g") text = general(x, digits);
    else text = str(Number(x));
    if (comma) text = grouped(text);
    return sign && !text.startsWith("-") ? `+${text}` : text;
  }
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
  const escape = (text) => str(text).replace(/[&<>"']/g, (c) => SIGNS[c]);

  // ---- functions ----

  const pick = (sign) => (...given) => {
    const more = given.length && own(given[given.length - 1], "key") ? given.pop() : given.length && own(given[given.length - 1], "default") ? given.pop() : {};
    const parts = given.length === 1 ? list(given[0]) : given;
    if (!parts.length) return more.default;
    const key = more.key || ((x) => x);
    return parts.reduce((best, x) => (sign * order(key(x), key(best)) > 0 ? x : best));
  };
  const sorted = (x, { key = (y) => y, reverse = false } = {}) => {
    const ranked = list(x).map((one, i) => [key(one), i, one]);
    ranked.sort((a, b) => (reverse ? -1 : 1) * order(a[0], b[0]) || a[1] - b[1]);
    return ranked.map((one) => one[2]);
  };
  const round = (x, digits = 0) => (digits === null ? Number(fixed(x, 0)) : Number(fixed(x, digits)));
  const zip = (...lots) => {
    const parts = lots.filter((x) => !own(x, "strict")).map(list);
    return Array.from({ length: Math.min(...parts.map((p) => p.length)) }, (_, i) => parts.map((p) => p[i]));
  };
  const kinds = {
    str: (x) => typeof x === "string",
    bool: (x) => typeof x === "boolean",
    int: (x) => typeof x === "boolean" || (typeof x === "number" && Number.isInteger(x)),
    float: (x) => typeof x === "number",
    list: Array.isArray,
    tuple: Array.isArray,
  };
  const isinstance = (x, names) => names.some((name) => (kinds[name] ? kinds[name](x) : x !== null && typeof x === "object" && (x.kind === name || (name === "Mapping" && x instanceof Map))));

  const math = { floor: Math.floor, ceil: Math.ceil, sqrt: Math.sqrt, exp: Math.exp, log: Math.log, log10: Math.log10, hypot: Math.hypot, inf: Infinity, nan: NaN, isfinite: Number.isFinite };
  const re = {
    compile: (text, flag) => new RegExp(text.replace(/\\ /g, " "), flag ? "iu" : "u"),
    escape: (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"),
    sub: (pattern, by, text) => text.replace(typeof pattern === "string" ? new RegExp(pattern, "gu") : new RegExp(pattern.source, pattern.flags + "g"), by.replace(/\\(\d)/g, "$$$1")),
    fullmatch: (pattern, text) => new RegExp(`^(?:${pattern})$`, "u").exec(text),
    match: (pattern, text) => new RegExp(`^(?:${pattern})`, "u").exec(text),
    search: (pattern, text) => new RegExp(pattern, "u").exec(text),
    findall: (pattern, text) => text.match(new RegExp(pattern, "gu")) || [],
    I: true,
    IGNORECASE: true,
    ASCII: false,
  };
  const CATEGORIES = ["Cf", "Zs", "Zl", "Zp", "Pd", "Nd", "Sc", "Sm", "Cc", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nl", "No"].map((name) => [name, new RegExp(`^\\p{${name}}$`, "u")]);
  const unicodedata = {
    normalize: (form, text) => text.normalize(form),
    combining: (sign) => Number(unicode.marks.has(sign)),
    category: (sign) => (CATEGORIES.find(([, is]) => is.test(sign)) || ["So"])[0],
    decimal: (sign) => {
      const code = sign.codePointAt(0);
      return code - unicode.zeros.filter((zero) => zero <= code).pop();
    },
    numeric: (sign) => ({ "¼": 1 / 4, "½": 1 / 2, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8 })[sign],
  };
  const isna = (x) => x === null || x === undefined || Number.isNaN(x);

  return {
    ...{ Fault, attribute, error, caught, made, give, revived, truth, len, iter, list, unicode, parents },
    ...{ eq, within, add, sub, mul, mod, either, both, and, or, same, at, put, slice, call, isinstance },
    ...{ repr, str, format, escape, sorted, round, zip, order, fixed, isna },
    ...{ math, re, unicodedata, html: { escape }, min: pick(-1), max: pick(1), tuple: list, set: (x = []) => new Set(iter(x)), frozenset: (x = []) => new Set(iter(x)) },
    ne: each((a, b) => !eq(a, b)),
    lt: each((a, b) => (a instanceof Set ? part(a, b) && a.size < b.size : order(a, b) < 0)),
    le: each((a, b) => (a instanceof Set ? part(a, b) : order(a, b) <= 0)),
    gt: each((a, b) => (a instanceof Set ? part(b, a) && a.size > b.size : order(a, b) > 0)),
    ge: each((a, b) => (a instanceof Set ? part(b, a) : order(a, b) >= 0)),
    without: (a, b) => !within(a, b),
    other: (a, b) => !same(a, b),
    not: (x) => !truth(x),
    neg: (x) => (x && x.each ? x.each((y) => -y) : -x),
    invert: (x) => x.each((y) => !y),
    div: each((a, b) => a / b),
    floordiv: (a, b) => Math.floor(a / b),
    pow: (a, b) => a ** b,
    items: (x) => [...x],
    any: (x) => list(x).some(truth),
    all: (x) => list(x).every(truth),
    sum: (x, start = 0) => list(x).reduce((total, one) => total + Number(one), start),
    abs: Math.abs,
    int: (x) => Math.trunc(Number(x)),
    float: (x) => {
      if (typeof x !== "string") return Number(x);
      const plain = strip(x).replace(/\p{Nd}/gu, (digit) => unicodedata.decimal(digit));
      if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return Number(plain);
      const named = /^([+-]?)(inf|infinity|nan)$/i.exec(plain);
      if (!named) throw error("ValueError", `could not convert string to float: ${repr(x)}`);
      return (named[1] === "-" ? -1 : 1) * (/^i/i.test(named[2]) ? Infinity : NaN);
    },
    exact: (x) => (Number.isInteger(x) && Math.abs(x) < 1e16 ? `${Object.is(x, -0) ? "-0" : x}.0` : float(x)),
    bool: truth,
    dict: Object.assign((x = []) => new Map(x), { fromkeys: (x, value = null) => new Map(list(x).map((key) => [key, value])) }),
    range: (a, b, step = 1) => {
      const [from, to] = b === undefined ? [0, a] : [a, b];
      return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);
    },
    enumerate: (x, start = 0) => list(x).map((one, i) => [i + (typeof start === "object" ? start.start : start), one]),
    map: (f, ...lots) => zip(...lots).map((given) => f(...given)),
    filter: (f, x) => list(x).filter((one) => truth(f === null ? one : f(one))),
    next: (x, other) => (x.length ? x[0] : other),
    reversed: (x) => list(x).reverse(),
    pandas: { isna, api: { types: { is_scalar: () => true } } },
    getattr: (x, name, other) => (x === null || x[name] === undefined ? other : x[name]),
    operator: {},
  };
})();
