// Builds dist/chrome and dist/firefox, and a zip of each: the same bytes from the same sources.

import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { zipSync } from "fflate";

const ROOT = new URL("..", import.meta.url).pathname;
const DIST = join(ROOT, "dist");
const MIDNIGHT = new Date(1980, 0, 1); // the first time that a zip can name

// The key fixes the extension's id before a store does.
const CHROME = {
  key: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsEPSmbXEwLqnOu8gs4LY7gWVAa/whYhGfqq9ImO52AiAV1CeB+i6P6x8FYX0mfz8qcCpQweLIAmcDI7U6Q/WG66bFSXtFoMADXs5GFIEL2TG8sPco5Wdx3hoNUFGr2DEiVIA2Alkfvpv9/OqCWbYOHKTOxff5EOmLtE+JvROg1Kj9J9+GnwjUvtQ+Fqy1fVTCLPMECsht72Bab9KvsOejZG6ZpI/kbW1oMV7cpIHyTewMfTlgCWa9IMSs3zihubqn7yjcppJ9IKFns43fzDWp58pCfwab2gEshtl+1X16TrdIj52apKpogqPQN/Mq73i4zhNzB1Qh0MUrTkoc2QbIwIDAQAB",
  minimum_chrome_version: "126",
  background: { service_worker: "background.js" },
};
const FIREFOX = {
  background: { scripts: ["background.js"] },
  browser_specific_settings: {
    gecko: {
      id: "touchstone@touchstone.example",
      strict_min_version: "142.0",
      // The text of an article and its address go to the service that the reader chose.
      data_collection_permissions: { required: ["websiteContent", "browsingActivity"] },
    },
  },
};

async function pack(browser, own) {
  const folder = join(DIST, browser);
  await mkdir(folder, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      background: "src/background/main.ts",
      page: "src/page/main.ts",
      popup: "src/popup/popup.ts",
      options: "src/options/options.ts",
      welcome: "src/welcome/welcome.ts",
    },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome126", "firefox142"],
    legalComments: "none",
    charset: "utf8",
  });
  for (const page of ["popup", "options", "welcome"]) {
    await cp(join(ROOT, `src/${page}/${page}.html`), join(folder, `${page}.html`));
    await cp(join(ROOT, `src/${page}/${page}.css`), join(folder, `${page}.css`));
  }
  await cp(join(ROOT, "src/ui/base.css"), join(folder, "base.css"));
  await cp(join(ROOT, "_locales"), join(folder, "_locales"), { recursive: true });
  await cp(join(ROOT, "icons"), join(folder, "icons"), {
    recursive: true,
    filter: (file) => !file.endsWith(".svg"),
  });
  await cp(join(ROOT, "NOTICES.txt"), join(folder, "NOTICES.txt"));
  const manifest = JSON.parse(await readFile(join(ROOT, "manifest.json"), "utf8"));
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify({ ...manifest, ...own }, null, 2)}\n`);
  await writeFile(join(DIST, `touchstone-${browser}.zip`), await zip(folder));
}

async function zip(folder) {
  const files = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[relative(folder, path)] = await readFile(path);
  }
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  return zipSync(sorted, { level: 9, mtime: MIDNIGHT });
}

await rm(DIST, { recursive: true, force: true });
await pack("chrome", CHROME);
await pack("firefox", FIREFOX);
