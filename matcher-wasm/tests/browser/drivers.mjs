// One way to drive three browsers, for the journey of `elsewhere.mjs`: Chromium and Firefox by WebDriver BiDi (puppeteer-core), WebKit by
// the WebDriver protocol of WebKitGTK. Nothing is downloaded; the browsers are Debian's.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const WEBKIT = process.env.WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const WINDOW = { width: 1280, height: 900 };

/**
 * Each browser that lies here, by its name: a function that starts it. What it starts can `open` an address, `run` a function in the
 * page, find an element by such a function (`find`), `click` it, `type` a text, `press` a key (`Enter`, `ArrowDown`), read the file that
 * was `saved`, and `close`.
 */
export const DRIVERS = Object.fromEntries(
  Object.entries({ Chromium: [CHROMIUM, chromium], Firefox: [FIREFOX, firefox], WebKit: [WEBKIT, webkit] }).filter(([, [path]]) => existsSync(path)).map(([name, [, start]]) => [name, start]),
);

/** The one file that lands in a folder, once all of it is there. */
async function landed(folder) {
  for (let tries = 0; tries < 100; tries += 1) {
    const [name, ...more] = existsSync(folder) ? readdirSync(folder).filter((file) => !/\.(part|crdownload|wkdownload)$/.test(file)) : [];
    if (more.length > 0) throw new Error(`several files: ${[name, ...more]}`);
    const text = name && readFileSync(join(folder, name), "utf8");
    if (text) return { name, text };
    await pause(100);
  }
  throw new Error(`no file in ${folder}`);
}

function chromium() {
  return puppet((downloadPath) => ({
    browser: "chrome", executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], downloadBehavior: { policy: "allow", downloadPath },
  }));
}

function firefox() {
  return puppet((folder) => ({
    browser: "firefox", executablePath: FIREFOX,
    extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.useDownloadDir": true, "browser.download.alwaysOpenPanel": false, "browser.helperApps.neverAsk.saveToDisk": "application/json" },
  }));
}

/** A function or its text, called in the page. */
const called = (what, args) => `(${what})(...${JSON.stringify(args)})`;

async function puppet(options) {
  const folder = mkdtempSync(join(tmpdir(), "saved-"));
  const browser = await puppeteer.launch({ headless: true, defaultViewport: WINDOW, ...options(folder) });
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  return {
    version: await browser.version(),
    complaints,
    open: (address) => page.goto(address),
    run: (what, ...args) => page.evaluate(called(what, args)),
    find: (what, ...args) => page.evaluateHandle(called(what, args)),
    click: (element) => element.click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    saved: () => landed(folder),
    picture: (path) => page.screenshot({ path }),
    close: () => browser.close(),
  };
}

/** Keys as WebDriver writes them. */
const KEYS = { Enter: "\uE007", ArrowDown: "\uE015", Tab: "\uE004", Escape: "\uE00C" };

/** The MiniBrowser of WebKitGTK on a screen of its own (Xvfb). */
async function webkit() {
  const home = mkdtempSync(join(tmpdir(), "webkit-"));
  const folder = join(home, "saved");
  for (const path of [folder, join(home, ".config")]) mkdirSync(path);
  writeFileSync(join(home, ".config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.stdout.once("data", (number) => resolve(`:${String(number).trim()}`));
  });
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    // Neither a graphics card nor name spaces are asked of the machine.
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, ".config"), DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  });
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { "content-type": "application/json" }, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const wanted = { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary: WEBKIT, args: ["--automation"] } } } };
  const { sessionId, capabilities } = await patiently(() => call("POST", "/session", wanted));
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  const run = (what, ...args) => session("POST", "/execute/async", {
    script: `const done = arguments[arguments.length - 1];
      Promise.resolve((${what})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    args,
  }).then(({ value, error }) => {
    if (error) throw new Error(error);
    return value;
  });
  const keys = (codes) => session("POST", "/actions", {
    actions: [{ type: "key", id: "keyboard", actions: codes.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }],
  });
  await session("POST", "/window/rect", WINDOW);
  return {
    version: `WebKitGTK/${capabilities.browserVersion}`,
    open: (url) => session("POST", "/url", { url }),
    run,
    find: run,
    // Moved to and pressed: the driver's own click takes whatever lies in a shadow root for covered by its host.
    async click(element) {
      await session("POST", "/execute/sync", { script: "arguments[0].scrollIntoView({ block: 'center' })", args: [element] });
      const actions = [{ type: "pointerMove", origin: element, x: 0, y: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await session("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
    },
    type: (text) => keys([...text]),
    press: (key) => keys([KEYS[key]]),
    saved: () => landed(folder),
    picture: async (path) => writeFileSync(path, Buffer.from(await session("GET", "/screenshot"), "base64")),
    async close() {
      await session("DELETE", "").catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}

/** A port that nobody listens on. */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Asks again while nobody listens yet. */
async function patiently(ask) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 50 || !/fetch failed/.test(error.message)) throw error;
      await pause(100);
    }
  }
}
