// Five builds, each from its own entry, so that the product never holds a byte of the workbench:
//   build/addin      the product: what is deployed, and what every test and the workbench load
//   build/workbench  the page that shows a grid beside the unmodified pane
//   build/runner     the headless runner, for Node
//   build/publishing the command for those who publish rule packs, for Node
//   build/batch      the command for folders of returns, for Node
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const CopyWebpackPlugin = require("copy-webpack-plugin");

const typescript = {
  module: { rules: [{ test: /\.tsx?$/, loader: "ts-loader", exclude: /node_modules/, options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
};
const into = (folder) => path.resolve(__dirname, "build", folder);
const page = (chunk, template) => new HtmlWebpackPlugin({ filename: `${chunk}.html`, template, chunks: [chunk], scriptLoading: "blocking", inject: "body" });

/** Where `npm start` serves the add-in, and what the manifest names until it is built for another address. */
const LOCAL = "https://localhost:3000";

/** The manifest for the address it will be served from. @throws Error for an address that Excel would refuse */
function manifestFor(address) {
  if (address === undefined) return (bytes) => bytes;
  if (!/^https:\/\/[^\s?#]+[^\s?#/]$/.test(address)) throw new Error(`--env address must be an https address without a slash at its end, such as https://addins.example.nhs.uk/talent-plan; it is ${address}.`);
  const { origin } = new URL(address);
  return (bytes) => bytes.toString("utf8").replace(`<AppDomain>${LOCAL}`, `<AppDomain>${origin}`).split(LOCAL).join(address);
}

const addinFor = (address) => ({
  ...typescript,
  name: "addin",
  entry: { taskpane: "./src/taskpane/index.tsx", commands: "./src/commands/commands.ts", notice: "./src/commands/notice.ts" },
  output: { path: into("addin"), filename: "[name].js", chunkFilename: "[name].chunk.js", clean: true, publicPath: "auto" },
  plugins: [
    page("taskpane", "./src/taskpane/taskpane.html"),
    page("commands", "./src/commands/commands.html"),
    page("notice", "./src/commands/notice.html"),
    new CopyWebpackPlugin({ patterns: [{ from: "assets", to: "assets", globOptions: { ignore: ["**/examples/**", "**/screenshots/**"] } }, { from: "src/taskpane/taskpane.css" }, { from: "manifest.xml", transform: manifestFor(address) }] }),
  ],
  performance: { hints: false },
});

const workbench = {
  ...typescript,
  name: "workbench",
  entry: { workbench: "./src/workbench/page/index.tsx" },
  output: { path: into("workbench"), filename: "[name].js", chunkFilename: "[name].chunk.js", clean: true, publicPath: "auto" },
  module: { rules: [...typescript.module.rules, { test: /\.css$/, type: "asset/source" }] },
  plugins: [page("workbench", "./src/workbench/page/workbench.html")],
  performance: { hints: false },
};

const runner = {
  ...typescript,
  name: "runner",
  target: "node20",
  entry: { job: "./src/workbench/runner/job.ts" },
  output: { path: into("runner"), filename: "[name].js", clean: true, library: { type: "commonjs2" } },
  externals: { jsdom: "commonjs jsdom" },
  optimization: { minimize: false },
  performance: { hints: false },
};

/** Judges packs by the product's own rules, so it is built from the product and never from the workbench. */
const publishing = {
  ...typescript,
  name: "publishing",
  target: "node20",
  entry: { "rule-pack": "./src/publishing/rule-pack.ts" },
  output: { path: into("publishing"), filename: "[name].js", clean: true, library: { type: "commonjs2" } },
  optimization: { minimize: false },
  performance: { hints: false },
};

/** Reads and adds up returns by the product's own code. */
const batch = {
  ...typescript,
  name: "batch",
  target: "node20",
  entry: { returns: "./src/batch/returns.ts" },
  output: { path: into("batch"), filename: "[name].js", clean: true, library: { type: "commonjs2" } },
  optimization: { minimize: false },
  performance: { hints: false },
};

/** What was built before and has not changed is taken from `.cache`, so that a build after a small change takes seconds. */
const cacheOf = (name) => ({ type: "filesystem", name, cacheDirectory: path.resolve(__dirname, ".cache", "webpack"), buildDependencies: { config: [__filename] } });

module.exports = (env, argv) => [addinFor(env.address), workbench, runner, publishing, batch].map((config) => ({
  ...config, mode: argv.mode ?? "production", cache: cacheOf(`${config.name}-${argv.mode ?? "production"}-${(env.address ?? "local").replace(/\W+/g, "-")}`),
  // Maps only for what is deployed: they double the time of the others, which developers build from sources at hand.
  devtool: config.name === "addin" ? "source-map" : false,
}));
