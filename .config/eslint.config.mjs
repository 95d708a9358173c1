// What the linter holds, as errors only: nothing warns, nothing is let off quietly.
import tseslint from "typescript-eslint";

const clockAndChance = [
  { object: "Date", property: "now", message: "Time comes in as an argument." },
  { object: "Math", property: "random", message: "Chance comes in as an argument." },
];

/** Which of our folders a folder may not import: the table of src/README.md, from the other side. test/architecture holds the same. */
const folders = ["domain", "blueprint", "validation", "returns", "excel", "actions", "taskpane", "commands", "publishing", "batch", "host", "workbench"];
const mayImport = {
  domain: [], blueprint: ["domain"], validation: ["domain", "blueprint"], returns: ["domain", "blueprint", "validation"],
  excel: ["domain", "blueprint", "validation"], actions: ["domain", "blueprint", "validation", "returns", "excel"],
  taskpane: ["actions"], commands: ["actions"], publishing: ["domain", "blueprint", "validation", "actions"], batch: ["domain", "validation", "returns", "actions"], host: [], workbench: ["host"],
};
const importRules = folders.map((folder) => {
  const others = folders.filter((other) => other !== folder && !mayImport[folder].includes(other));
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: { "no-restricted-imports": ["error", { patterns: others.map((other) => ({ regex: `(^|/)\\.\\./(.*/)?${other}/`, message: `${folder} may not know ${other}: see src/README.md.` })) }] },
  };
});

export default tseslint.config(
  { ignores: ["build/**", "node_modules/**", "test/output/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { prefer: "type-imports", fixStyle: "inline-type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/ban-ts-comment": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-debugger": "error",
      "no-empty": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-self-compare": "error",
      "no-unreachable": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      "max-lines": ["error", { max: 400 }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["**/*.d.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 50, skipComments: true, skipBlankLines: true, IIFEs: true }],
      "no-restricted-syntax": ["error",
        { selector: "ExportDefaultDeclaration", message: "A thing is exported by its name." },
        { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has it." },
      ],
    },
  },
  // The workbench is a developer's page: a fault of ours goes to the console as well.
  { files: ["src/workbench/page/**/*.{ts,tsx}"], rules: { "no-console": ["error", { allow: ["error"] }] } },
  { files: ["src/{domain,blueprint,validation}/**/*.ts"], rules: { "no-restricted-properties": ["error", ...clockAndChance] } },
  ...importRules,
);
