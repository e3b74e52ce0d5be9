import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = {
  "~db": fileURLToPath(new URL("../db", import.meta.url)),
  "~": fileURLToPath(new URL("../app", import.meta.url)),
};

export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          root,
          include: ["app/**/*.test.{ts,tsx}", "test/**/*.test.ts", "db/**/*.test.ts"],
          exclude: ["**/*.server.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          root,
          include: ["app/**/*.server.test.ts", "test/**/*.server.test.ts", "db/**/*.server.test.ts"],
          globalSetup: ["test/setup/database.ts"],
          setupFiles: ["test/setup/worker.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
