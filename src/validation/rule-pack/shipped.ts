/** The rule pack that comes with the product. */
import { parsePack, type RulePack } from "./pack";
import json from "./shipped-pack.json";

export const shippedPack: RulePack = parsePack(json);
