/** How a browser differs from a program that asks: it keeps cookies by host, and says what it can read. */
export class Browser {
  /** By host name: ports share cookies. */
  readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly _headers: Readonly<Record<string, string>> = {}) {}

  /** Opens an address and stays where it answers, even when the answer sends elsewhere. */
  async open(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const at = new URL(url);
    const jar = this._jar(at);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html,*/*;q=0.8',
        'accept-language': 'it',
        ...this._headers,
        ...(cookie !== '' && { cookie }),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    return answer;
  }

  /** Goes on where an answer sends, up to an address that begins with `stop`, which is not opened. */
  async follow(answer: Response, stop?: string): Promise<{ url: string; answer: Response }> {
    let [current, url] = [answer, answer.url];
    for (let hops = 0; hops < 10; hops++) {
      const location = current.headers.get('location');
      if (location === null) return { url, answer: current };
      url = new URL(location, url).href;
      if (stop !== undefined && url.startsWith(stop)) return { url, answer: current };
      current = await this.open(url);
    }
    throw new Error('sent on and on');
  }

  /** Sends a form of a page. */
  send(url: string | URL, fields: Record<string, string>): Promise<Response> {
    return this.open(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  cookie(url: string | URL, name: string): string | undefined {
    return this._jar(new URL(url)).get(name);
  }

  setCookie(url: string | URL, name: string, value: string): void {
    this._jar(new URL(url)).set(name, value);
  }

  private _jar({ hostname }: URL): Map<string, string> {
    let jar = this.cookies.get(hostname);
    if (!jar) this.cookies.set(hostname, (jar = new Map<string, string>()));
    return jar;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const name = pair.slice(0, pair.indexOf('='));
  const ended = attributes.some(each => /^max-age=0$/i.test(each) || /^expires=.*1970/i.test(each));
  if (ended) jar.delete(name);
  else jar.set(name, pair.slice(name.length + 1));
}
