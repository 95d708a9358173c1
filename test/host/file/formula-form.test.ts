/** Formulas between a person's spelling and the file's. */
import { formulaForFile, formulaFromFile } from "../../../src/host/file/formula-form";

const cases = [
  { seen: "A1+B2", file: "A1+B2", because: "an old formula is spelt the same" },
  { seen: "IFS(A1>1,2)", file: "_xlfn.IFS(A1>1,2)", because: "a function newer than the format has a prefix" },
  { seen: "RANK.EQ(A1,A:A)", file: "_xlfn.RANK.EQ(A1,A:A)", because: "a name with a dot is one function" },
  { seen: "SUM(FILTER(A:A,B:B=1))", file: "SUM(_xlfn._xlws.FILTER(A:A,B:B=1))", because: "FILTER has two prefixes" },
  { seen: "LET(x,1,y,x+1,x*y)", file: "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)", because: "names that LET makes have a prefix of their own" },
  { seen: "MAP(A1:A3,LAMBDA(v,v*2))", file: "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))", because: "and so have LAMBDA's" },
  { seen: "[@Supply]-[@Demand]", file: "Gap[[#This Row],[Supply]]-Gap[[#This Row],[Demand]]", because: "a file names the table and the row" },
  { seen: "[@[At risk]]", file: "Gap[[#This Row],[At risk]]", because: "a column with a blank in its name" },
  { seen: "Other[@Post]", file: "Other[[#This Row],[Post]]", because: "another table's name is kept" },
  { seen: "SUM(Gap[Supply])", file: "SUM(Gap[Supply])", because: "a whole column is spelt the same" },
  { seen: "SUM(B2#)", file: "SUM(_xlfn.ANCHORARRAY(B2))", because: "a spilled range is a function in the file" },
  { seen: "@A1:A9", file: "_xlfn.SINGLE(A1:A9)", because: "and so is implicit intersection" },
  { seen: '"IFS(["&A1', file: '"IFS(["&A1', because: "text in quotes is left alone" },
];

describe("formulaForFile", () => {
  it.each(cases)("$seen is written $file ($because)", ({ seen, file }) => {
    expect(formulaForFile(seen, "Gap")).toBe(file);
  });
});

describe("formulaFromFile", () => {
  it.each(cases)("$file is shown as $seen ($because)", ({ seen, file }) => {
    expect(formulaFromFile(file, "Gap")).toBe(seen);
  });
});
