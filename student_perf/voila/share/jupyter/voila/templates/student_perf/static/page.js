// What ipywidgets cannot say about its controls: live regions, help texts, tabs, dropped files, and, on a page of our own, a connection that is gone.
(function () {
  "use strict";
  if (window.studentPerf) return; // A notebook shows the app more than once
  window.studentPerf = true;
  const ours = () => document.getElementById("rendered_cells"); // JupyterLab has none: there the app is a guest
  let count = 0;
  const id = (element) => (element.id = element.id || `sp-${(count += 1)}`);
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  // ---- fields, answers, tabs ----

  function describe(field) {
    const control = field.querySelector("input, select, textarea");
    if (!control) return;
    const help = field.querySelector(".sp-help .widget-html-content");
    if (help) set(control, "aria-describedby", id(help));
    set(control, "autocomplete", "off");
    if (control.tagName === "INPUT" && control.type === "text" && ["not known", "none", ""].includes(control.placeholder)) control.inputMode = "decimal";
    set(control, "aria-invalid", String(field.classList.contains("sp-wrong")));
  }

  function announce() {
    document.querySelectorAll(".sp-error .widget-html-content:not([role])").forEach((region) => {
      region.setAttribute("role", "alert");
      region.setAttribute("aria-atomic", "true");
    });
  }

  // An answer changes with each letter that is typed; a screen reader is told once, when the typing pauses
  const told = new Map();
  let pause = null;

  function speak() {
    const news = [];
    document.querySelectorAll(".sp-answer, .sp-status, .sp-state").forEach((region) => {
      const parts = region.querySelectorAll(".sp-estimate, .sp-line");
      const text = (parts.length ? [...parts] : [region]).map((one) => one.textContent.replace(/\s+/g, " ").trim()).join(". ");
      if (told.has(region) && text && told.get(region) !== text && region.offsetParent) news.push(text);
      told.set(region, text);
    });
    if (news.length) document.getElementById("sp-spoken").textContent = news.join(" ");
  }

  function settle(app) {
    set(app, "data-scripted", "true");
    set(app, "data-lm-suppress-shortcuts", "true"); // An arrow key means the tabs, not the cells of the notebook
    if (document.getElementById("sp-spoken")) return;
    const region = Object.assign(document.createElement("div"), { id: "sp-spoken", className: "sp-spoken" });
    region.setAttribute("role", "status");
    document.body.append(region);
  }

  function nameTabs(app) {
    const bar = app.querySelector(".sp-tabs");
    if (!bar) return;
    set(bar, "role", "tablist");
    set(bar, "aria-label", "Parts of the app");
    const tabs = [...bar.querySelectorAll("button")];
    tabs.forEach((tab) => {
      const current = tab.classList.contains("sp-current");
      set(tab, "role", "tab");
      set(tab, "aria-selected", String(current));
      set(tab, "tabindex", current ? "0" : "-1");
    });
    app.querySelectorAll(".sp-tab-panel").forEach((panel) => {
      const place = [...panel.classList].find((name) => /^sp-place-\d+$/.test(name));
      const tab = tabs.find((one) => one.classList.contains(place));
      if (!tab) return;
      set(panel, "role", "tabpanel");
      set(panel, "aria-labelledby", id(tab));
      set(tab, "aria-controls", id(panel));
    });
  }

  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest && event.target.closest(".sp-tabs button");
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key];
    if (!tab || !step) return;
    const tabs = [...tab.parentElement.querySelectorAll("button")];
    const place = tabs.indexOf(tab) + step;
    const next = tabs[Math.abs(step) > 1 ? (step < 0 ? 0 : tabs.length - 1) : (place + tabs.length) % tabs.length];
    next.focus();
    next.click();
    event.preventDefault();
  });

  // ---- a name in the list opens its student; the focus goes along ----

  let wanted = null; // What takes the focus once it is shown

  function follow() {
    if (document.body.classList.contains("sp-touring")) wanted = null; // The tour keeps the focus
    const place = wanted && [...document.querySelectorAll(wanted)].find((one) => one.offsetParent);
    if (!place) return;
    wanted = null;
    place.focus();
    place.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    const name = event.target.closest && event.target.closest(".sp-open");
    const field = name && name.closest(".sp-app").querySelector(".sp-one input");
    if (field) {
      wanted = `.sp-visit h2[data-row="${name.dataset.row}"]`;
      field.value = name.dataset.row;
      ["input", "change"].forEach((kind) => field.dispatchEvent(new Event(kind, { bubbles: true })));
    }
    if (event.target.closest && event.target.closest("button.sp-back")) {
      const shown = document.querySelector(".sp-visit h2");
      wanted = shown && `.sp-meeting .sp-open[data-row="${shown.dataset.row}"]`;
    }
    const paper = event.target.closest && event.target.closest('a[download$=".meeting.html"]');
    if (paper) {
      event.preventDefault();
      const text = Uint8Array.from(atob(paper.href.split(",")[1]), (c) => c.charCodeAt(0));
      window.open(URL.createObjectURL(new Blob([text], { type: "text/html;charset=utf-8" })));
    }
  });

  function mark() {
    follow();
    document.querySelectorAll(".sp-field").forEach(describe);
    announce();
    clearTimeout(pause);
    pause = setTimeout(speak, 800);
    document.querySelectorAll(".sp-app").forEach((app) => [settle, nameTabs].forEach((see) => see(app)));
    document.querySelectorAll(".sp-upload button:not([data-sp])").forEach((button) => {
      button.dataset.sp = "1";
      new MutationObserver(() => plain(button)).observe(button, { childList: true, characterData: true, subtree: true });
      plain(button);
    });
  }

  function plain(button) {
    // ipywidgets counts files: "Choose a list (0)"
    button.childNodes.forEach((node) => {
      const text = node.nodeValue && node.nodeValue.replace(/\s*\(\d+\)$/, "");
      if (node.nodeType === 3 && node.nodeValue !== text) node.nodeValue = text;
    });
    button.removeAttribute("title");
  }

  // ---- files: a size limit before the upload, and drag and drop ----

  const MOST_BYTES = 5e6;
  let dropped = null;
  let pressed = false; // Was a button of the app the last thing that was pressed?
  document.addEventListener("click", (event) => (pressed = Boolean(zone(event))), true);
  const openDialog = HTMLInputElement.prototype.click;

  function refuse(file) {
    const box = document.querySelector(".sp-tab-panel:not(.sp-hidden) .sp-error .widget-html-content");
    const size = (file.size / 1e6).toFixed(1);
    if (box) box.textContent = `${file.name}: the file has ${size} MB; the app reads up to ${MOST_BYTES / 1e6} MB`;
  }

  HTMLInputElement.prototype.click = function () {
    if (this.type !== "file" || !pressed) return openDialog.call(this);
    if (!this.dataset.sp) {
      this.dataset.sp = "1";
      this.addEventListener(
        "change",
        (event) => {
          const file = [...this.files].find((one) => one.size > MOST_BYTES);
          if (!file) return;
          event.stopImmediatePropagation();
          refuse(file);
        },
        true,
      );
    }
    if (!dropped) return openDialog.call(this);
    this.value = "";
    this.files = dropped;
    dropped = null;
    this.dispatchEvent(new Event("change"));
  };

  const zone = (event) => event.target.closest && event.target.closest(".sp-upload");
  ["dragover", "dragleave", "drop"].forEach((kind) =>
    document.addEventListener(kind, (event) => {
      const place = zone(event);
      if (place || ours()) event.preventDefault(); // A file dropped beside the zone must not replace the page
      document.querySelectorAll(".sp-over").forEach((old) => old !== place && old.classList.remove("sp-over"));
      if (!place) return;
      place.classList.toggle("sp-over", kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer.files.length) return;
      dropped = event.dataTransfer.files;
      place.querySelector("button").click();
    }),
  );

  // ---- a visit that is about to end, and a kernel that is gone ----

  const READ = "What is shown can still be read and printed. What was entered and not saved will be gone when you start again.";
  const ENDED = [`This visit has ended: its connection was gone for too long, or its program stopped. ${READ}`, "Start again"];
  const LOST = ["The connection is lost. The page tries to get it back; what is shown may be old.", "Reload the page"];
  let leaving = false;
  let closed = null;
  let over = false; // A kernel that ended took the answers along: a new connection does not bring them back
  let last = Date.now(); // When something was entered
  let asked = last; // When the server was asked whether the kernel is there
  window.addEventListener("beforeunload", () => (leaving = true));
  ["pointerdown", "keydown", "input"].forEach((kind) => document.addEventListener(kind, () => (last = Date.now()), true));

  const config = () => JSON.parse((document.getElementById("jupyter-config-data") || { textContent: "{}" }).textContent);

  function say(words, soon = false) {
    const notice = document.getElementById("sp-lost");
    if (!notice || leaving) return;
    notice.classList.toggle("sp-soon", soon);
    notice.hidden = !words;
    [...notice.children].forEach((part, i) => words && part.textContent !== words[i] && (part.textContent = words[i]));
  }

  function end(words) {
    if (over) return;
    over = true;
    say(words);
    document.querySelectorAll("main :is(button, select)").forEach((control) => (control.disabled = true));
    document.querySelectorAll("main :is(input, textarea)").forEach((control) => (control.readOnly = true));
  }

  async function check() {
    const { baseUrl, kernelId } = config();
    if (over || leaving || !kernelId) return;
    const reply = await fetch(`${baseUrl}api/kernels/${kernelId}`).catch(() => null);
    if (reply && reply.status === 404) end(ENDED);
    else if (closed) say(LOST);
  }

  function tick() {
    if (over || leaving) return;
    if (Date.now() - asked > (closed ? 5000 : 60000)) {
      asked = Date.now();
      check();
    }
    const { idleMinutes: most, baseUrl, kernelId } = config();
    if (!most || closed) return;
    const until = last + 60000 * most;
    const notice = document.getElementById("sp-lost");
    if (Date.now() >= until) {
      const headers = { "X-XSRFToken": (/\b_xsrf=([^;]*)/.exec(document.cookie) || [])[1] || "" };
      fetch(`${baseUrl}voila/api/shutdown/${kernelId}`, { method: "POST", headers }).catch(() => null);
      end([`This visit has ended, because nothing was entered for ${most} minutes. ${READ}`, "Start again"]);
    } else if (Date.now() >= until - 60000 * Math.min(5, most / 2)) {
      const time = new Date(until).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
      say([`This visit ends at ${time} if nothing is entered. To keep your notes, save the session.`, "Stay"], true);
    } else if (notice && notice.classList.contains("sp-soon")) say(null);
  }

  function ended(data) {
    const text = typeof data === "string" ? data : new TextDecoder("latin1").decode(data);
    return /"execution_state":\s*"(restarting|autorestarting|dead)"/.test(text);
  }

  function guard(Socket) {
    window.WebSocket = class extends Socket {
      constructor(...how) {
        super(...how);
        this.addEventListener("message", ({ data }) => {
          const size = typeof data === "string" ? data.length : data.byteLength || 0;
          if (size <= 4096 && ended(data)) end(ENDED);
        });
        this.addEventListener("close", () => (closed = closed || setTimeout(check, 1500)));
        this.addEventListener("open", () => {
          clearTimeout(closed);
          closed = null;
          if (!over) say(null);
        });
      }
    };
  }

  if (document.getElementById("sp-lost")) guard(window.WebSocket);

  function watch() {
    const notice = document.querySelector("#sp-lost button");
    if (notice) {
      notice.addEventListener("click", () => (notice.textContent === "Stay" ? tick() : window.location.reload()));
      setInterval(tick, 1000);
    }
    let waiting = false; // Once a frame is enough, and after the answer has been painted
    const observer = new MutationObserver(() => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    });
    observer.observe(ours() || document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class"],
    });
    mark();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
  else watch();
})();
