
"use strict";
// The page is whole without this: it only adds finding, choosing and sorting.
const table = document.querySelector("table");
const printed = [...table.tBodies[0].rows];
const controls = document.querySelector(".controls");
const box = controls.querySelector("input");
const choices = [...controls.querySelectorAll("select")];
const shown = document.querySelector(".count [data-shown]");
const nothing = document.querySelector(".nothing");

// Other ways to write the characters of this page, each before the one that it stands for.
const written = [...box.dataset.variants];
const variants = new Map(written.flatMap((one, place) => (place % 2 ? [] : [[one, written[place + 1]]])));

// What awardcli compares (language/fold.py): letters with their vowel signs, digits and simplified characters, without
// width, case and accents.
const accent = /(?=\p{M})[\u0300-\u08ff]|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\ufe00-\ufe2f\u{e0100}-\u{e01ef}]/gu;
function fold(text) {
  return Array.from(text.normalize("NFKD"), (one) => variants.get(one) ?? one.toUpperCase().toLowerCase())
    .join("")
    .replace(/[^\p{L}\p{N}\p{Mn}\p{Mc}]/gu, "")
    .replace(accent, "")
    .normalize("NFC");
}

// Typed pinyin without tones, as language/pinyin.py has it: v for ü, u for the v of jv.
const toned = /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,3}(?:ng?|r)?[0-5])+$/u;
function untoned(word) {
  const plain = word
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ɑ", "a")
    .replace(/(?<=[a-z\u0308])[\u0300\u0301\u0304\u0306\u030c]/gu, "")
    .replace(/(?<=[ln])u[\u0308:]/gu, "v")
    .replace(/(?<=[jqxy]u)\u0308/gu, "")
    .replace(/(?<=[jqxy])v/gu, "u");
  return toned.test(plain) ? plain.replace(/[0-5]/gu, "") : plain;
}

// Where letters are in the syllables; lyu and lu may be lü as well, and the r of huar 儿.
function spelling(letters) {
  const parts = /((?<=[ln])yu)|((?<=[ln])u)|((?<=[aeiouvng])r(?![aeiouv]))|./gu;
  const pattern = letters.replace(
    parts,
    (typed, yu, u, r, at) => (at ? "'?" : "'") + (yu ? "(?:y'?u|v)" : u ? "[uv]" : r ? "(?:e'?)?r" : typed),
  );
  return new RegExp(pattern, "u");
}

// A term is found in the text, or among the syllables from the beginning of one.
function finder(word) {
  const term = fold(word);
  const sound = spelling(fold(untoned(word)) || term);
  return (words) => words.text.includes(term) || sound.test(words.sound);
}

function filter() {
  const terms = box.value.split(/\s+/u).filter(fold).map(finder);
  const chosen = choices.filter((choice) => choice.value);
  let count = 0;
  for (const row of printed) {
    row.hidden = !(
      terms.every((finds) => finds(row.dataset)) &&
      chosen.every((choice) => row.cells[choice.dataset.column].textContent === choice.value)
    );
    count += !row.hidden;
  }
  shown.textContent = count;
  nothing.hidden = count > 0;
}

const places = new Map(printed.map((row) => [row, row.dataset.order.split(" ").map((place) => (place ? +place : null))]));

// What has no value stays last either way, and rows that are alike stay as printed.
function sort(column, sign) {
  const sorted = [...printed];
  if (sign) {
    sorted.sort((one, other) => {
      const [a, b] = [places.get(one)[column], places.get(other)[column]];
      return a === null || b === null ? (a === null) - (b === null) : sign * (a - b);
    });
  }
  table.tBodies[0].append(...sorted);
}

const headings = [...table.tHead.rows[0].cells];
const next = { none: "ascending", ascending: "descending", descending: "none" };
const signs = { none: 0, ascending: 1, descending: -1 };

headings.forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...heading.childNodes);
  heading.append(button);
  heading.setAttribute("aria-sort", "none");
  button.addEventListener("click", () => {
    const way = next[heading.getAttribute("aria-sort")];
    headings.forEach((each) => each.setAttribute("aria-sort", each === heading ? way : "none"));
    sort(column, signs[way]);
  });
});

// On a narrow screen rows are no longer laid out as a table, but they are still read out as one.
const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
for (const [name, role] of Object.entries(roles)) {
  for (const part of document.querySelectorAll(name)) part.setAttribute("role", role);
}

controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("input", filter);
controls.hidden = false;
filter(); // a browser may bring back what was typed before
