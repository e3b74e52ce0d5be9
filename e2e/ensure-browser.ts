import { findBrowser, installBrowser } from "./browser";

if (findBrowser() === undefined && !installBrowser()) {
  console.error(
    "The browser tests need Chromium: install your distribution's chromium package or set CHROMIUM_PATH.",
  );
  process.exitCode = 1;
}
