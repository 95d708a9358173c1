/** What a person does on the workbench's page, in a few words each; every wait is for something that shows. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { parseArea } from "../../src/host/workbook/area";
import { repository } from "../support/job";

/** Pixels of headings with three digits, and of standard cells. */
const HEADING = { width: 40, height: 22 };
const STANDARD = { width: 64, height: 20 };
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

  /** The middle of a cell on the screen, for the mouse. @param address - on a sheet of standard columns and rows, not scrolled */
  async middleOf(address: string): Promise<readonly [number, number]> {
    const place = parseArea(address);
    const cells = await this.page.locator("canvas[tabindex]").first().boundingBox();
    if (place === null || cells === null) throw new Error(`${address} is not on the screen.`);
    return [cells.x + HEADING.width + STANDARD.width * (place.left + 0.5), cells.y + HEADING.height + STANDARD.height * (place.top + 0.5)];
  }
  /** Drags from one point to another, by way of the middle. */
  async drag([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move((x + toX) / 2, (y + toY) / 2);
    await this.page.mouse.move(toX, toY);
    await this.page.mouse.up();
  }

  async picture(name: string): Promise<void> { await this.page.screenshot({ path: path.join(pictures, `${name}.png`) }); }
}
