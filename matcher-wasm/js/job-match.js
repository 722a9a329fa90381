// The package's entry: defines <job-match> once, however often the script is loaded.

import { JobMatch } from "./element.js";

export { EVENTS, JobMatch } from "./element.js";
export { ERRORS } from "./fault.js";

// Where there is no page (a server that renders it), importing this does nothing.
if (globalThis.customElements && !customElements.get("job-match")) customElements.define("job-match", JobMatch);
