// Reasons, classes and places: what works on whole tables in the library, by hand for the page in one file.
"use strict";

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
const countedDay = (days) => new Date(Date.UTC(1899, 11, 30) + 864e5 * Math.floor(days)).toISOString().slice(0, 10);
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

// The programs for one student, the best chance first; `places.program_bands`
function programsFor(predictor, entered) {
  const { limits, bands } = predictor.page;
  const clean = predictor.record(new Map([...entered].filter(([, v]) => v !== null)));
  const found = predictor.page.programs.map((program) => {
    const chance = predictor.meets(clean, program);
    const asked = program.demands.flatMap(({ shares }) => [...shares.keys()]).filter((name) => clean.get(name) === null);
    const lacking = Number.isNaN(chance) ? [...new Set(asked)].map((name) => predictor.schema.column(name).label).join(", ") : "";
    const band = lacking ? "" : bands[chance < limits.get("reach") ? 0 : chance > limits.get("sure") ? 2 : 1];
    return { name: program.name, institution: program.institution, demanded: program.demanded, chance, band, lacking };
  });
  return found.sort((a, b) => (a.lacking ? 1 : 0) - (b.lacking ? 1 : 0) || (a.lacking ? 0 : b.chance - a.chance));
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
  const notes = [...head.notes, ...(aside.length ? [sheets_told_aside(new Table(aside))] : []), ...doubts.slice(0, 3).map((row) => sheets_told_kept(row)), ...named.flatMap((header, i) => (roles_names_a_group(header) ? sheets_told_blocks(header, kept.map((row) => row[i])) : []))];
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
  const { schema } = predictor.page;
  const doubt = predictor.page.doubts.get(predictor.stage || "");
  if (!schema.target.is_numeric) return records.map((r) => Math.sqrt((predictor.chance(r, goal) * (1 - predictor.chance(r, goal))) / doubt.students));
  const step = (schema.target.high - schema.target.low) / 100;
  const away = doubt.sd ? (goal - doubt.mean) / doubt.sd : 0;
  const error = doubt.rmse * Math.sqrt((1 + away * away) / doubt.students);
  return records.map((r) => ((predictor.chance(r, goal - step) - predictor.chance(r, goal + step)) / (2 * step)) * error);
}
function mainReason(predictor, clean, miss, goal) {
  const { schema, page } = predictor;
  const stage = (name) => schema.stage_of(schema.column(name));
  const names = [...page.typical.keys()].filter((name) => predictor.fields.has(name) && !schema.column(name).protected);
  const known = names.filter((name) => clean.get(name) !== null);
  const latest = Math.max(-1, ...known.map(stage));
  let best = [0, names[0], miss];
  known.filter((name) => stage(name) === latest).forEach((name) => {
    const changed = Object.assign(new Map(clean).set(name, page.typical.get(name)), { new: clean.new, clean: true });
    const after = 1 - predictor.chance(changed, goal);
    if (miss - after > best[0]) best = [miss - after, name, after];
  });
  return names.length ? places__reason(schema.column(best[1]), clean.get(best[1]), miss, best[2], best[0]) : "";
}

// The predictor as of one stage, which knows no later column: `ClassAnswers.asked`
function asOf(predictor, stage) {
  if (!predictor.stages_.size || !stage) return predictor;
  const last = predictor.at(stage);
  const fields = new Map([...predictor.fields].filter(([name]) => last.names.has(name) || name === predictor.schema.target.name));
  const schema = Object.assign(Object.create(last.schema), { stage_of: () => 0 });
  return Object.assign(Object.create(predictor), { stage: predictor.stages_.has(stage) ? stage : "", schema, last, fields, stages_: new Map() });
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
  const [best, lots] = theOpened.page.rules;
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
});
py.pandas.Series = (x) => ({
  value_counts: () => ({ reindex: (names) => names.map((n) => py.list(x).filter((one) => one === n).length) }),
});
