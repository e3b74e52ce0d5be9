/** Fetches the movable map when its place comes near the window; without it the server's drawing stays. */
export function enhance(element: HTMLElement): void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void import("./map-live").then(({ showMap }) => showMap(element));
    },
    { rootMargin: "200px" },
  );
  watch.observe(element);
}
