/** CONVERT: units of measurement, as Excel's documentation lists them, with their prefixes. */
import { cellError, type CellValue } from "../../workbook/values";
import { tidyNumber } from "../coerce";
import { define, number, text, type FunctionSpec } from "../function-spec";

/** What kind of quantity, and how many of its base unit; `prefixed` units take kilo and the rest, `power` raises the prefix. */
interface Unit { readonly kind: string; readonly size: number; readonly prefixed: boolean; readonly power: number }

const FOOT = 0.3048;
const POUND = 453.59237;
const GALLON = 3.785411784;
const IMPERIAL_PINT = 0.56826125;

/** By kind: names and sizes; a star marks the ones that take prefixes. */
const TABLE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mass: { "g*": 1, sg: 14593.9029372064, lbm: POUND, "u*": 1.66053100460465e-24, ozm: POUND / 16, grain: POUND / 7000, cwt: POUND * 100, shweight: POUND * 100, uk_cwt: POUND * 112, lcwt: POUND * 112, hweight: POUND * 112, stone: POUND * 14, ton: POUND * 2000, uk_ton: POUND * 2240, LTON: POUND * 2240, brton: POUND * 2240 },
  length: { "m*": 1, mi: FOOT * 5280, Nmi: 1852, in: FOOT / 12, ft: FOOT, yd: FOOT * 3, "ang*": 1e-10, ell: 1.143, "ly*": 9.4607304725808e15, "parsec*": 3.08567758128155e16, "pc*": 3.08567758128155e16, Picapt: FOOT / 864, Pica: FOOT / 864, pica: FOOT / 72, survey_mi: 1609.3472186944374 },
  time: { yr: 31557600, day: 86400, d: 86400, hr: 3600, mn: 60, min: 60, "sec*": 1, "s*": 1 },
  pressure: { "Pa*": 1, "p*": 1, "atm*": 101325, "at*": 101325, "mmHg*": 133.322, psi: 6894.75729316836, Torr: 133.322368421053 },
  force: { "N*": 1, "dyn*": 1e-5, "dy*": 1e-5, lbf: 4.4482216152605, "pond*": 0.00980665 },
  energy: { "J*": 1, "e*": 1e-7, "c*": 4.184, "cal*": 4.1868, "eV*": 1.602176487e-19, "ev*": 1.602176487e-19, HPh: 2684519.53769617, hh: 2684519.53769617, "Wh*": 3600, "wh*": 3600, flb: 1.3558179483314, BTU: 1055.05585262, btu: 1055.05585262 },
  power: { HP: 745.69987158227, h: 745.69987158227, PS: 735.49875, "W*": 1, "w*": 1 },
  magnetism: { "T*": 1, "ga*": 1e-4 },
  volume: { tsp: GALLON / 768, tspm: 0.005, tbs: GALLON / 256, oz: GALLON / 128, cup: GALLON / 16, pt: GALLON / 8, us_pt: GALLON / 8, uk_pt: IMPERIAL_PINT, qt: GALLON / 4, uk_qt: IMPERIAL_PINT * 2, gal: GALLON, uk_gal: IMPERIAL_PINT * 8, "l*": 1, "L*": 1, "lt*": 1, barrel: GALLON * 42, bushel: 35.23907016688, ft3: (FOOT * 10) ** 3, "ft^3": (FOOT * 10) ** 3, in3: ((FOOT / 12) * 10) ** 3, "in^3": ((FOOT / 12) * 10) ** 3, yd3: (FOOT * 30) ** 3, "yd^3": (FOOT * 30) ** 3, mi3: (FOOT * 52800) ** 3, "mi^3": (FOOT * 52800) ** 3, Nmi3: 18520 ** 3, "Nmi^3": 18520 ** 3, GRT: 2831.6846592, regton: 2831.6846592, MTON: 1132.67386368 },
  area: { uk_acre: 4046.8564224, us_acre: 4046.87260987425, ha: 10000, ar: 100, ft2: FOOT ** 2, "ft^2": FOOT ** 2, in2: (FOOT / 12) ** 2, "in^2": (FOOT / 12) ** 2, yd2: (FOOT * 3) ** 2, "yd^2": (FOOT * 3) ** 2, mi2: (FOOT * 5280) ** 2, "mi^2": (FOOT * 5280) ** 2, Nmi2: 1852 ** 2, "Nmi^2": 1852 ** 2, Morgen: 2500 },
  information: { "bit*": 1, "byte*": 8 },
  speed: { "m/s*": 1, "m/sec*": 1, "m/h*": 1 / 3600, "m/hr*": 1 / 3600, mph: 0.44704, kn: 1852 / 3600, admkn: 0.514773333333333 },
};

