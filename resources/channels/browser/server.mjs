// Serves the page and mints the temporary tokens it connects with: your key never reaches a browser.
//
//   export ASSEMBLYAI_API_KEY=...
//   node server.mjs            then open http://localhost:3000
//
// On the internet: put it behind https, and give tokens only to people you know. Each may open a paid session.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const API_URL = '__API_URL__';
const PORT = Number(process.env.PORT ?? 3000);
/** Your own check goes here: a session cookie, a login, a limit by address. */
const mayTalk = (request) => request.headers['sec-fetch-site'] === 'same-origin';

const key = process.env.ASSEMBLYAI_API_KEY;
if (!key) {
  console.error('Set ASSEMBLYAI_API_KEY to your key.');
  process.exit(1);
}

const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/talk.js': ['talk.js', 'text/javascript; charset=utf-8'],
  '/audio-worklets.js': ['audio-worklets.js', 'text/javascript; charset=utf-8'],
};

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(502).end();
  });
});

async function answer(request, response) {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (path === '/token') {
    if (!mayTalk(request)) return void response.writeHead(403).end();
    const token = await mintToken();
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    return void response.end(JSON.stringify({ token }));
  }
  const [file, type] = Object.hasOwn(FILES, path) ? FILES[path] : [];
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': type });
  response.end(await readFile(new URL(file, import.meta.url)));
}

/** Good for one connection within a minute, and for a talk of half an hour. */
async function mintToken() {
  const query = 'expires_in_seconds=60&max_session_duration_seconds=1800';
  const answered = await fetch(`${API_URL}/token?${query}`, { headers: { Authorization: `Bearer ${key}` } });
  if (!answered.ok) throw new Error(`The service gave no token: status ${answered.status}`);
  return (await answered.json()).token;
}

server.listen(PORT, () => console.log(`Open http://localhost:${server.address().port}`));
