/** What a person does on the workbench's page, in a few words each; every wait is for something that shows. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { repository } from "../support/job";

const pictures = path.join(repository, "test", "output", "browser");

export class Gestures {
  constructor(readonly page: Page) { mkdirSync(pictures, { recursive: true }); }

  get pane(): FrameLocator { return this.page.frameLocator('aside[aria-label="Talent Plan"] iframe'); }
  get nameBox(): Locator { return this.page.getByLabel("Name box"); }
  get formulaBar(): Locator { return this.page.getByLabel("Formula bar"); }
  /** The line that says why an entry was refused. */
  get refusal(): Locator { return this.page.getByRole("region", { name: "Workbook" }).getByRole("alert"); }

  async open(file: string): Promise<void> {
    await this.page.getByLabel("Workbook to open").setInputFiles(path.join(repository, file));
    await this.page.getByText(path.basename(file), { exact: true }).waitFor();
  }

  async tabs(): Promise<readonly string[]> { return this.page.getByRole("tab").allTextContents(); }
  async currentTab(): Promise<string | null> { return this.page.getByRole("tab", { selected: true }).textContent(); }
  async turnTo(sheet: string): Promise<void> {
    await this.page.getByRole("tab", { name: sheet, exact: true }).click();
    await this.page.getByLabel(`Cells of ${sheet}`, { exact: true }).first().waitFor();
  }

  /** Goes to a cell by the name box, as with Ctrl+G. */
  async goTo(address: string): Promise<void> {
    await this.nameBox.fill(address);
    await this.nameBox.press("Enter");
  }
  /** Types from a cell on: Tab after each entry, Enter at the end of a row. */
  async typeRows(address: string, rows: readonly (readonly string[])[]): Promise<void> {
    await this.goTo(address);
    for (const row of rows) {
      for (const [at, entry] of row.entries()) {
        await this.page.keyboard.type(entry);
        await this.page.keyboard.press(at === row.length - 1 ? "Enter" : "Tab");
      }
    }
  }
  /** Waits until a cell shows a text, read as a screen reader reads it. @throws Error after half a minute, with what it showed */
  async sees(address: string, text: string): Promise<void> {
    await this.goTo(address);
    const cell = this.page.locator('canvas [role="gridcell"][aria-selected="true"]');
    await cell.filter({ hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) }).waitFor({ state: "attached" }).catch(async (problem: unknown) => {
      throw new Error(`${address} shows "${(await cell.allTextContents()).join()}", not "${text}".`, { cause: problem });
    });
  }

  async picture(name: string): Promise<void> { await this.page.screenshot({ path: path.join(pictures, `${name}.png`) }); }
}
