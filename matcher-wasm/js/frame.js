// The page in the <iframe>: its address says what the widget is, `frame.html?src=…&lang=fr&theme=dark`.

const parameters = new URLSearchParams(location.search);
const widget = document.createElement("job-match");
const known = ["src", "lang", "theme", "max-results", "heading", "partner", "origin", "adviser", "view", "as-of", "postings"];
for (const name of known) if (parameters.has(name)) widget.setAttribute(name, parameters.get(name));
document.documentElement.lang = parameters.get("lang") ?? navigator.language;
document.body.append(widget);

// The height goes to whoever embeds the page; what the visitor hands over only to the page that the browser names.
const host = document.referrer ? new URL(document.referrer).origin : undefined;
const tell = (message, target) => parent !== window && parent.postMessage({ type: "job-match", ...message }, target);
new ResizeObserver(() => tell({ height: document.documentElement.getBoundingClientRect().height }, "*")).observe(document.documentElement);
for (const event of ["ready", "results", "change", "error", "hand-over"].map((name) => `job-match-${name}`)) {
  widget.addEventListener(event, ({ detail }) => host && tell({ event, detail }, host));
}
