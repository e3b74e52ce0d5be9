/** Fetches the drawing script when the picture comes near the window; without it the server's picture stays. */
export function enhance(element: HTMLElement): void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void import("~/ui/charts/draw").then(({ draw }) => draw(element));
    },
    { rootMargin: "200px" },
  );
  watch.observe(element);
}
