import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The one source of the Remix options; it is the Vite configuration, passed by `--config`. */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: folder("./app/public"),
  resolve: { alias: { "~db": folder("./db"), "~": folder("./app") } },
  build: {
    // The policy allows fonts and pictures from files only, so nothing small becomes a data: address.
    assetsInlineLimit: 0,
    target: isSsrBuild ? "node20" : "es2022",
    chunkSizeWarningLimit: 1500,
    rollupOptions: isSsrBuild
      ? {
          input: [
            folder("./app/server/main.ts"),
            folder("./app/server/application.ts"),
            folder("./app/server/static-files.ts"),
          ],
        }
      : {},
  },
  plugins: [
    remix({
      serverBuildFile: "[name].js",
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
}));
