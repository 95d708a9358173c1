/** Comments, their replies and events, through the real library, and in the saved file. */
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import type { Comment } from "../../../src/host/workbook/comments";
import { packageProblems } from "../../support/package-lint";
import { partChanges, partNames, partText } from "../file/opened";
import { listener } from "./listening";
import { openOfficePage, type OfficePage } from "./office-page";

let page: OfficePage;
beforeEach(async () => { page = await openOfficePage({ person: { name: "Ann Analyst", email: "ann@example.org" } }); });
afterEach(() => {
  page.close();
  expect(page.problems).toEqual([]);
});
const { listen, heard } = listener(() => page);

const made = (): Promise<unknown> => page.run(`
  const { comments } = context.workbook;
  const first = comments.add("Sheet1!B2", "Check this figure.");
  first.replies.add("Done."); first.replies.add("Thank you.");
  context.workbook.worksheets.getItem("Sheet1").comments.add("A1", { mentions: [{ id: 0, name: "Bob", email: "bob@example.org" }], richContent: 'Ask <at id="0">Bob</at>, please' }, "Mention");
  await context.sync();
`);

describe("comments", () => {
  it("are added with who and when, found by cell, place and reply, edited, resolved and deleted", async () => {
    await made();
    expect(await page.run(`
      const { comments } = context.workbook;
      comments.load("items/content,items/authorName,items/authorEmail,items/resolved,items/contentType,items/richContent,items/mentions,items/creationDate");
      const byCell = comments.getItemByCell("Sheet1!B2").load("id"); byCell.replies.load("items/content,items/id");
      const where = byCell.getLocation().load("address");
      await context.sync();
      const parent = comments.getItemByReplyId(byCell.replies.items[1].id).load("id"), upwards = byCell.replies.getItemAt(0).getParentComment().load("id");
      byCell.content = "Check that figure."; byCell.resolved = true;
      byCell.replies.getItemAt(0).delete();
      byCell.load("content,resolved"); const left = byCell.replies.getCount();
      await context.sync();
      comments.getItemByCell("Sheet1!A1").delete();
      const count = comments.getCount();
      await context.sync();
      const [mention, plain] = comments.items;
      return [[mention.content, mention.contentType, mention.richContent, mention.mentions], [plain.authorName, plain.authorEmail, plain.creationDate.toISOString()],
        byCell.replies.items.map((reply) => reply.content), where.address, parent.id === byCell.id && upwards.id === byCell.id, byCell.content, byCell.resolved, left.value, count.value];
    `)).toEqual([
      ["Ask Bob, please", "Mention", 'Ask <at id="0">Bob</at>, please', [{ id: 0, name: "Bob", email: "bob@example.org" }]], ["Ann Analyst", "ann@example.org", "2026-04-30T09:00:00.000Z"],
      ["Done.", "Thank you."], "Sheet1!B2", true, "Check that figure.", true, 1, 1,
    ]);
  });

  it.each([
    { code: 'comments.add("Sheet1!A1:A2", "two cells")', refused: "InvalidArgument" }, { code: 'comments.add("Sheet1!A1", "")', refused: "InvalidArgument" },
    { code: 'comments.getItemByCell("Sheet1!C3").load("id")', refused: "ItemNotFound" }, { code: 'comments.add("Sheet1!A1", "one"); comments.add("Sheet1!A1", "two")', refused: "ItemAlreadyExists" },
  ])("$code is refused as $refused", async ({ code, refused }) => {
    expect(await page.run(`const { comments } = context.workbook; ${code}; await context.sync();`)).toMatchObject({ refused });
  });

  it("move with their cells, can be undone, and are refused on a protected sheet", async () => {
    const sheet = page.workbook.active;
    await made();
    await page.run('context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down"); await context.sync();');
    expect(sheet.get("comments").map(({ row, column }) => [row, column])).toEqual([[2, 1], [1, 0]]);
    const undo = page.workbook.record(() => sheet.set("comments", []));
    undo();
    expect(sheet.get("comments")).toHaveLength(2);
    expect(await page.run('const sheet = context.workbook.worksheets.getItem("Sheet1"); sheet.protection.protect(); sheet.comments.add("D4", "no"); await context.sync();')).toMatchObject({ refused: "AccessDenied" });
  });

  it("tell that they were added, changed and deleted", async () => {
    await listen('context.workbook.comments.onAdded.add(window.take("added")); sheet.comments.onChanged.add(window.take("changed")); sheet.comments.onDeleted.add(window.take("deleted"))');
    await page.run('const comment = context.workbook.comments.add("Sheet1!A1", "one"); await context.sync(); comment.replies.add("two"); comment.resolved = true; await context.sync(); comment.delete(); await context.sync();');
    expect(await heard(4)).toMatchObject([
      ["added", { source: "Local", commentDetails: [{ replyIds: [] }] }], ["changed", { changeType: "ReplyAdded" }], ["changed", { changeType: "CommentResolved" }], ["deleted", { commentDetails: [{ replyIds: [expect.any(String)] }] }],
    ]);
  });
});

describe("the file", () => {
  it("keeps threads, people and a note for older programs at each cell, and loses them with the comment", async () => {
    await made();
    page.workbook.active.set("comments", page.workbook.active.get("comments").map((comment) => (comment.row === 1 ? { ...comment, resolved: true } : comment)));
    const saved = saveXlsx(page.workbook);
    expect(packageProblems(saved)).toEqual([]);
    expect(partNames(saved)).toEqual(expect.arrayContaining(["xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/persons/person.xml", "xl/threadedComments/threadedComment1.xml"]));
    expect(partText(saved, "xl/comments1.xml").match(/<author>tc=\{/g)).toHaveLength(2);
    const opened = openXlsx(saved, "a.xlsx");
    const byCell = (comments: readonly Comment[]): readonly Comment[] => [...comments].sort((a, b) => a.row - b.row);
    const before = page.workbook.active.get("comments").map((comment): Comment => ({ ...comment, created: comment.created.replace(/Z$/, ""), replies: comment.replies.map((reply) => ({ ...reply, created: reply.created.replace(/Z$/, "") })) }));
    expect(byCell(opened.workbook.active.get("comments"))).toEqual(byCell(before));
    expect(partChanges(saved, saveXlsx(opened))).toEqual({ changed: [], gone: [], added: [] });
    opened.workbook.active.set("comments", opened.workbook.active.get("comments").filter(({ row }) => row === 0));
    const again = saveXlsx(opened);
    expect(packageProblems(again)).toEqual([]);
    expect(partText(again, "xl/drawings/vmlDrawing1.vml").match(/<v:shape /g)).toHaveLength(1);
    expect(openXlsx(again, "a.xlsx").workbook.active.get("comments")).toHaveLength(1);
    expect(opened.workbook.active.anchored).toEqual([]);
  });
});
