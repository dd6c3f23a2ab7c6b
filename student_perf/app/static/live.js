// A small form beside a figure of the documentation: the page's own answers about one student.
"use strict";
for (const box of document.querySelectorAll(".sp-live")) {
  const data = box.querySelector("script").textContent;
  const predictor = opened(data);
  const { schema, display, live } = predictor.page;
  const inputs = schema.columns.map((c, i) => [c, box.querySelectorAll("[data-column]")[i]]);
  const goal = box.querySelector("[data-goal]");
  const answer = box.querySelector(".sp-live-answer");
  const bar = ({ name, note, from, to, dot, told }) =>
    `<tr><th scope="row">${py.escape(name)}<small>${py.escape(note)}</small></th><td class="sp-live-bar" aria-hidden="true"><span style="left:${from}%;width:${Math.max(to - from, 0.6)}%"></span>${dot === null ? "" : `<i style="left:${dot}%"></i>`}</td><td>${told}</td></tr>`;
  const bars = (heads, rows) => `<table><thead><tr><th scope="col">${py.escape(heads[0])}</th><td></td><th scope="col">${py.escape(heads[1])}</th></tr></thead><tbody>${rows.map(bar).join("")}</tbody></table>`;
  const exact = (value, text) => `<data value="${value}">${py.escape(text)}</data>`;
  const figures = {
    // One answer, as the app gives it
    sure: (clean) => py.call(display, "answer", [predictor, clean, goal.value === "" ? null : Number(goal.value)])[0],
    // The same student at each stage of the year
    early: (clean) => {
      const { low, high } = display;
      const at = (x) => (100 * (x - low)) / (high - low);
      const rows = schema.stages.map((stage) => {
        const { estimate, lower, upper } = predictor.ask(clean, 0.9, null, stage);
        const told = [lower, upper].map((x) => exact(x, display.number(x)));
        return { name: live.stages.get(stage)[0], note: live.stages.get(stage)[1], from: at(lower), to: at(upper), dot: at(estimate), told: `${told[0]} to ${told[1]}` };
      });
      return bars(live.heads, rows);
    },
    // The chance to meet the demands of each program
    programs: (clean) => {
      const rows = live.programs.map((program) => {
        const chance = predictor.meets(clean, program);
        return { name: program.name, note: program.demanded, from: 0, to: 100 * chance, dot: null, told: exact(chance, metrics_percent(chance)) };
      });
      return bars(live.heads, rows);
    },
  };
  const refresh = () => {
    const wrong = [...inputs.map(([, input]) => input), ...(goal ? [goal] : [])].filter((input) => !input.checkValidity());
    if (wrong.length) {
      answer.innerHTML = wrong.map((input) => `<p>${py.escape(`${input.labels[0].textContent}: ${input.dataset.help}`)}</p>`).join("");
      return;
    }
    const clean = predictor.blank();
    inputs.forEach(([column, input]) => clean.set(column.name, input.value === "" ? null : column.kind === "Categorical" ? input.value : Number(input.value)));
    answer.innerHTML = figures[live.figure](clean);
  };
  box.addEventListener("input", refresh);
  box.addEventListener("submit", (event) => event.preventDefault());
  refresh();
  box.hidden = false; // Without JavaScript the figure stands alone
}
