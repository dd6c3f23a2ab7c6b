// The first visit: five steps through the page on a made-up class, for those who want them.
(function () {
  "use strict";
  const SEEN = "student_perf.tour";
  const seen = (value) => {
    try {
      if (value) localStorage.setItem(SEEN, value);
      return localStorage.getItem(SEEN);
    } catch {
      return "unknown"; // A browser that keeps nothing would invite at every visit
    }
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent);
  const first = (selector) => all(selector)[0];
  const press = (label) => all("button").find((button) => button.textContent.trim() === label);
  const tab = (name) => () => press(name).click();
  const list = () => press("Choose a list");
  const inTab = (name, selector) => () => {
    const open = first(".sp-tabs .sp-current");
    return open && open.textContent.trim() === name && first(`.sp-tab-panel:not(.sp-hidden) ${selector}`);
  };
  const card = (selector) => () => first(selector) && first(selector).closest(".sp-card");

  const STEPS = [
    {
      title: "Whom to talk to first",
      text: "These students are made up. The list puts those first who are most likely to miss the goal, and says for each the main reason why. You decide the goal, and where the groups begin. If no goal is known yet, the page asks for it.",
      go: tab("The class"),
      place: card(".sp-meeting-line"),
    },
    {
      title: "One student",
      text: "A name in the list opens its student. You see what to expect, how sure that is, and the chance to reach the goal. Below stands why.",
      go: () => (first(".sp-meeting .sp-open") ? first(".sp-meeting .sp-open").click() : tab("One student")()),
      place: card(".sp-answer"),
    },
    {
      title: "What if?",
      text: "What would be expected of students who differ in one entry, such as a course that was taken. It shows how such students did. It does not promise what a change will do.",
      go: tab("One student"),
      place: card(".sp-what-if"),
    },
    {
      title: "Programs",
      text: "For a model of scores: the chance to meet what each program asks for, for this student or for the whole class. You can load the programs of your own school.",
      go: tab("Programs"),
      place: inTab("Programs", ".sp-card"),
    },
    {
      title: "Print and save",
      text: "Back at the class: pages for the meeting, results for Excel, and the session with your notes as one locked file. Nothing stays on the server. A person decides, with all this as advice.",
      go: tab("The class"),
      place: inTab("The class", ".sp-keep"),
    },
  ];

  const section = () => document.getElementById("sp-tour");
  let step = -1;
  let begun = 0; // Counts what was asked for, so that a late answer moves nothing

  function show(title, text, ...buttons) {
    const [heading, words, box] = section().children;
    [heading.textContent, words.textContent] = [title, text];
    box.replaceChildren(
      ...buttons.map(([label, action]) => {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
        button.addEventListener("click", action);
        return button;
      }),
    );
    section().hidden = false;
  }

  const mark = (place) => {
    document.querySelectorAll(".sp-shown").forEach((old) => old.classList.remove("sp-shown"));
    if (!place) return;
    const mine = begun;
    place.classList.add("sp-shown");
    place.scrollIntoView({ block: "start" });
    // Above it, things may still have come, and a panel that was on its way out has left with what stood in it
    setTimeout(() => {
      if (mine !== begun) return;
      if (place.offsetParent) place.scrollIntoView({ block: "start" });
      else when(STEPS[step].place, mark);
    }, 700);
  };

  function when(find, then, tries = 150) {
    const [mine, place] = [begun, find()];
    if (place) then(place);
    else if (tries) setTimeout(() => mine === begun && when(find, then, tries - 1), 100);
  }

  function go(to) {
    step = to;
    begun += 1;
    const { title, text, go: act, place } = STEPS[to];
    act();
    const ways = [["End the tour", () => stop()]];
    if (to) ways.unshift(["Back", () => go(to - 1)]);
    ways.unshift(to + 1 < STEPS.length ? ["Next", () => go(to + 1)] : ["Finish, and load my own list", finish]);
    show(`${to + 1} of ${STEPS.length}: ${title}`, text, ...ways);
    document.body.classList.add("sp-touring");
    mark(null);
    section().firstElementChild.focus({ preventScroll: true });
    setTimeout(() => when(place, mark), 50);
  }

  function stop(focus = () => first(".sp-tabs .sp-current")) {
    begun += 1;
    step = -1;
    seen("seen");
    mark(null);
    section().hidden = true;
    document.body.classList.remove("sp-touring");
    when(focus, (place) => place.focus());
  }

  function finish() {
    if (press("Forget the class")) press("Forget the class").click();
    stop(list);
    window.scrollTo(0, 0);
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("button.sp-try")) return;
    begun += 1;
    show("A made-up class is on its way", "The tour has five steps. You can end it at any time.", ["End the tour", () => stop()]);
    document.body.classList.add("sp-touring");
    section().firstElementChild.focus({ preventScroll: true });
    when(inTab("The class", ".sp-meeting-line"), () => go(0));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("sp-touring")) stop();
  });

  function invite() {
    if (seen()) return;
    const refuse = () => stop(list);
    const start = () => first("button.sp-try") && first("button.sp-try").click();
    const text = "Five steps on a made-up class show what this page can do. It takes two minutes.";
    show("Are you here for the first time?", text, ["Show me", start], ["Not now", refuse]);
  }

  const ready = () => when(() => first("button.sp-try"), invite, 1200);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
