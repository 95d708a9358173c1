/** The theme that new workbooks have: Office's colours and Calibri, with the plainest effects that the schema allows. */
import { DRAWING } from "../package/part-kinds";
import { declaration, tag } from "../xml/write";

const colours: readonly (readonly [name: string, rgb: string])[] = [
  ["dk2", "44546A"], ["lt2", "E7E6E6"], ["accent1", "4472C4"], ["accent2", "ED7D31"], ["accent3", "A5A5A5"], ["accent4", "FFC000"],
  ["accent5", "5B9BD5"], ["accent6", "70AD47"], ["hlink", "0563C1"], ["folHlink", "954F72"],
];

const rgb = (name: string, value: string): string => tag(`a:${name}`, {}, tag("a:srgbClr", { val: value }));
const system = (name: string, value: string, last: string): string => tag(`a:${name}`, {}, tag("a:sysClr", { val: value, lastClr: last }));
const face = (name: string, typeface: string): string => tag(`a:${name}`, {}, tag("a:latin", { typeface }) + '<a:ea typeface=""/><a:cs typeface=""/>');
const solid = tag("a:solidFill", {}, tag("a:schemeClr", { val: "phClr" }));
const line = (width: number): string => tag("a:ln", { w: width, cap: "flat", cmpd: "sng", algn: "ctr" }, solid + tag("a:prstDash", { val: "solid" }));
const effect = tag("a:effectStyle", {}, tag("a:effectLst"));

export const officeTheme = declaration + tag("a:theme", { "xmlns:a": DRAWING, name: "Office Theme" }, tag("a:themeElements", {},
  tag("a:clrScheme", { name: "Office" }, system("dk1", "windowText", "000000") + system("lt1", "window", "FFFFFF") + colours.map(([name, value]) => rgb(name, value)).join(""))
  + tag("a:fontScheme", { name: "Office" }, face("majorFont", "Calibri Light") + face("minorFont", "Calibri"))
  + tag("a:fmtScheme", { name: "Office" }, tag("a:fillStyleLst", {}, solid.repeat(3)) + tag("a:lnStyleLst", {}, line(6350) + line(12700) + line(19050))
    + tag("a:effectStyleLst", {}, effect.repeat(3)) + tag("a:bgFillStyleLst", {}, solid.repeat(3)))));
