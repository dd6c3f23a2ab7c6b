// What ipywidgets cannot say about its controls: live regions, help texts that belong to a control, number pads.
(function () {
  "use strict";
  let count = 0;

  function describe(field) {
    const control = field.querySelector("input, select");
    const help = field.querySelector(".sp-help .widget-html-content");
    if (!control || !help || control.hasAttribute("aria-describedby")) return;
    help.id = help.id || `sp-help-${(count += 1)}`;
    control.setAttribute("aria-describedby", help.id);
    control.setAttribute("autocomplete", "off");
    if (control.tagName === "INPUT") control.inputMode = "decimal";
  }

  function announce(selector, role) {
    document.querySelectorAll(`${selector} .widget-html-content:not([role])`).forEach((region) => {
      region.setAttribute("role", role);
      region.setAttribute("aria-atomic", "true");
    });
  }

  function mark() {
    document.querySelectorAll(".sp-field").forEach((field) => {
      describe(field);
      const control = field.querySelector("input, select");
      const wrong = String(field.classList.contains("sp-wrong"));
      if (control && control.getAttribute("aria-invalid") !== wrong) {
        control.setAttribute("aria-invalid", wrong);
      }
    });
    announce(".sp-answer", "status");
    announce(".sp-error", "alert");
  }

  function watch() {
    const observer = new MutationObserver(mark);
    observer.observe(document.getElementById("rendered_cells"), {
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
