/** Excel.SettingCollection and Excel.Setting: the add-in's own data in the document, kept as JSON under a key. */
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { invalidArgument, itemNotFound } from "./refusal";
import type { Session } from "./session";
import { platformRules } from "./profile";

interface SettingsSelf extends Owned { readonly session: Session }
interface SettingSelf extends SettingsSelf { readonly key: string }

function json(self: SettingSelf): string {
  const kept = self.session.settings.get(self.key);
  if (kept === undefined) throw itemNotFound();
  return kept;
}

/** How much all settings are together, the last of a name counting. */
export function bytesOf(settings: Iterable<readonly [name: string, json: string]>): number {
  let bytes = 0;
  for (const [name, json] of new Map(settings)) bytes += name.length + json.length;
  return bytes;
}

function put(self: SettingSelf, value: unknown): void {
  if (value === undefined || value === null) throw invalidArgument();
  const json = JSON.stringify(value);
  if (bytesOf([...self.session.settings, [self.key, json]]) > platformRules[self.session.profile.platform].settingsBytes) throw invalidArgument();
  self.session.settings.set(self.key, json);
  self.session.workbook.tell({ kind: "settings", cause: "api" });
}

const settingClass: ObjectClass<SettingSelf> = declareClass<Excel.Setting, SettingSelf>("Setting", { identity: ({ key }) => ({ _Id: key }) }, {
  scalars: {
    key: scalar("1.4", ({ key }) => key),
    value: scalar("1.4", (self): unknown => JSON.parse(json(self)), put),
  },
  methods: {
    delete: method("1.4", (self) => {
      json(self);
      self.session.settings.delete(self.key);
      self.session.workbook.tell({ kind: "settings", cause: "api" });
    }),
  },
});

function found({ session }: SettingsSelf, key: string): HostObject | null {
  return session.settings.has(key) ? settingClass.of({ session, key }) : null;
}
function existing(self: SettingsSelf, key: string): HostObject {
  const setting = found(self, key);
  if (setting === null) throw itemNotFound();
  return setting;
}

export const settingsClass: ObjectClass<SettingsSelf> = declareClass<Excel.SettingCollection, SettingsSelf>(
  "SettingCollection",
  {
    items: ({ session }) => [...session.settings.keys()].map((key) => settingClass.of({ session, key })),
    item: (self, args) => existing(self, args.text(0)),
  },
  {
    methods: {
      // A key that is there already gets the new value.
      add: method("1.4", ({ session }, args) => {
        const self: SettingSelf = { session, key: args.text(0) };
        put(self, args.raw(1));
        return settingClass.of(self);
      }),
      getCount: method("1.4", ({ session }) => session.settings.size),
      getItem: method("1.4", (self, args) => existing(self, args.text(0))),
      getItemOrNullObject: method("1.4", (self, args) => found(self, args.text(0))),
    },
  },
);
