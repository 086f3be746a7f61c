// What makes the desk smoother. Every page works without it.
"use strict";
(() => {
  const typing = (node) => node && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName));

  // One key, one button: elements name theirs in data-key.
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(document.activeElement)) { document.activeElement.blur(); return; }
    if (typing(event.target)) return;
    const found = [...document.querySelectorAll("[data-key]")].find((node) => node.dataset.key === event.key);
    if (!found) return;
    event.preventDefault();
    if (found.tagName === "INPUT") { found.focus(); found.select(); return; }
    if (found.tagName === "SUMMARY") {
      found.parentElement.open = true;
      const field = found.parentElement.querySelector("input:not([type=hidden]), select");
      if (field) field.focus();
      return;
    }
    found.click();
  });

  // After a part of the page was changed, whoever cannot see it is told where they are.
  document.addEventListener("htmx:afterSettle", () => {
    const heading = document.querySelector("main h1[tabindex]");
    if (heading) heading.focus({ preventScroll: true });
    scrollTo(0, 0);
    watch();
  });
  // A refusal is a page too, and is to be read.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([400, 403, 404, 409, 422].includes(event.detail.xhr.status)) { event.detail.shouldSwap = true; event.detail.isError = false; }
  });

  // Files dropped on the form.
  for (const form of document.querySelectorAll("[data-drop]")) {
    const files = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("dropping"); });
    form.addEventListener("dragleave", () => form.classList.remove("dropping"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("dropping");
      if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
      else if (event.dataTransfer.getData("text")) form.querySelector("textarea").value = event.dataTransfer.getData("text");
    });
  }

  // Progress as it is made; at the end the page is asked for again.
  function watch() {
    for (const node of document.querySelectorAll("[data-progress]:not([data-watched])")) {
      node.dataset.watched = "";
      const events = new EventSource(node.dataset.progress);
      const show = (told) => {
        node.querySelector("progress").value = told.progress;
        node.querySelector("[data-now]").textContent = told.now || "Reading";
        node.querySelector("[data-count]").textContent = `${told.begun} of ${told.total}`;
      };
      events.addEventListener("progress", (event) => show(JSON.parse(event.data)));
      events.addEventListener("done", () => { events.close(); location.reload(); });
      events.addEventListener("error", () => { events.close(); setTimeout(() => location.reload(), 3000); });
    }
  }
  watch();

  // A card drawn to another column leads to the form that asks why.
  const board = document.querySelector("[data-board]");
  if (board) {
    let drawn = "";
    board.addEventListener("dragstart", (event) => {
      const card = event.target.closest("[data-commitment]");
      drawn = card ? card.dataset.commitment : "";
      if (drawn) event.dataTransfer.setData("text/plain", drawn);
    });
    for (const lane of board.querySelectorAll("[data-life]")) {
      lane.addEventListener("dragover", (event) => { if (drawn) { event.preventDefault(); lane.classList.add("over"); } });
      lane.addEventListener("dragleave", () => lane.classList.remove("over"));
      lane.addEventListener("drop", (event) => {
        event.preventDefault();
        if (drawn) location.assign(`${drawn}?life=${encodeURIComponent(lane.dataset.life)}#judge`);
      });
    }
  }
})();
