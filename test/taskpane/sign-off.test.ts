/** The fifth step of the pane: who has signed, the next signature, sending, and what is in the way. */
import { collect } from "../../src/returns/collect/collect";
import { consolidate } from "../../src/returns/consolidate/consolidate";
import { readReturn } from "../../src/returns/file/read-return";
import { queriesFor, queryFileText } from "../../src/returns/queries/make-queries";
import { shippedPack } from "../../src/validation/rule-pack/shipped";
import { commandLine } from "../support/job";
import { openPane, type OpenPane } from "./open-pane";

jest.setTimeout(300_000);

let pane: OpenPane;

/** Asking the runner for help brings the build up to date. */
beforeAll(async () => { expect((await commandLine(["--help"])).status).toBe(0); });
beforeEach(async () => {
  pane = await openPane();
  await pane.click("Insert the template");
  await pane.says("Added 7 sheets");
});
afterEach(() => {
  expect(pane.problems).toEqual([]);
  pane.close();
});

/** With an organisation, so that nothing has to be explained. */
async function filled(): Promise<void> {
  pane.enter("Cover", 6, 1, "Y56");
  pane.enter("Cover", 7, 1, "London");
  await pane.click("Enter");
  await pane.click("Fill with the made-up example");
  await pane.says("with a made-up example");
}

async function sign(signatory: string, name: string, role: string): Promise<void> {
  await pane.says(`${signatory} signs`);
  pane.type("Name", name);
  pane.type("Role", role);
  await pane.click(`Sign as ${signatory.toLowerCase()}`);
  await pane.says(`${signatory}: signed by ${name}.`);
}

/** As a person chooses a file in the browser's own window. */
function choose(label: string, name: string, text: string): void {
  const { window } = pane;
  const chooser = window.document.querySelector<HTMLInputElement>(`input[type="file"][aria-label="${label}"]`);
  if (chooser === null) throw new Error(`There is no way to choose ${label}.`);
  Object.defineProperty(chooser, "files", { value: [new window.File([text], name, { type: "application/json" })], configurable: true });
  chooser.dispatchEvent(new window.Event("change", { bubbles: true }));
}

/** Into a field of several lines. */
function typeLong(label: string, text: string): void {
  const { window } = pane;
  const area = [...window.document.querySelectorAll("label")].find((each) => each.textContent === label)?.control;
  if (!(area instanceof window.HTMLTextAreaElement)) throw new Error(`No field of several lines is labelled ${label}.`);
  Object.getOwnPropertyDescriptor(window.HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
  area.dispatchEvent(new window.Event("input", { bubbles: true }));
}

/** What the region asks about the return that the pane shows as text. */
async function queriesAbout(): Promise<string> {
  const shown = async (): Promise<HTMLTextAreaElement | null> => { await new Promise((resolve) => setTimeout(resolve, 50)); return pane.window.document.querySelector<HTMLTextAreaElement>(".made textarea"); };
  await pane.says(/Show it as text|This Excel takes no file/);
  if ((await shown()) === null) await pane.click("Show it as text");
  const bytes = Buffer.from((await shown())?.value ?? "", "base64");
  const arrival = await readReturn({ name: "return.xlsx", size: bytes.length, bytes });
  if (arrival.kind !== "read") throw new Error(arrival.says);
  const { header } = arrival.document;
  const collection = collect([arrival], { region: { code: "Y56", name: "London" }, structure: header.structure, period: header.period, asAt: header.asAt, due: null, expected: [], draftsToo: false });
  const own = { about: { table: "demand", key: { "role-group": "Chief executive" }, measure: "posts" }, says: "42 posts are many.", asks: "Say whether posts are shared." };
  return queryFileText(queriesFor("Y56", collection, consolidate(collection, shippedPack), { by: "R Dale", on: header.asAt, own: [own] }));
}

describe("Sign off and send", () => {
  it("says what is in the way and leads to Check, before anybody can sign", async () => {
    pane.enter("Demand and supply", 7, 1, 4);
    await pane.click("Sign and send");
    await pane.says(/Before anybody can sign: \d+ must fix/);
    await pane.click("Go to Check");
    await pane.says("Looks through every figure");
  });

  it("takes three signatures in turn, sends, and says in the header where the return stands", async () => {
    await filled();
    await pane.click("Sign and send");
    await sign("Preparer", "P Shaw", "Workforce analyst");
    await pane.says("State of the return: Signed by 1 of 3");
    await sign("Lead director", "A Khan", "Director of workforce");
    await sign("Board", "J Bell", "Chair");
    await pane.says("State of the return: Signed off");
    expect(pane.value("Contact for the region")).toBe("P Shaw");
    await pane.click("Make the return and note it as sent");
    await pane.says(/Made .*return 1\.xlsx: sequence 1, digest [0-9a-f]{8}\./);
    await pane.says("State of the return: Sent, sequence 1");
    await pane.says(/The file as text|Save it as a download|saved with this computer's downloads/);
    await pane.click(/^Sign-off/);
    await pane.opens("Sign-off");
  });

  it("shows a signature as void once a figure changes, and asks for it anew with the name at hand", async () => {
    await filled();
    await pane.click("Sign and send");
    await sign("Preparer", "P Shaw", "Workforce analyst");
    pane.enter("Demand and supply", 7, 5, 15);
    await pane.says("State of the return: Void: figures changed since they were signed");
    await pane.says("Void: P Shaw signed other figures");
    await pane.click("Sign as preparer");
    await pane.says("Signed by 1 of 3");
  });

  it("shows the region's queries with their cells, takes the answers, and starts a new period after asking", async () => {
    await filled();
    await pane.click("Sign and send");
    await sign("Preparer", "P Shaw", "Workforce analyst");
    await sign("Lead director", "A Khan", "Director of workforce");
    await sign("Board", "J Bell", "Chair");
    await pane.click("Make the return and note it as sent");
    await pane.says("State of the return: Sent, sequence 1");
    choose("The region's file of queries, or of its acceptance", "queries.json", await queriesAbout());
    await pane.says("asks 1 query about sequence 1");
    await pane.says("Queries of the region: 1 to answer");
    await pane.click(/^Chief executive, Posts/);
    await pane.opens("Demand and supply");
    await pane.click("Answer the query about Chief executive, Posts");
    typeLong("Answer", "Four are held jointly.");
    pane.type("Your name", "P Shaw");
    await pane.click("Save the answer");
    await pane.says("Queries of the region: all answered");
    await sign("Preparer", "P Shaw", "Workforce analyst");
    await sign("Lead director", "A Khan", "Director of workforce");
    await sign("Board", "J Bell", "Chair");
    await pane.says("State of the return: Signed off");
    pane.type("Why it is sent again", "The query is answered.");
    await pane.click("Make the return and note it as sent");
    await pane.says("State of the return: Resubmitted, sequence 2");
    pane.type("New as-at date", "2031-03-31");
    pane.type("New period", "2030/31");
    await pane.click("See what would go");
    await pane.says(/\d+ entries would be cleared/);
    await pane.click("Yes, start the new period");
    await pane.says("Started 2030/31, as at 31 March 2031.");
    await pane.says(/Compared with \d{4}\/\d\d, as at .*, sequence 2\./);
  });

  it("offers a nil return while nothing at all is entered", async () => {
    await pane.click("Sign and send");
    await pane.says("No figure is entered. Give the reason to sign a nil return");
  });
});
