/* Small helps for a page that already works without them. */
{
  const wide = window.matchMedia("(min-width: 62rem)");

  /* Move the reader to the list of mistakes. */
  document.querySelector("[data-gastvrij-focus]")?.focus();

  /* A table of contents beside the text stands open; on a phone it is folded. */
  for (const contents of document.querySelectorAll("details[data-gastvrij-toc]")) {
    const fit = () => { contents.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
  }

  /* A form whose button is pressed twice is sent once. */
  for (const form of document.querySelectorAll("form[data-gastvrij-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.gastvrijOnce === "sent") event.preventDefault();
      form.dataset.gastvrijOnce = "sent";
    });
    window.addEventListener("pageshow", () => { form.dataset.gastvrijOnce = ""; });
  }

  /* What a group says in the visitor's own language stands open. */
  const spoken = new Set(navigator.languages.map((each) => each.split("-")[0]));
  for (const summary of document.querySelectorAll("details[data-gastvrij-tongue]")) {
    const asked = location.hash === `#${summary.lastElementChild.id}`;
    summary.open ||= asked || spoken.has(summary.lang);
  }

  /* One more person in a form, without asking the site for it. */
  const more = document.querySelector("[data-gastvrij-more]");
  const blank = document.querySelector("template[data-gastvrij-person]");
  if (more && blank) {
    more.querySelector("button").addEventListener("click", (event) => {
      event.preventDefault();
      const count = more.closest("form").elements.namedItem("people");
      const number = Number(count.value);
      const person = blank.content.cloneNode(true);
      for (const each of person.querySelectorAll("*")) {
        for (const name of ["id", "name", "for", "aria-describedby"]) {
          const words = each.getAttribute(name);
          if (words) each.setAttribute(name, words.replace(/-N(?=[-\s]|$)/g, `-${number}`));
        }
      }
      person.querySelector("[data-gastvrij-number]").textContent = number + 1;
      person.querySelector("[name=less]").value = number;
      const first = person.querySelector("input");
      more.before(person);
      first.focus();
      count.value = number + 1;
      more.hidden = number + 1 >= Number(count.dataset.gastvrijMost);
    });
  }

  /* A checklist: what is ticked stays in this browser, and is never sent. */
  const lists = [...document.querySelectorAll("[data-gastvrij-checklist]")];
  if (lists.length) {
    const place = `gastvrij-checklist-${lists[0].dataset.gastvrijChecklist}`;
    let kept = new Set();
    try { kept = new Set(JSON.parse(localStorage.getItem(place))); } catch { /* nothing is kept here */ }
    const keep = () => {
      try { localStorage.setItem(place, JSON.stringify([...kept])); } catch { /* ticked until the page closes */ }
    };
    const items = lists.flatMap((list) => [...list.children]);
    const boxes = items.map((item, index) => {
      const words = item.textContent.trim().replace(/\s+/g, " ");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.id = `tick-${index + 1}`;
      box.checked = kept.has(words);
      box.addEventListener("change", () => {
        if (box.checked) kept.add(words); else kept.delete(words);
        keep();
      });
      label.htmlFor = box.id;
      label.append(...item.childNodes);
      item.append(box, label);
      return box;
    });
    const note = document.querySelector("[data-gastvrij-checklist-note]");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      kept.clear();
      keep();
    });
  }
}
