// Asks the peers that npm installs: reads {installed, records, queries} as JSON from standard input, and writes for each
// peer {name, version, answers} or {name, missing}; an answer is the numbers of the records that a query finds, best first.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { installed, records, queries } = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(installed, "package.json"));
const fields = ["title", "organization"];
const documents = records.map((record, id) => ({ id, ...record }));

// Letters and digits one by one and two by two, which is how such an index reads Chinese.
function grams(text) {
  const characters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")];
  return characters.flatMap((one, at) => (at + 1 < characters.length ? [one, one + characters[at + 1]] : [one]));
}

// A matcher says only yes or no: titles go first, else printed order.
function titlesFirst(matches) {
  return (query) => {
    const byTitle = documents.filter(({ title }) => matches(title, query));
    const byOrganization = documents.filter((each) => !byTitle.includes(each) && matches(each.organization, query));
    return [...byTitle, ...byOrganization].map(({ id }) => id);
  };
}

const peers = [
  ["fuse.js", "fuse.js", (Fuse) => {
    const index = new Fuse(documents, { keys: fields });
    return (query) => index.search(query).map(({ refIndex }) => refIndex);
  }],
  ["minisearch, 1+2-grams", "minisearch", (MiniSearch) => {
    const index = new MiniSearch({ fields, tokenize: grams, searchOptions: { boost: { title: 2 } } });
    index.addAll(documents);
    return (query) => index.search(query).map(({ id }) => id);
  }],
  ["pinyin-pro match, precision any", "pinyin-pro", ({ match }) =>
    titlesFirst((text, query) => match(text, query, { precision: "any" }))],
  ["pinyin-match", "pinyin-match", ({ match }) => titlesFirst(match)],
];

function version(name) {
  return `${name} ${JSON.parse(readFileSync(join(installed, "node_modules", name, "package.json"), "utf8")).version}`;
}

function asked([name, from, ranker]) {
  let library;
  try {
    library = require(from);
  } catch (error) {
    return { name, missing: error.message.split("\n")[0] };
  }
  const rank = ranker(library.default ?? library);
  return { name, version: version(from), answers: queries.map(rank) };
}

console.log(JSON.stringify(peers.map(asked)));
