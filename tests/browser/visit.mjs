// Visits a page as its readers do and prints what was found, as JSON.
//
// node visit.mjs PAGE.html WAYS [FOLDER]: the ways of reading by name, with commas; "all" for each.
// With a folder, pictures and the print are put there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [pageFile, ways, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = pathToFileURL(resolve(pageFile)).href;

const WAYS = {
  light: { width: 1440, height: 900 },
  dark: { width: 1440, height: 900, colorScheme: "dark" },
  print: { width: 794, height: 1123, media: "print" },
  phone: { width: 320, height: 640 },
  "phone-dark": { width: 390, height: 844, colorScheme: "dark" },
  // A browser zooms by giving the page fewer pixels: 1280 wide at 200 %.
  zoomed: { width: 640, height: 400 },
  tablet: { width: 834, height: 1112 },
  forced: { width: 1024, height: 768, forcedColors: "active" },
};

async function visit(browser, way) {
  const { width, height, media = "screen", colorScheme = "light", forcedColors = "none" } = way;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.emulateMedia({ media, colorScheme, forcedColors, reducedMotion: "reduce" });
  await page.goto(address);
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "incomplete"] }));
  const brief = (list) =>
    list.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.target} ${node.any.concat(node.all, node.none).map((check) => check.message)}`) }));
  const shape = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    // What is cut off or hangs out of the page, boxes that scroll by design aside.
    outside: [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".scroll, pre, .skip-link, thead"))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
    contents: Object.fromEntries(
      ["beside", "folded"].map((name) => [name, document.querySelector(`.contents-${name}`).checkVisibility()]),
    ),
    // How the first value of each table of words is shown.
    cards: [...document.querySelectorAll(".cards tbody tr:first-child")].map((row) => ({
      row: getComputedStyle(row).display,
      label: getComputedStyle(row.querySelector("td"), "::before").content,
    })),
  }));
  return { page, found: { violations: brief(result.violations), incomplete: brief(result.incomplete), requests: requests.filter((url) => !url.startsWith("data:") && url !== address), complaints, ...shape } };
}

async function keyboard(page) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const box = document.activeElement.getBoundingClientRect();
    return { class: document.activeElement.className, seen: box.width > 40 && box.height > 20 && box.top >= 0 };
  });
  await page.keyboard.press("Enter");
  const target = await page.evaluate(() => document.activeElement.id);
  return { first, target };
}

// Each visit has a fresh profile: playwright makes one for the browser, and a context a visit.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" "),
});
try {
  const report = {};
  for (const [name, way] of Object.entries(WAYS)) {
    if (ways !== "all" && !ways.split(",").includes(name)) continue;
    const { page, found } = await visit(browser, way);
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    if (folder && way.media === "print") await page.pdf({ path: join(folder, "print.pdf"), preferCSSPageSize: true, tagged: true });
    if (name === "light") found.keyboard = await keyboard(page);
    report[name] = found;
    await page.context().close();
  }
  console.log(JSON.stringify(report, null, 1));
} finally {
  await browser.close();
}
