// Makes src/generated/protocol.ts of the JSON Schema on standard input (`python -m raakvlak.schema`).
// With --check it writes nothing and fails when the file is not current. Bounds and patterns stay the server's.

import { readFileSync, writeFileSync } from "node:fs";

const TARGET = new URL("../src/generated/protocol.ts", import.meta.url);
const LINE = 120;

const schema = JSON.parse(readFileSync(0, "utf8"));

/** The TypeScript for a part of the schema. */
function typeOf(part) {
  if (part.$ref) return part.$ref.replace("#/$defs/", "");
  if (part.anyOf) return unionOf(part.anyOf.map(typeOf));
  if (part.enum) return unionOf(part.enum.map((value) => JSON.stringify(value)));
  switch (part.type) {
    case "array":
      if (part.prefixItems) return `[${part.prefixItems.map(elementOf).join(", ")}]`;
      if (part.items && !part.items.anyOf && !part.items.enum) return `readonly ${typeOf(part.items)}[]`;
      return `readonly (${typeOf(part.items)})[]`;
    case "object":
      return `{ readonly [key: string]: ${typeOf(part.additionalProperties)} }`;
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return part.type;
    default:
      throw new Error(`Expected a kind of schema that this tool knows, but got ${JSON.stringify(part)}`);
  }
}

function elementOf(part) {
  return part.title ? `${part.title}: ${typeOf(part)}` : typeOf(part);
}

/** Members joined by |, without repetition, null last. */
function unionOf(members) {
  const unique = [...new Set(members)];
  return [...unique.filter((member) => member !== "null"), ...unique.filter((member) => member === "null")].join(" | ");
}

function comment(text, indent = "") {
  if (!text) return "";
  const lines = text.split("\n").map((line) => line.trim());
  if (lines.length === 1 && lines[0].length + indent.length + 8 <= LINE) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}

function alias(name, type) {
  const line = `export type ${name} = ${type};`;
  return line.length <= LINE ? line : `export type ${name} =\n  | ${type.split(" | ").join("\n  | ")};`;
}

function definition(name, part) {
  if (part.type !== "object" || !part.properties) return comment(part.description) + alias(name, typeOf(part));
  const required = new Set(part.required);
  const fields = Object.entries(part.properties).map(([field, held]) => {
    const key = /^[A-Za-z_]\w*$/.test(field) ? field : JSON.stringify(field);
    return `${comment(held.description, "  ")}  readonly ${key}${required.has(field) ? "" : "?"}: ${typeOf(held)};`;
  });
  return `${comment(part.description)}export interface ${name} {\n${fields.join("\n")}\n}`;
}

function constant(name, value) {
  if (Array.isArray(value))
    return `export const ${name} = [${value.map((one) => JSON.stringify(one)).join(", ")}] as const;`;
  if (typeof value !== "object") return `export const ${name} = ${JSON.stringify(value)};`;
  const fields = Object.entries(value).map(
    ([field, held]) => `  ${/^\w+$/.test(field) ? field : JSON.stringify(field)}: ${JSON.stringify(held)},`,
  );
  return `export const ${name} = {\n${fields.join("\n")}\n} as const;`;
}

const written = [
  "// Generated from the server's types by `./run types`: everything that passes between server and client.",
  "// A field with ? may be absent, and then has its default (see server/raakvlak/canvas and protocol.py).",
  "",
  ...Object.entries(schema.constants).map(([name, value]) => constant(name, value)),
  "",
  Object.entries(schema.$defs)
    .map(([name, part]) => definition(name, part))
    .join("\n\n"),
  "",
].join("\n");

if (process.argv.includes("--check")) {
  let current = "";
  try {
    current = readFileSync(TARGET, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  if (current !== written) {
    process.stderr.write("client/src/generated/protocol.ts is not what the server's types give; run ./run types\n");
    process.exitCode = 1;
  }
} else {
  writeFileSync(TARGET, written);
}
