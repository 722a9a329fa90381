// The only addresses that the widget opens: an offer's own page or a training's, by a click.

/** The address with the partner's marks, or `undefined` where it is not a web page: no `javascript:`, no `data:`. */
export function outgoing(link, { partner, origin } = {}) {
  let url;
  try {
    url = new URL(link);
  } catch {
    return undefined;
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  if (partner || origin) url.searchParams.set("utm_medium", "job-match");
  if (partner) url.searchParams.set("utm_source", partner);
  if (origin) url.searchParams.set("utm_content", origin);
  return url.href;
}
