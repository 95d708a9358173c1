/** The fifth step of the pane: who has signed, the next signature, sending, and what is in the way. */
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

  it("offers a nil return while nothing at all is entered", async () => {
    await pane.click("Sign and send");
    await pane.says("No figure is entered. Give the reason to sign a nil return");
  });
});
