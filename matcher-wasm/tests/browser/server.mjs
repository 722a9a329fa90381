// A small web server for the tests: folders under names, pages made of text, headers a page asks for, and a list of every
// request.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8", ".bin": "application/octet-stream",
};

/**
 * `folders`: `{"/widget/": "/path"}`; `pages`: `{"/": {html, headers}}`, or a function of the request's URL; `everywhere`:
 * headers of every file too.
 */
export async function serve({ folders = {}, pages = {}, everywhere = {}, port = 0 }) {
  const requests = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    requests.push({ method: request.method, path: url.pathname + url.search });
    const page = pages[url.pathname];
    if (page) {
      const { html = "", status = 200, headers = {}, body = html } = typeof page === "function" ? page(url) : page;
      response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...everywhere, ...headers });
      return response.end(body);
    }
    const [at, folder] = Object.entries(folders).find(([prefix]) => url.pathname.startsWith(prefix)) ?? [];
    const file = folder && join(folder, normalize(decodeURIComponent(url.pathname.slice(at.length))));
    if (!file || !file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, everywhere);
      return response.end("not here");
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "access-control-allow-origin": "*", ...everywhere });
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, requests, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}
