import { command, query } from '@yitu/persistence';
import { type Route, route, Version } from '@yitu/runtime';
import { Type, type Static, type TObject, type TProperties, type TSchema } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from './settings.ts';

interface RuleRoutes<Rules extends TObject> {
  readonly path: string;
  /** What one setting says; its title names the schemas. */
  readonly schema: Rules;
  readonly of: RuleKind<Static<Rules>>;
  /** What the two operations do, for the API's reference. */
  readonly summaries: { readonly set: string; readonly get: string };
}

/** The routes of rules an agency sets as a whole: those in force, and their next version for whoever has read the newest. */
export function ruleRoutes<Properties extends TProperties>({
  path,
  schema,
  of,
  summaries,
}: RuleRoutes<TObject<Properties>>): Route[] {
  const set = command(
    { permission: 'booking.rules.set' },
    (uow, setting: Static<TObject<Properties>> & { readonly version: number }) =>
      addSetting(uow, of, setting),
  );
  const get = query({ permission: 'booking.rules.read' }, (uow, _input: object) => newestSetting(uow, of));
  const view = Type.Object(
    { ...schema.properties, version: Version },
    { title: `${of.objectType}InForce` },
  ) as TSchema; // what `of` gives is typed by it
  return [
    route({
      ...{ method: 'PUT', path, summary: summaries.set, access: 'booking.rules.set' },
      ...{ body: schema, result: view, versioned: true },
      handle: (call, { body, version }) => set(call, { ...body, version }),
    }),
    route({
      ...{ method: 'GET', path, summary: summaries.get, access: 'booking.rules.read' },
      result: view,
      handle: (call) => get(call, {}),
    }),
  ];
}
