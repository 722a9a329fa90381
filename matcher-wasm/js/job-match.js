// The package's entry: defines <job-match> once, however often the script is loaded.

import { JobMatch } from "./element.js";

export { EVENTS, JobMatch } from "./element.js";
export { ERRORS } from "./fault.js";

if (!customElements.get("job-match")) customElements.define("job-match", JobMatch);
