// Puts the widget together in pkg/widget: the element, its worker and the engine's glue as modules, one module of messages a
// language, and dist/: the same in one file for a <script> from elsewhere. `node js/build.mjs` after matcher-wasm/build-widget.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { messages } from "./messages.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const engine = process.env.MATCHER_GLUE ?? join(here, "../pkg/browser");
const out = join(here, "../pkg/widget");

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "messages"), { recursive: true });
for (const [language, texts] of Object.entries(messages())) {
  writeFileSync(join(out, "messages", `${language}.js`), `export default ${JSON.stringify(texts)};\n`);
}

/** What stays a file of its own, and where the engine's glue lies. */
const split = {
  name: "split",
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/(messages\/|worker\.js$)/ }, ({ path, kind }) => (kind === "entry-point" ? undefined : { path, external: true }));
    bundle.onResolve({ filter: /^\.\/matcher\.js$/ }, () => ({ path: join(engine, "matcher.js") }));
  },
};
const common = {
  bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none", charset: "utf8", loader: { ".css": "text" }, absWorkingDir: here,
};
/** Styles without what only people need. */
const style = {
  name: "style",
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await import("esbuild").then(({ transform }) => transform(readFileSync(path, "utf8"), { loader: "css", minify: true }));
      return { contents: code, loader: "text" };
    });
  },
};
await build({ ...common, entryPoints: ["./job-match.js", "./worker.js"], outdir: out, plugins: [split, style] });

// Where WebAssembly is refused, the same worker over the engine as JavaScript.
const compat = join(here, "../pkg/compat/matcher.js");
if (existsSync(compat)) {
  const over = { name: "over", setup: (bundle) => bundle.onResolve({ filter: /^\.\/matcher\.js$/ }, () => ({ path: compat })) };
  await build({ ...common, entryPoints: ["./worker.js"], outfile: join(out, "worker.compat.js"), plugins: [over, style] });
}

for (const file of readdirSync(engine).filter((name) => name.endsWith(".wasm"))) copyFileSync(join(engine, file), join(out, file));
copyFileSync(join(here, "host.js"), join(out, "host.js"));
copyFileSync(join(here, "frame.html"), join(out, "frame.html"));
copyFileSync(join(here, "frame.css"), join(out, "frame.css"));
copyFileSync(join(here, "frame.js"), join(out, "frame.js"));
copyFileSync(join(here, "engine.d.ts"), join(out, "engine.d.ts"));
copyFileSync(join(here, "job-match.d.ts"), join(out, "job-match.d.ts"));

// What editors and catalogues of elements read. Run where no package.json lies, for the tool would write into it.
copyFileSync(join(here, "element.js"), join(out, "element.js"));
execFileSync(join(here, "../node_modules/.bin/cem"), ["analyze", "--quiet", "--globs", "element.js", "--outdir", "."], { cwd: out, stdio: "inherit" });
rmSync(join(out, "element.js"));

const hash = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const read = (name) => readFileSync(join(out, name));

// One file: the worker's text is in it, started from a blob, and the engine is fetched from beside it and checked by its hash.
const worker = await build({ ...common, entryPoints: ["./worker.js"], write: false, plugins: [split, style], define: { "import.meta.url": "self.location.href" } });
const engines = { first: "matcher_first_bg.wasm", matching: "matcher_bg.wasm", whole: "matcher_whole_bg.wasm" };
const integrity = Object.fromEntries(Object.entries(engines).filter(([, file]) => existsSync(join(out, file))).map(([name, file]) => [name, hash(read(file))]));
const single = {
  name: "single",
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/inlined\.js$/ }, () => ({ path: "inlined", namespace: "single" }));
    bundle.onLoad({ filter: /^inlined$/, namespace: "single" }, () => ({ resolveDir: here, contents: `
      import { answering } from "./answering.js";
      const text = ${JSON.stringify(worker.outputFiles[0].text)};
      export const inlined = {
        integrity: ${JSON.stringify(integrity)},
        session: async () => ({ answering }),
        worker(trusted) {
          const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
          const worker = new Worker(trusted(address), { type: "module" });
          worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
          return worker;
        },
      };` }));
    bundle.onResolve({ filter: /^\.\/messages\// }, ({ path }) => ({ path: join(out, path) }));
    bundle.onResolve({ filter: /^\.\/worker\.js$/ }, ({ path }) => ({ path, external: true }));
    bundle.onResolve({ filter: /^\.\/matcher\.js$/ }, () => ({ path: join(engine, "matcher.js") }));
  },
};
await build({ ...common, entryPoints: ["./job-match.js"], outfile: join(out, "job-match.single.js"), plugins: [single, style] });

// `budgets.mjs` says how much of it travels.
for (const name of ["job-match.single.js", "job-match.js", ...Object.keys(integrity).map((name) => engines[name])]) console.log(`${name}: integrity="${hash(read(name))}"`);
