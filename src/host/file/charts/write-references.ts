/** References of a series with the values that stand in the cells now, which readers that do not calculate show. */
import { categoryLevels, literalPoints, pointsOf, seriesName, type ChartPoint } from "../../workbook/chart-data";
import type { ChartSeries, ChartTitle } from "../../workbook/chart";
import { isError } from "../../workbook/values";
import type { Workbook } from "../../workbook/workbook";
import { titleWords } from "../../calc/title-words";
import { escapeText } from "../xml/text";
import { tag } from "../xml/write";
import { val } from "./write-shape";

/** Excel plots text and FALSE as nought, TRUE as one, and passes errors by. */
function numberText({ value }: ChartPoint): string | null {
  if (value === null) return null;
  if (isError(value)) return value.code;
  return typeof value === "number" ? String(value) : value === true ? "1" : "0";
}

function wordText({ value }: ChartPoint): string | null {
  return value === null ? null : value === true ? "TRUE" : value === false ? "FALSE" : String(value);
}

function pointsXml(points: readonly ChartPoint[], text: (point: ChartPoint) => string | null): string {
  return val("ptCount", points.length) + points.map((point, index) => {
    const written = text(point);
    return written === null ? "" : tag("c:pt", { idx: index }, tag("c:v", {}, escapeText(written)));
  }).join("");
}

const formulaXml = (formula: string): string => tag("c:f", {}, escapeText(formula));
const formatXml = (points: readonly ChartPoint[]): string => tag("c:formatCode", {}, escapeText(points[0]?.format ?? "General"));

function numbersXml(workbook: Workbook, formula: string): string {
  const literal = literalPoints(formula);
  if (literal !== null) return tag("c:numLit", {}, formatXml(literal) + pointsXml(literal, numberText));
  const points = pointsOf(workbook, formula);
  return tag("c:numRef", {}, formulaXml(formula) + (points === null ? "" : tag("c:numCache", {}, formatXml(points) + pointsXml(points, numberText))));
}

const hasWords = (points: readonly ChartPoint[]): boolean => points.some(({ value }) => typeof value === "string" || typeof value === "boolean");

function wordsXml(workbook: Workbook, formula: string, count: number): string {
  const levels = categoryLevels(workbook, formula, count);
  const literal = literalPoints(formula);
  const [first = [], ...others] = levels ?? [];
  if (literal !== null) return hasWords(literal) ? tag("c:strLit", {}, pointsXml(literal, wordText)) : numbersXml(workbook, formula);
  if (levels === null) return tag("c:strRef", {}, formulaXml(formula));
  if (others.length > 0) {
    const cache = val("ptCount", first.length) + levels.map((level) => tag("c:lvl", {}, pointsXml(level, wordText).replace(/^<c:ptCount[^>]*>/, ""))).join("");
    return tag("c:multiLvlStrRef", {}, formulaXml(formula) + tag("c:multiLvlStrCache", {}, cache));
  }
  return hasWords(first) ? tag("c:strRef", {}, formulaXml(formula) + tag("c:strCache", {}, pointsXml(first, wordText))) : numbersXml(workbook, formula);
}

const cachedWord = (words: string): string => tag("c:strCache", {}, val("ptCount", 1) + tag("c:pt", { idx: 0 }, tag("c:v", {}, escapeText(words))));

/** `<c:tx>` of a title that follows cells. */
export function titleReferenceXml(workbook: Workbook, title: ChartTitle & { readonly formula: string }): string {
  return tag("c:tx", {}, tag("c:strRef", {}, formulaXml(title.formula) + cachedWord(titleWords(workbook, title))));
}

/** `<c:tx>`; nothing for a series without a name. */
export function nameXml(workbook: Workbook, name: ChartSeries["name"]): string {
  if ("text" in name) return name.text === "" ? "" : tag("c:tx", {}, tag("c:v", {}, escapeText(name.text)));
  const words = seriesName(workbook, name);
  return tag("c:tx", {}, tag("c:strRef", {}, formulaXml(name.formula) + (words === null ? "" : cachedWord(words))));
}

/** What stands inside `<c:cat>` or `<c:xVal>`. */
export function categoriesXml(workbook: Workbook, { values, categories }: ChartSeries): string {
  const count = values === null ? 0 : pointsOf(workbook, values)?.length ?? 0;
  return categories === null ? "" : wordsXml(workbook, categories, count);
}

/** What stands inside `<c:val>` or `<c:yVal>`. */
export function valuesXml(workbook: Workbook, { values }: ChartSeries): string {
  return values === null ? "" : numbersXml(workbook, values);
}

/** Categories and values under the names that the kind of chart has for them. */
export function dataXml(workbook: Workbook, series: ChartSeries, scatter: boolean): string {
  return (series.categories === null ? "" : tag(scatter ? "c:xVal" : "c:cat", {}, categoriesXml(workbook, series)))
    + (series.values === null ? "" : tag(scatter ? "c:yVal" : "c:val", {}, valuesXml(workbook, series)));
}
