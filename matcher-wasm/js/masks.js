// What asks session recorders of host pages to look away; docs/PRIVACY.md says what it cannot prevent.

/** For everything of the widget: what is typed, chosen, pasted and answered. */
export const masked = {
  "data-private": true, "data-hj-suppress": true, "data-sentry-mask": true, "data-dd-privacy": "mask", "data-clarity-mask": "true", "data-matomo-mask": true,
};
/** For a field: password managers leave it alone too. */
export const unrecorded = { ...masked, "data-1p-ignore": true, "data-lpignore": "true" };
