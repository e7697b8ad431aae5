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
}
