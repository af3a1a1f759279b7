/**
 * Runs in the page: how five elements of it look, in all that a style sheet could change of them. How tall and wide they are follows
 * from what the page holds, so it does not count.
 */
export const hostLook = () =>
  ['body', 'header', 'h1', 'main > p', 'nav a'].map(selector => {
    const style = getComputedStyle(document.querySelector(selector));
    const names = [...style].filter(name => !/^((block|inline)-size|height|width|(perspective|transform)-origin)$/.test(name));
    return names.map(name => `${name}: ${style.getPropertyValue(name)}`).join('; ');
  });