/** Squares and cubes of metres take their prefix squared and cubed. */
const POWERS: readonly (readonly [name: string, kind: string, size: number, power: number])[] = [["m2", "area", 1, 2], ["m^2", "area", 1, 2], ["m3", "volume", 1000, 3], ["m^3", "volume", 1000, 3], ["ang2", "area", 1e-20, 2], ["ang^2", "area", 1e-20, 2], ["ang3", "volume", 1e-27, 3], ["ang^3", "volume", 1e-27, 3]];

const PREFIXES: Readonly<Record<string, number>> = {
  Y: 1e24, Z: 1e21, E: 1e18, P: 1e15, T: 1e12, G: 1e9, M: 1e6, k: 1e3, h: 1e2, da: 10, e: 10, d: 0.1, c: 0.01, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18, z: 1e-21, y: 1e-24,
};
const BINARY: Readonly<Record<string, number>> = { ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60, Zi: 2 ** 70, Yi: 2 ** 80 };

const units = new Map<string, Unit>();
for (const [kind, sizes] of Object.entries(TABLE)) {
  for (const [name, size] of Object.entries(sizes)) units.set(name.replace("*", ""), { kind, size, prefixed: name.endsWith("*"), power: 1 });
}
for (const [name, kind, size, power] of POWERS) units.set(name, { kind, size, prefixed: true, power });

/** Degrees of temperature: to kelvin and back. */
const TEMPERATURES: Readonly<Record<string, readonly [to: (t: number) => number, from: (k: number) => number]>> = {
  C: [(t) => t + 273.15, (k) => k - 273.15], cel: [(t) => t + 273.15, (k) => k - 273.15],
  F: [(t) => ((t - 32) * 5) / 9 + 273.15, (k) => ((k - 273.15) * 9) / 5 + 32], fah: [(t) => ((t - 32) * 5) / 9 + 273.15, (k) => ((k - 273.15) * 9) / 5 + 32],
  K: [(t) => t, (k) => k], kel: [(t) => t, (k) => k], Rank: [(t) => (t * 5) / 9, (k) => (k * 9) / 5], Reau: [(t) => t * 1.25 + 273.15, (k) => (k - 273.15) / 1.25],
};

/** A unit by its name, its prefix taken in. */
function unitOf(name: string): Unit | null {
  const plain = units.get(name);
  if (plain !== undefined) return plain;
  for (const [prefix, factor] of [...Object.entries(PREFIXES), ...Object.entries(BINARY)]) {
    const unit = name.startsWith(prefix) ? units.get(name.slice(prefix.length)) : undefined;
    if (unit?.prefixed !== true || (prefix in BINARY && unit.kind !== "information")) continue;
    return { ...unit, size: unit.size * factor ** unit.power };
  }
  return null;
}

function converted(amount: number, from: string, to: string): CellValue {
  const [warm, cold] = [TEMPERATURES[from], TEMPERATURES[to]];
  if (warm !== undefined && cold !== undefined) return from === to ? amount : tidyNumber(Number(cold[1](warm[0](amount)).toPrecision(15)));
  const [a, b] = [unitOf(from), unitOf(to)];
  return a === null || b === null || a.kind !== b.kind ? cellError("#N/A") : tidyNumber((amount * a.size) / b.size);
}

export const conversion: readonly FunctionSpec[] = [define("CONVERT", [number, text, text], ([amount, from, to]) => converted(amount, from, to))];
