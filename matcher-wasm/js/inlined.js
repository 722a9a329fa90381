/** The worker as text and the session as code, in the build that is one file; there is nothing inlined here. */
export const inlined = null;
