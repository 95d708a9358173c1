/** Fabric in the colours and type of this product. Contrast of each pair is at least 4.5 to 1; test/taskpane holds it with axe. */
import { loadTheme } from "office-ui-fabric-react/lib/Styling";

const FONT = "'Segoe UI', 'Segoe UI Web (West European)', system-ui, -apple-system, Roboto, 'Liberation Sans', sans-serif";

/** Before anything is drawn. */
export function dressFabric(): void {
  loadTheme({
    defaultFontStyle: { fontFamily: FONT, fontWeight: "regular" },
    palette: {
      themeDarker: "#0b2a45", themeDark: "#0d3253", themeDarkAlt: "#103c62", themePrimary: "#12436d", themeSecondary: "#1d5a8f", themeTertiary: "#5f8db5",
      themeLight: "#bdd2e4", themeLighter: "#dbe7f1", themeLighterAlt: "#f3f7fa",
      black: "#0f1216", neutralDark: "#16191d", neutralPrimary: "#1d2126", neutralPrimaryAlt: "#343a40", neutralSecondary: "#4a5157", neutralTertiary: "#7b8288",
      neutralTertiaryAlt: "#c2c7cb", neutralQuaternary: "#d0d4d8", neutralLight: "#e6e9eb", neutralLighter: "#f2f4f5", neutralLighterAlt: "#f8f9fa", white: "#ffffff",
      redDark: "#801650", red: "#801650",
    },
    semanticColors: { errorText: "#801650", inputBorder: "#6b7278", inputBorderHovered: "#12436d", inputFocusBorderAlt: "#12436d" },
  });
}
