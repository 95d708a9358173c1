// Three builds, each from its own entry, so that the product never holds a byte of the workbench:
//   build/addin      the product: what is deployed, and what every test and the workbench load
//   build/workbench  the page that shows a grid beside the unmodified pane
//   build/runner     the headless runner, for Node
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const CopyWebpackPlugin = require("copy-webpack-plugin");

const typescript = {
  module: { rules: [{ test: /\.tsx?$/, loader: "ts-loader", exclude: /node_modules/, options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
};
const into = (folder) => path.resolve(__dirname, "build", folder);
const page = (chunk, template) => new HtmlWebpackPlugin({ filename: `${chunk}.html`, template, chunks: [chunk], scriptLoading: "blocking", inject: "body" });

const addin = {
  ...typescript,
  name: "addin",
  entry: { taskpane: "./src/taskpane/index.tsx", commands: "./src/commands/commands.ts" },
  output: { path: into("addin"), filename: "[name].js", chunkFilename: "[name].chunk.js", clean: true, publicPath: "auto" },
  plugins: [
    page("taskpane", "./src/taskpane/taskpane.html"),
    page("commands", "./src/commands/commands.html"),
    new CopyWebpackPlugin({ patterns: [{ from: "assets", to: "assets" }, { from: "manifest.xml" }] }),
  ],
  performance: { hints: false },
};

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

module.exports = (_env, argv) => [addin, workbench, runner].map((config) => ({ ...config, mode: argv.mode ?? "production", devtool: "source-map" }));
