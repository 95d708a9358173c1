/** What the ribbon's dialog says travels in its address and comes out as it was. */
import { noticeAddress, noticeWords } from "../../src/commands/notice-words";

const PAGE = "https://localhost:3000/commands.html?_host_Info=Excel$Web#&_xdm_Info=x";
const wordsAfter = (label: string, says: string): ReturnType<typeof noticeWords> => noticeWords(new URL(noticeAddress(PAGE, label, says)).search);

describe("the ribbon's notice", () => {
  it("lies beside the page that asks, and takes nothing of its address along", () => {
    const address = new URL(noticeAddress("https://addins.example.nhs.uk/talent-plan/commands.html?_host_Info=a", "Check", "No."));
    expect(address.origin + address.pathname).toBe("https://addins.example.nhs.uk/talent-plan/notice.html");
    expect([...address.searchParams.keys()]).toEqual(["action", "says"]);
  });

  it.each([
    { says: "There is no template in this workbook yet. Set it up first." },
    { says: "Left as they are: \"A&B\" <script>alert(1)</script> 50% + more?#x" },
    { says: "Läßt sich nicht lesen: “Préparé” 👩‍⚕️" },
  ])("says $says", ({ says }) => {
    expect(wordsAfter("Check", says)).toEqual({ title: "Check: not done", says, remedy: expect.stringContaining("Set up"), close: "Close" });
  });

  it("cuts what is too long for an address, not the address", () => {
    expect(wordsAfter("Check", "x".repeat(5000)).says).toHaveLength(1200);
  });

  it("opened as the help page says what Talent Plan is", () => {
    expect(noticeWords("").title).toBe("Talent Plan");
  });
});
