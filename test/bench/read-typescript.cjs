// Lets the benchmark load sources as they are: TypeScript stripped of its types when a file is first asked for, nothing else.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const ts = require("typescript");

const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

require.extensions[".ts"] = (module, file) => {
  module._compile(ts.transpileModule(readFileSync(file, "utf8"), { compilerOptions: options, fileName: file }).outputText, file);
};

// numfmt names a CommonJS file that its package does not have; Node reads its ES module just as well.
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === "numfmt" ? path.join(__dirname, "../../node_modules/numfmt/dist/index.js") : resolve.call(this, request, ...rest);
};
