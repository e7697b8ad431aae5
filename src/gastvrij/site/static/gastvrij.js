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
}
