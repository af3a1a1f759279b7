import { serverPaths, startCityServer } from '../../scripts/city-server.mjs';
import { demoNewspaper } from '../../scripts/demo-newspaper.mjs';
import { proxy } from '../../scripts/proxy.mjs';
import { serve } from '../../scripts/serve.mjs';

/** The city as `npm start` has it, page, server, provider, registry and a newspaper, with a data folder of its own. */
export async function startCity(data, port = 0) {
  let server;
  const answer = proxy({ target: () => server?.url, paths: serverPaths });
  const site = await serve({ root: 'dist/demo', host: 'localhost', port, answer });
  const newspaper = await demoNewspaper({ city: site.url, port: 0 });
  const other = `http://127.0.0.1:${newspaper.port}`;
  server = await startCityServer({ url: site.url, data, sites: [other] });
  return {
    ...site,
    newspaper: other,
    async close() {
      await server.close();
      await Promise.all([newspaper.close(), site.close()]);
    },
  };
}
