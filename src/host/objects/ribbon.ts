/** The add-in's own tab and buttons, as `Office.ribbon.requestUpdate` turns them on and off. Excel keeps their state while the workbook is open; it is not saved. */
import { flagFrom } from "./arguments";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { itemNotFound, notImplemented } from "./refusal";

/** What a manifest puts on the ribbon, and how it stands in one open workbook. Everything is shown and enabled until an add-in says otherwise. */
export class RibbonState {
  private readonly disabled = new Set<string>();
  private readonly hidden = new Set<string>();

  /** @param tabs, buttons - ids of the manifest @param onChange - told when anything stands otherwise */
  constructor(private readonly tabs: readonly string[], private readonly buttons: readonly string[], private readonly onChange: () => void) {}

  isEnabled(button: string): boolean { return !this.disabled.has(button); }
  isVisible(tab: string): boolean { return !this.hidden.has(tab); }
  hasButton(id: string): boolean { return this.buttons.includes(id); }
  hasTab(id: string): boolean { return this.tabs.includes(id); }
  enable(button: string, enabled: boolean): void { this.put(this.disabled, button, !enabled); }
  show(tab: string, visible: boolean): void { this.put(this.hidden, tab, !visible); }

  private put(among: Set<string>, id: string, isIn: boolean): void {
    if (among.has(id) === isIn) return;
    if (isIn) among.add(id);
    else among.delete(id);
    this.onChange();
  }
}

interface RibbonSelf extends Owned { readonly ribbon: RibbonState }
interface ControlSelf extends RibbonSelf { readonly id: string }

/** These classes are the library's own and in no declaration file: their members are those that its requestUpdate and requestCreateControls ask for. */
interface RibbonButton { readonly id: string; enabled: boolean }
interface RibbonTab { readonly id: string; setVisibility(visible: boolean): void }
interface DynamicRibbon { getButton(id: string): RibbonButton; getTab(id: string): RibbonTab; executeRequestCreate(controls: string): void }

const buttonClass: ObjectClass<ControlSelf> = declareClass<RibbonButton, ControlSelf>("RibbonButton", {}, {
  scalars: {
    id: scalar("1.1", (self) => self.id),
    enabled: scalar("1.1", (self) => self.ribbon.isEnabled(self.id), (self, value) => self.ribbon.enable(self.id, flagFrom(value))),
  },
});

const tabClass: ObjectClass<ControlSelf> = declareClass<RibbonTab, ControlSelf>("RibbonTab", {}, {
  scalars: { id: scalar("1.1", (self) => self.id) },
  methods: { setVisibility: method("1.1", (self, args) => self.ribbon.show(self.id, flagFrom(args.raw(0)))) },
});

/** An id that the manifest does not have is refused as ItemNotFound; Microsoft says only that it fails. */
function control(self: RibbonSelf, id: string, isKnown: boolean, of: ObjectClass<ControlSelf>): HostObject {
  if (!isKnown) throw itemNotFound(id);
  return of.of({ ...self, id });
}

export const dynamicRibbonClass: ObjectClass<RibbonSelf> = declareClass<DynamicRibbon, RibbonSelf>("DynamicRibbon", {}, {
  methods: {
    getButton: method("1.1", (self, args) => control(self, args.text(0), self.ribbon.hasButton(args.text(0)), buttonClass), "assumed"),
    getTab: method("1.1", (self, args) => control(self, args.text(0), self.ribbon.hasTab(args.text(0)), tabClass), "assumed"),
    executeRequestCreate: method("1.1", () => { throw notImplemented("Office.ribbon.requestCreateControls"); }),
  },
});
