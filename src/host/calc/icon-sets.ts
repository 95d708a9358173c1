/** Excel's icon sets as signs of text, lowest first. Shapes and colours are like Excel's, not copies of its pictures. */
import type { Sign } from "./highlight";

const RED = "#D64550";
const AMBER = "#E8A33D";
const GREEN = "#3F9C57";
const GREY = "#7F7F7F";
const BLACK = "#404040";
const BLUE = "#4472C4";

const signs = (glyphs: string, colours: readonly string[]): readonly Sign[] =>
  [...glyphs].map((glyph, index) => ({ glyph, colour: colours[Math.min(index, colours.length - 1)] ?? GREY }));

const SETS: ReadonlyMap<string, readonly Sign[]> = new Map([
  ["ThreeArrows", signs("▼▶▲", [RED, AMBER, GREEN])],
  ["ThreeArrowsGray", signs("▼▶▲", [GREY])],
  ["ThreeFlags", signs("⚑⚑⚑", [RED, AMBER, GREEN])],
  ["ThreeTrafficLights1", signs("●●●", [RED, AMBER, GREEN])],
  ["ThreeTrafficLights2", signs("◉◉◉", [RED, AMBER, GREEN])],
  ["ThreeSigns", signs("◆▲●", [RED, AMBER, GREEN])],
  ["ThreeSymbols", signs("✖!✔", [RED, AMBER, GREEN])],
  ["ThreeSymbols2", signs("✖!✔", [RED, AMBER, GREEN])],
  ["ThreeStars", signs("☆⯪★", [AMBER])],
  ["ThreeTriangles", signs("▼▬▲", [RED, AMBER, GREEN])],
  ["FourArrows", signs("▼◢◥▲", [RED, AMBER, AMBER, GREEN])],
  ["FourArrowsGray", signs("▼◢◥▲", [GREY])],
  ["FourRedToBlack", signs("●●●●", [BLACK, GREY, "#F4B6BA", RED])],
  ["FourRating", signs("▁▃▅▇", [BLUE])],
  ["FourTrafficLights", signs("●●●●", [BLACK, RED, AMBER, GREEN])],
  ["FiveArrows", signs("▼◢▶◥▲", [RED, AMBER, AMBER, AMBER, GREEN])],
  ["FiveArrowsGray", signs("▼◢▶◥▲", [GREY])],
  ["FiveRating", signs("▁▂▄▆█", [BLUE])],
  ["FiveQuarters", signs("○◔◑◕●", [BLACK])],
  ["FiveBoxes", signs("▖▞▚▟█", [BLUE])],
]);

/** The signs of a set by Office.js's name for it, lowest first; none for a name that is not one of Excel's. */
export function signsOf(set: string): readonly Sign[] {
  return SETS.get(set) ?? [];
}
