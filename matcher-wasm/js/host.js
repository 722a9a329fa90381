// Beside the <iframe>: gives it the height of its content. Only frames that ask, from their own address, are listened to.
addEventListener("message", ({ data, origin, source }) => {
  const frame = [...document.querySelectorAll("iframe[data-job-match]")].find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== new URL(frame.src).origin || data?.type !== "job-match") return;
  if (data.height > 0 && data.height < 20_000) frame.style.height = `${Math.ceil(data.height)}px`;
  if (data.event) frame.dispatchEvent(new CustomEvent(data.event, { detail: data.detail, bubbles: true }));
});
