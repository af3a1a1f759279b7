/**
 * Takes down what a tab asks for.
 *
 * @param protocol - The tab's session of the DevTools protocol, with `Network` switched on.
 * @returns A function that tells what had come in so many milliseconds from the start of the page, besides the page itself: how many
 *   `files` and `sheets` (style sheets), and how many `bytes` over the wire, those of the page among them. `underWay` is how many files
 *   had been asked for and were not there yet: what was shown then did not need them.
 */
export function traffic(protocol) {
  const asked = new Map();
  protocol.on('Network.requestWillBeSent', ({ requestId, timestamp, type, request }) => {
    if (request.url.startsWith('http')) asked.set(requestId, { type, sent: timestamp, done: Infinity, bytes: 0 });
  });
  // What a link had fetched ahead is taken from memory, which is no request.
  protocol.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId));
  protocol.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request) Object.assign(request, { bytes: encodedDataLength, done: timestamp });
  });
  return milliseconds => {
    const [page, ...rest] = asked.values();
    const end = page.sent + milliseconds / 1000;
    const come = rest.filter(({ done }) => done <= end);
    const sheets = come.filter(({ type }) => type === 'Stylesheet').length;
    return {
      files: come.length - sheets,
      sheets,
      bytes: come.reduce((sum, { bytes }) => sum + bytes, page.bytes),
      underWay: rest.filter(({ sent, done }) => sent <= end && done > end).length,
    };
  };
}
