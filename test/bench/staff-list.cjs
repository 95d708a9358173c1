// A made-up staff list as rows of values: numbers, dates as numbers, words that come again and words that do not. The same rows every time.

const HEADERS = ["Id", "Post", "Grade", "WTE", "Salary", "Started", "Reference", "Note"];

/** A header and as many rows. */
exports.staffRows = (count) => {
  let seed = 12345;
  const next = (below) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * below); };
  const word = () => next(1e9).toString(36);
  const rows = [HEADERS];
  for (let id = 1; id <= count; id++) {
    rows.push([id, `Post ${next(400)}`, `Band ${1 + next(9)}`, next(101) / 100, next(9e6) / 100, 35_000 + next(9000), `${word()}-${word()}`, `Seen by ${word()} on day ${next(366)}`]);
  }
  return rows;
};
