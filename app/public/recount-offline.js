// Lets the page that repeats a count open again without a network. It keeps that one page, as everybody sees it
// (no cookies), and answers with it only when the network fails; its scripts are in the browser's own cache.
const KEPT = "recount";

async function keep() {
  const page = self.registration.scope;
  const answer = await fetch(page, { credentials: "omit" });
  if (!answer.ok || answer.redirected) return;
  const kept = await caches.open(KEPT);
  await kept.put(page, answer);
}

async function live(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await caches.match(self.registration.scope, { ignoreVary: true });
    if (page) return page;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(live(event.request));
  // Without a network the copy stays as it is.
  event.waitUntil(keep().catch(() => undefined));
});
