#!/usr/bin/env bash
# driver.js 1.8.0 loses what is pressed between showing a step and the next animation frame, also with `animate: false`.
#
# The library calls a move a transition until the browser has drawn a frame, with and without animation, and drops arrow
# keys that come meanwhile, although the new step stands there already. Until that frame the focus is on the button that
# closes the tour, whatever onHighlighted focuses later: Enter, pressed again to go on, ends the tour. A tour that ends
# before its first frame never calls onDestroyed. With animation the same lasts `duration`, 400 ms by default.
# A frame is held back here as a busy machine holds it back; the keys are the browser's own.
#
# Needs node, npm and /usr/bin/chromium. Ends with 0 as long as the library behaves so, and with 1 when it no longer does.
# Expected output:
#   driver.js 1.8.0
#   ArrowRight twice, frames between:           3 of 3
#   ArrowRight twice, no frame between:         2 of 3 (a key is lost: 3 of 3 was wanted)
#   ArrowRight, ArrowLeft, no frame between:    2 of 3 (a key is lost: 1 of 3 was wanted)
#   Enter on Next twice, frames between:        3 of 3
#   Enter on Next twice, no frame between:      ended (the focus was on the button that closes: 3 of 3 was wanted)
#   Escape before the first frame:              ended, onDestroyed called 0 times (1 was wanted)
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error driver.js@1.8.0 playwright-core@1.64.1 > /dev/null

cat > walk.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const library = (file) => readFileSync(`node_modules/driver.js/${file}`, "utf8");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

async function walk(keys, { held, fromStart = false }) {
  const page = await browser.newPage();
  await page.setContent(`<style>${library("dist/driver.css")}</style><p id="a">One</p><p id="b">Two</p><p id="c">Three</p>`);
  await page.addScriptTag({ content: library("dist/driver.js.iife.js") });
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window);
    const waiting = [];
    window.hold = () => { window.requestAnimationFrame = (callback) => waiting.push(callback); };
    window.release = () => { window.requestAnimationFrame = draw; waiting.splice(0).forEach((callback) => draw(callback)); };
    window.settled = async () => { for (let frame = 0; frame < 3; frame++) await new Promise((done) => draw(done)); };
    window.destroyed = 0;
    window.guide = window.driver.js.driver({
      animate: false,
      showProgress: true,
      steps: ["#a", "#b", "#c"].map((element) => ({ element, popover: { title: element } })),
      onHighlighted: () => window.guide.getState("popover").nextButton.focus(),
      onDestroyed: () => window.destroyed++,
    });
  });
  if (held && fromStart) await page.evaluate(() => window.hold());
  await page.evaluate(() => window.guide.drive());
  if (!fromStart) await page.evaluate(() => window.settled());
  if (held) await page.evaluate(() => window.hold());
  for (const key of keys) {
    await page.keyboard.press(key);
    if (!held) await page.evaluate(() => window.settled());
  }
  await page.evaluate(() => window.release());
  await page.evaluate(() => window.settled());
  const shown = page.locator(".driver-popover-progress-text");
  const said = (await shown.count()) ? await shown.innerText() : "ended";
  const destroyed = await page.evaluate(() => window.destroyed);
  await page.close();
  return { said, destroyed };
}

console.log(`driver.js ${JSON.parse(library("package.json")).version}`);
let isAsFound = true;
async function tell(label, keys, options, found, note) {
  const { said, destroyed } = await walk(keys, options);
  const seen = options.fromStart ? `${said}, onDestroyed called ${destroyed} times` : said;
  isAsFound &&= seen === found;
  console.log(`${label.padEnd(43)} ${seen}${seen === found ? note : ` (found before: ${found})`}`);
}

await tell("ArrowRight twice, frames between:", ["ArrowRight", "ArrowRight"], { held: false }, "3 of 3", "");
await tell("ArrowRight twice, no frame between:", ["ArrowRight", "ArrowRight"], { held: true }, "2 of 3", " (a key is lost: 3 of 3 was wanted)");
await tell("ArrowRight, ArrowLeft, no frame between:", ["ArrowRight", "ArrowLeft"], { held: true }, "2 of 3", " (a key is lost: 1 of 3 was wanted)");
await tell("Enter on Next twice, frames between:", ["Enter", "Enter"], { held: false }, "3 of 3", "");
await tell("Enter on Next twice, no frame between:", ["Enter", "Enter"], { held: true }, "ended", " (the focus was on the button that closes: 3 of 3 was wanted)");
await tell("Escape before the first frame:", ["Escape"], { held: true, fromStart: true }, "ended, onDestroyed called 0 times", " (1 was wanted)");
await browser.close();
process.exit(isAsFound ? 0 : 1);
SCRIPT
node walk.mjs
