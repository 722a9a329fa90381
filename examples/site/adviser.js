// What a host does with a profile that its visitor hands over: here it only says so. Nothing else carries one.
document.querySelector("job-match").addEventListener("job-match-hand-over", ({ detail }) => {
  document.querySelector("footer").textContent = `Reçu : ${Object.keys(detail.profile).length - 1} champs, ${detail.offers.length} offres gardées.`;
});
