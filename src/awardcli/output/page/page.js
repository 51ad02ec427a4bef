
"use strict";
// The page is whole without this: it only adds finding, choosing and sorting.
const table = document.querySelector("table");
const printed = [...table.tBodies[0].rows];
const controls = document.querySelector(".controls");
const box = controls.querySelector("input");
const choices = [...controls.querySelectorAll("select")];
const count = document.querySelector(".count");
const nothing = document.querySelector(".nothing");

// Other ways to write the characters of this page, each before the one that it stands for.
const written = [...`${box.dataset.variants}ıiøoØołlŁlđdĐdħhĦh`];
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

// Which characters have each of the syllables of this page, for a wrong character that sounds like the right one.
const heard = new Map();
for (const [, syllable, characters] of box.dataset.heard.matchAll(/([a-z]+)([^a-z]+)/gu)) {
  for (const one of characters) heard.set(one, [...(heard.get(one) ?? []), syllable]);
}

// A term is found in the text, in the initials, or among the syllables from the beginning of one.
function finder(word) {
  const term = fold(word);
  return { term, sound: spelling(fold(untoned(word)) || term) };
}

// A folded text with its numbers as the page has them besides: 二十四节气 as #24#节气, 第二季 as #2#.
const figures = "〇一二三四五六七八九";
const units = { 十: 10, 百: 100, 千: 1000 };
const numerals = `${figures}${Object.keys(units).join("")}零两万亿廿卅`;
function numbered(text) {
  return text
    .replaceAll("零", "〇").replaceAll("两", "二").replaceAll("廿", "二十").replaceAll("卅", "三十")
    .replace(/(?<![a-z])(?:i{2,3}|iv|vi{0,3})$/u, (roman) => ["ii", "iii", "iv", "v", "vi", "vii", "viii"].indexOf(roman) + 2)
    .replace(new RegExp(`[${figures}${Object.keys(units).join("")}]+`, "gu"), (run) => {
      if (![...run].some((one) => one in units)) return [...run].map((one) => figures.indexOf(one)).join("");
      let [total, figure] = [0, 0];
      for (const one of run) {
        if (one in units) total += (figure || 1) * units[one];
        figure = one in units ? 0 : figures.indexOf(one);
      }
      return total + figure;
    })
    .replace(/第?(\d+)[季部集]|第(\d+)$|(\d+)/gu, (_, part, last, number) => `#${number ?? Number(part ?? last)}#`);
}

// The same for two characters or more by what they sound like; nothing but letters is left of what has no reading. A number
// is found in whatever form, as a whole: another number is another title.
function hearer(word) {
  const term = fold(word);
  const pattern = Array.from(term, (one) => (heard.has(one) ? `'(?:${heard.get(one).join("|")})(?![a-z])` : `'?${one}`));
  const digits = numbered(term).includes("#") ? numbered(term) : undefined;
  return { term, digits, sound: /\p{Script=Han}.*\p{Script=Han}/u.test(term) ? new RegExp(pattern.join(""), "u") : spelling(term) };
}

// The same with one character wrong, missing or too many among four or more, at an end among five; never a numeral.
const guessed = `(?:(?![${numerals}])\\p{Script=Han}){0,2}`;
function guesser(word) {
  const letters = [...fold(word)];
  const patterns = letters.flatMap((one, at) => {
    const isEnd = at === 0 || at === letters.length - 1;
    if (letters.length < (isEnd ? 5 : 4) || numerals.includes(one) || !/\p{Script=Han}/u.test(one)) return [];
    return letters.slice(0, at).join("") + guessed + letters.slice(at + 1).join("");
  });
  return { ...hearer(word), near: new RegExp(patterns.join("|") || "(?!)", "u") };
}

const words = new Map(
  printed.map((row) => [
    row,
    { text: row.dataset.text, sound: [...row.cells].map((cell) => cell.dataset.sound ?? "").join(" ") },
  ]),
);
const finds = ({ text, sound }) => (term) =>
  text.includes(term.term) || Boolean(term.digits && text.includes(term.digits)) || term.sound.test(sound) || Boolean(term.near?.test(text));

function filter() {
  const typed = box.value.split(/\s+/u).filter(fold);
  const chosen = choices.filter((choice) => choice.value);
  let terms = [];
  let number = 0;
  for (const way of [finder, hearer, guesser]) {
    terms = typed.map(way);
    number = 0;
    for (const row of printed) {
      row.hidden = !(
        terms.every(finds(words.get(row))) &&
        chosen.every((choice) => row.cells[choice.dataset.column].textContent === choice.value)
      );
      number += !row.hidden;
    }
    if (number) break;
  }
  count.textContent = number === printed.length ? count.dataset.all : count.dataset.some.replace("0", number);
  nothing.hidden = number > 0;
  mark(terms);
}

// Mark what was found, where the browser can do so without changing the page.
function mark(terms) {
  if (!CSS.highlights) return;
  const ranges = printed.flatMap((row) => (row.hidden ? [] : [...row.cells].flatMap((cell) => marked(cell, terms))));
  CSS.highlights.set("found", new Highlight(...ranges));
}

function marked(cell, terms) {
  const text = cell.firstChild;
  if (!text || !terms.length) return [];
  // Where in the cell each of its folded characters is.
  const folded = [];
  let at = 0;
  for (const one of text.data) {
    for (const each of fold(one)) folded.push([each, at, at + one.length]);
    at += one.length;
  }
  const letters = folded.map(([one]) => one).join("");
  const sound = cell.dataset.sound ?? "";
  const initials = [...sound.matchAll(/'(.)/gu)].map(([, one]) => one).join("");
  return terms.flatMap((term) => {
    let first = letters.indexOf(term.term);
    let length = term.term.length;
    if (first < 0) first = initials.indexOf(term.term);
    const said = first < 0 && sound.match(term.sound);
    if (said) {
      first = sound.slice(0, said.index).split("'").length - 1;
      length = said[0].split("'").length - 1;
    }
    const near = first < 0 && term.near && letters.match(term.near);
    if (near) {
      first = near.index;
      length = near[0].length;
    }
    const [begin, end] = [folded[first], folded[first + length - 1]];
    if (first < 0 || !begin || !end) return [];
    const range = new Range();
    range.setStart(text, begin[1]);
    range.setEnd(text, end[2]);
    return [range];
  });
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

// The query is in the address, so that it can be kept and handed on.
function remember() {
  const asked = new URLSearchParams();
  for (const one of [box, ...choices]) if (one.value) asked.set(one.name, one.value);
  history.replaceState(null, "", `#${asked}`);
}
function recall() {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const one of [box, ...choices]) if (asked.has(one.name)) one.value = asked.get(one.name);
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

// Columns keep the widths that they have with all rows, whatever is filtered.
const wide = matchMedia(document.body.className === "cards" ? "not all" : "(min-width: 60.01rem)");
function settle() {
  if (!wide.matches || table.style.tableLayout) return;
  const widths = headings.map((heading) => (100 * heading.offsetWidth) / table.offsetWidth);
  headings.forEach((heading, place) => (heading.style.width = `${widths[place]}%`));
  table.style.tableLayout = "fixed";
}

controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("input", () => (filter(), remember()));
addEventListener("hashchange", () => (recall(), filter()));
wide.addEventListener("change", () => printed.every((row) => !row.hidden) && settle());
controls.hidden = false;
settle();
recall();
filter(); // a browser may bring back what was typed before
