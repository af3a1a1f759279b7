/** What a person clicks or fills in, by what it is and what it is called. */
export const at = (page, role, name) => page.locator(`::-p-aria([name="${name}"][role="${role}"])`);

export const click = (page, role, name) => at(page, role, name).click();

/** Waits until a widget says something. @param widget - Its selector. */
export const said = (page, widget, text) =>
  page.waitForFunction(
    (selector, wanted) =>
      document.querySelector(selector)?.shadowRoot?.querySelector('[part=base]')?.textContent.includes(wanted),
    {},
    widget,
    text,
  );
