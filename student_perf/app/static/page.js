// The page: what happens when someone types, drops a list, or asks for another order.
(() => {
  if (typeof document === "undefined") return;
  const predictor = opened(document.getElementById("model").textContent);
  const { schema } = predictor;
  const { words, limits, display } = predictor.page;
  const $ = (id) => document.getElementById(id);
  const put = (id, text) => ($(id).innerHTML = text); // All texts come from functions that escape what they are given
  const show = (element, is) => (element.style.display = is ? "" : "none");
  const hint = (text) => `<p class="sp-hint">${py.escape(text)}</p>`;

  // ---- parts of the page ----

  const tabs = [...document.querySelectorAll('[role="tab"]')];
  function open(tab) {
    tabs.forEach((one) => {
      one.classList.toggle("sp-current", one === tab);
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      $(one.getAttribute("aria-controls")).classList.toggle("sp-hidden", one !== tab);
    });
  }
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => open(tab));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      tabs[to % tabs.length].focus();
      open(tabs[to % tabs.length]);
    });
  });

  // ---- one student ----

  const inputs = schema.columns.map((c, i) => [c, $(`in-${i}`), $(`box-${i}`), $(`in-${i}-help`)]);
  const helps = new Map([...inputs.map(([, input, , help]) => [input, help.textContent]), [$("goal"), $("goal-help").textContent]]);
  document.querySelectorAll('input[type="text"]').forEach((input) => {
    if (!["find", "rule"].includes(input.id)) input.inputMode = "decimal";
  });
  function mark(input, box, reason) {
    $(`${input.id}-help`).textContent = reason || helps.get(input);
    box.classList.toggle("sp-wrong", Boolean(reason));
    input.setAttribute("aria-invalid", String(Boolean(reason)));
  }
  const stageNow = () => ($("stage") ? $("stage").value : "");
  const known = (c) => !stageNow() || schema.stage_of(c) <= schema.stages.indexOf(stageNow());
  const entered = () => new Map(inputs.map(([c, input]) => [c.name, (known(c) && input.value) || null]));
  const goalOf = (input) => display.read_goal(input.value);

  function refresh() {
    inputs.forEach(([c, , box]) => show(box, known(c)));
    const [goal, objection] = goalOf($("goal"));
    const record = entered();
    const reply = student_reply_to(predictor, record, goal);
    inputs.forEach(([c, input, box]) => mark(input, box, reply.wrong.get(c.name)));
    mark($("goal"), $("goal").closest(".sp-field"), objection);
    const wrong = new Map([...reply.wrong].map(([name, reason]) => [schema.column(name).label, reason]));
    if (objection) wrong.set(document.querySelector('label[for="goal"]').textContent, objection);
    put("answer", reply.answer);
    put("error", py.escape(reply.trouble) || student_reasons_html(wrong));
    const shown = student_as_shown(schema, record, reply.prediction, goal);
    if ($("programs")) put("programs", shown ? translations_programs_html(programsFor(predictor, shown.clean)) : hint(predictor.page.words.get("no student")));
    if (shown === null) {
      ["why", "what-if"].forEach((id) => put(id, hint(predictor.page.words.get("nothing"))));
      put("ask", "");
      return;
    }
    const { clean } = shown;
    put("why", student_why_html(predictor, clean, goal));
    if ($("lever").value) put("what-if", student_what_if_html(predictor, clean, $("lever").value, goal));
    put("ask", worth(clean));
  }
  function worth(clean) {
    if (!schema.target.is_numeric || ![...clean.values()].includes(null)) return "";
    const record = predictor.record(new Map([...clean].filter(([, v]) => v !== null)));
    const stage = predictor.stages_.size ? predictor.at(predictor.stageOf(record)) : predictor.last;
    return student_worth_html(schema, stage.calibration.worthAsking(predictor.only(record, stage)));
  }
  function fill(record) {
    inputs.forEach(([c, input]) => {
      const text = record.get(c.name) ?? "";
      if (input.tagName === "SELECT" && text && ![...input.options].some((o) => o.value === text)) input.add(new Option(text, text));
      input.value = typeof text === "number" ? py.format(text, "g") : text;
    });
    refresh();
  }
  inputs.forEach(([, input]) => input.addEventListener("input", refresh));
  ["goal", "lever"].forEach((id) => $(id) && $(id).addEventListener("input", refresh));
  if ($("stage")) $("stage").addEventListener("input", refresh);
  const [example, clear] = document.querySelectorAll("#panel-student .sp-buttons button");
  example.addEventListener("click", () => fill(predictor.page.example));
  clear.addEventListener("click", () => {
    put("who", "");
    fill(new Map());
  });

  // ---- a class ----

  let [list, sure, agreed, checked, found, name, from] = [null, null, null, null, null, "class", 0];
  let asked = predictor; // Of the stage that was chosen for the list
  const classStage = () => ($("class-stage") ? $("class-stage").value : "");
  const PAGE = limits.get("page");
  const say = (id, text) => put(id, text);

  async function read(file) {
    forget();
    try {
      if (file.size > limits.get("bytes")) throw py.error("ValueError", words.get("too large").replace("{}", () => (file.size / 1e6).toFixed(1)));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const [text, told] = textOf(bytes);
      const { header, rows, notes } = studentsOf(predictor, text, `'${file.name}'`);
      classroom_check_size(rows.length, header.length);
      name = file.name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N} _-]/gu, "").trim() || "class";
      list = { header, rows, notes: `${told} ${notes}`.trim(), file: file.name };
      sure = certainColumns(predictor, list);
      const guesses = guessColumns(predictor, list, sure.columns);
      if (!guesses.size && sure.columns.size) use(sure);
      else match({ ...sure, student: studentHeader(predictor, header, rows, new Map([...sure.columns, ...guesses])) }, guesses);
    } catch (fault) {
      refuse(file.name, fault);
    }
  }
  function forget() {
    ["status", "class-error", "reading", "files"].forEach((id) => put(id, ""));
    agreed = checked = found = null;
    ["results", "map"].forEach((id) => show($(id), false));
  }
  function refuse(file, fault) {
    put("class-error", py.escape(fault instanceof py.Fault ? `${file}: ${fault.message}` : words.get("unreadable")));
    if (!(fault instanceof py.Fault)) throw fault;
  }

  // ---- which column is which: `mapping.MapCard` ----

  const choices = [["", $("map-names")], ...schema.columns.map((c, i) => [c.name, $(`map-${i}`)])];
  function match(chosen, guesses) {
    const wanted = new Map([["", chosen.student], ...guesses, ...chosen.columns]);
    choices.forEach(([column, control]) => {
      control.length = 1; // "not in the list" stays
      list.header.filter((h) => h).forEach((h) => control.add(new Option(h, h)));
      control.value = wanted.get(column) ?? "";
      $(`${control.id}-help`).textContent = guesses.has(column) && !chosen.columns.has(column) ? words.get("guess") : "";
    });
    put("map-said", mapping_map_words(schema, guesses, wanted));
    if (chosen.columns.size || guesses.size) put("status", `<p class="sp-line">${py.escape(words.get("in doubt"))}</p>`);
    else put("class-error", py.escape(`${list.file}: ${words.get("no columns")}`));
    show($("map"), true);
  }
  $("map-use").addEventListener("click", () => {
    const [[, student], ...columns] = choices.map(([column, control]) => [column, control.value]);
    forget();
    try {
      use({ columns: new Map(columns.filter(([, h]) => h)), student, group: "" });
    } catch (fault) {
      show($("map"), true);
      refuse(list.file, fault);
    }
  });
  function use(chosen) {
    agreed = chosen;
    asked = asOf(predictor, classStage());
    const told = mapping_told_columns(schema, agreed, sure);
    const later = schema.names.filter((n) => agreed.columns.get(n) && !asked.fields.has(n));
    const unused = later.length ? `N${predictor_unused_words(predictor, classStage(), later).slice(1)}.` : "";
    checked = { ...checkClass(asked, list.header, list.rows, agreed), chosen: told, notes: [list.notes, told, unused].filter(Boolean).join(" ") };
    put("class-error", "");
    if (!checked.accepted.length) put("class-error", py.escape(words.get("nobody")));
    ask();
  }
  function textOf(bytes) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return [new TextDecoder("utf-16le").decode(bytes), ""];
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return [new TextDecoder("utf-16be").decode(bytes), ""];
    try {
      return [new TextDecoder("utf-8", { fatal: true }).decode(bytes), ""];
    } catch {
      const text = new TextDecoder("windows-1252").decode(bytes);
      const word = translations_western_word(text);
      if (!word) throw py.error("ValueError", words.get("letters")); // Names would come back as other letters
      return [text, word === "-" ? "" : encodings_told_letters(limits.get("western"), word)];
    }
  }
  function ask() {
    if (!checked) return;
    const [goal, objection] = goalOf($("class-goal"));
    mark($("class-goal"), $("class-goal").closest(".sp-field"), objection);
    const table = { ...checked, accepted: new Table(checked.accepted), rejected: new Table(checked.rejected), raw: new Table(checked.raw) };
    put("reading", classroom_reading_html(table, asked.schema, 20, checked.notes, checked.use));
    found = checked.accepted.length ? answerClass(asked, checked, goal) : null;
    show($("results"), Boolean(found));
    if (!found) return;
    put("glance", summary());
    put("files", "");
    const act = { save: () => keep(`${name}.predictions.csv`, resultsCsv(asked, found)), columns: () => match(checked.use, new Map()) };
    Object.entries(act).forEach(([told, action]) => {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "sp-quiet", textContent: words.get(told) });
      button.addEventListener("click", action);
      $("files").append(button);
    });
    from = 0;
    meet();
    showList();
  }
  function keep(file, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  function summary() {
    if (found.rows.length < limits.get("few")) return hint(words.get("few"));
    return (schema.target.is_numeric ? classroom_score_summary : classroom_outcome_summary)(found, display);
  }
  const share = (id) => meeting__share($(id).value, limits.get(id));
  function meet() {
    ["meeting-line", "meeting-list", "offer"].forEach((id) => put(id, ""));
    show($("offers"), found.miss !== null);
    if (found.miss === null) {
      put("meeting-line", `<p class="sp-line sp-question">${py.escape(words.get("question"))}</p>`);
      return;
    }
    const [onTrack, first] = [share("track"), share("first")].sort((a, b) => a - b);
    const groups = found.miss.map((m) => value_GROUPS[m >= first ? 0 : m < onTrack ? 2 : 1]);
    put("meeting-line", meeting_heading_html(groups) + meeting_expected_html(found.miss, found.slopes));
    put("meeting-list", meeting_meeting_html(found.rows, found.miss, groups, found.reasons));
    const places = /^\s*\d+\s*$/.test($("places").value) ? Number($("places").value) : 0;
    const column = $("rule").value;
    if (column && !asked.fields.has(column)) return put("offer", hint(classroom_unknown_by(schema.column(column).label, classStage())));
    const told = [...$("rule").options].find((o) => o.selected).textContent;
    const need = column && Vector.from(found.checked.accepted, (i) => -(found.checked.clean[i].get(column) ?? NaN));
    put("offer", meeting_places_html(found.rows, found.miss, found.slopes, places, column ? [told, need] : null));
  }
  const ORDERS = predictor.page.list.orders;
  function picked() {
    const shows = [...$("shown").options].findIndex((o) => o.selected);
    const outcome = !schema.target.is_numeric;
    const likeliest = (row) => row.outcome === display.levels[shows - 4];
    const least = outcome ? (row) => row.chance < limits.get("unlikely") : (row) => row.chance < 0.5;
    const tests = [() => true, least, (row) => row.chance >= limits.get("unlikely") && row.chance <= limits.get("likely"), (row) => row.chance > limits.get("likely"), ...(outcome ? display.levels.map(() => likeliest) : []), (row) => row.flags.length > 0];
    const asked = $("find").value.trim().toLowerCase();
    const rows = found.rows.rows.filter(tests[shows]).filter((row) => !asked || row.student.toLowerCase().includes(asked) || String(row.row) === asked);
    const [key, rising] = ORDERS.get($("order").value);
    const sign = rising ? 1 : -1;
    return rows.sort((a, b) => (py.isna(a[key]) ? 1 : py.isna(b[key]) ? -1 : sign * py.order(a[key], b[key])) || a.row - b.row);
  }
  function showList() {
    const rows = picked();
    from = Math.max(0, Math.min(from, Math.floor((Math.max(rows.length, 1) - 1) / PAGE) * PAGE));
    put("table", classroom_table_html(new Table(rows, found.rows.columns), predictor.page.list, found.goal, from));
    const end = Math.min(from + PAGE, rows.length);
    const count = (n) => py.format(n, ",");
    put("page-line", `<span>${rows.length ? `${count(from + 1)} to ${count(end)} of ${count(rows.length)}` : py.escape(words.get("nobody fits"))}</span>`);
    [$("back").disabled, $("on").disabled] = [from === 0, end >= rows.length];
  }
  const move = (by) => () => {
    from += by;
    showList();
  };
  $("back").addEventListener("click", move(-PAGE));
  $("on").addEventListener("click", move(PAGE));
  ["find", "order", "shown"].forEach((id) => $(id).addEventListener("input", () => found && ((from = 0), showList())));
  ["first", "track", "places", "rule"].forEach((id) => $(id).addEventListener("input", () => found && meet()));
  if ($("class-stage")) $("class-stage").addEventListener("input", () => agreed && use(agreed));
  let pause = null;
  $("class-goal").addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 200);
  });
  helps.set($("class-goal"), $("class-goal-help").textContent);

  const box = document.querySelector(".sp-upload");
  const chooser = box.querySelector('input[type="file"]');
  $("pick").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    if (chooser.files.length) read(chooser.files[0]);
    chooser.value = "";
  });
  ["dragover", "dragleave", "drop"].forEach((kind) =>
    document.addEventListener(kind, (event) => {
      event.preventDefault(); // A file dropped beside the box must not replace the page
      const inside = event.target.closest && event.target.closest(".sp-upload");
      box.classList.toggle("sp-over", kind === "dragover" && Boolean(inside));
      if (kind === "drop" && inside && event.dataTransfer.files.length) read(event.dataTransfer.files[0]);
    }),
  );
  document.addEventListener("click", (event) => {
    const one = event.target.closest && event.target.closest(".sp-open");
    if (!one || !found) return;
    const i = Number(one.dataset.row) - 1;
    if ($("stage")) $("stage").value = classStage() || $("stage").options[0].value;
    $("goal").value = $("class-goal").value;
    const clean = checked.clean[i];
    fill(new Map([...clean].map(([k, v]) => [k, clean.new.get(k) ?? v])));
    put("who", `<strong>${py.escape(checked.names[i] || `Row ${i + 1}`)}</strong>`);
    open(tabs[0]);
    $("who").scrollIntoView({ block: "nearest" });
  });

  ["results", "map"].forEach((id) => show($(id), false));
  put("status", hint(words.get("no list")));
  open(tabs[0]);
  refresh();
})();
