import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** Two pages: staff and customers. Each loads its own frame and, with each address, the pages below it. */
export default defineConfig({
  root: here,
  plugins: [react(), portalPages()],
  build: {
    rolldownOptions: { input: { staff: resolve(here, 'index.html'), portal: resolve(here, 'portal.html') } },
    manifest: true,
    assetsDir: 'console',
    // Charts and tables are the largest parts; they come with the first page that shows one.
    chunkSizeWarningLimit: 1_200,
  },
  // `vite` while the system runs: pages change as they are written, everything else is the gateway's.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/session', '/assets', '/docs', '/links', '/status'].map((path) => [path, toGateway()]),
    ),
  },
});

/** The gateway takes changes from its own origin only: here the pages come from another, which stands for it. */
function toGateway() {
  const target = gateway();
  return { target, changeOrigin: true, headers: { origin: target } };
}

/** Where the system of this checkout runs; where `npm start` puts it when it does not. */
function gateway(): string {
  const run = resolve(here, '../../.yitu/run.json');
  if (!existsSync(run)) return 'http://127.0.0.1:8080';
  return (JSON.parse(readFileSync(run, 'utf8')) as { url: string }).url; // written by `npm start`
}

/** In development, too, the customers' page is for all addresses below `/portal`. */
function portalPages(): Plugin {
  return {
    name: 'portal-pages',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (/^\/portal(\/|\?|$)/.test(request.url ?? '')) request.url = '/portal.html';
        next();
      });
    },
  };
}
