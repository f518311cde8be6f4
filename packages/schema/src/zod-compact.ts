/**
 * The part of `zod/mini` that the schemas use, in a twentieth of its size. The files for pages without a build step
 * are bundled with this module in its place (see docs/decisions); programs that install the packages get zod itself.
 * A test gives both the same documents and compares what they accept, return and report.
 */
export interface RawIssue {
  code: string;
  path: (string | number)[];
  message: string;
  errors?: RawIssue[][];
  /** Later checks of the same value still make sense after this finding. */
  continue?: boolean;
}
interface Payload {
  value: unknown;
  issues: RawIssue[];
}
type Check = (payload: Payload) => void;
type Parse = (payload: Payload) => void;

const aborted = ({ issues }: Payload) => issues.some((issue) => !issue.continue);

class Schema {
  shape: Record<string, Schema> | undefined;
  optional = false;
  constructor(
    public run: Parse,
    shape?: Record<string, Schema>,
  ) {
    this.shape = shape;
  }
  check(...checks: Check[]): Schema {
    const inner = new Schema((payload) => {
      this.run(payload);
      for (const check of checks) if (!aborted(payload)) check(payload);
    }, this.shape);
    inner.optional = this.optional;
    return inner;
  }
}

const fail = (payload: Payload, code: string, more?: Partial<RawIssue>) =>
  void payload.issues.push({ code, path: [], message: '', ...more });
const primitive = (type: string) =>
  new Schema((payload) => {
    if (typeof payload.value !== type || (type === 'number' && !isFinite(payload.value as number)))
      fail(payload, 'invalid_type');
  });
const child = (schema: Schema, value: unknown, key: string | number, issues: RawIssue[]): unknown => {
  const inner: Payload = { value, issues: [] };
  schema.run(inner);
  for (const issue of inner.issues) {
    issue.path.unshift(key);
    issues.push(issue);
  }
  return inner.value;
};
const own = (owner: object, key: string): boolean => Object.prototype.hasOwnProperty.call(owner, key);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/*@__NO_SIDE_EFFECTS__*/ export const string = () => primitive('string');
/*@__NO_SIDE_EFFECTS__*/ export const number = () => primitive('number');
/*@__NO_SIDE_EFFECTS__*/ export const boolean = () => primitive('boolean');
/*@__NO_SIDE_EFFECTS__*/ export const unknown = () => new Schema(() => {});
/*@__NO_SIDE_EFFECTS__*/ const values = (list: readonly unknown[]) =>
  new Schema((payload) => {
    if (!list.includes(payload.value)) fail(payload, 'invalid_value');
  });
/*@__NO_SIDE_EFFECTS__*/ export const literal = (value: unknown) => values([value]);
/*@__NO_SIDE_EFFECTS__*/ const nothing = () =>
  new Schema((payload) => payload.value !== null && fail(payload, 'invalid_type'));
export { nothing as null, values as enum };

/*@__NO_SIDE_EFFECTS__*/ export const array = (item: Schema) =>
  new Schema((payload) => {
    const list = payload.value;
    if (!Array.isArray(list)) return fail(payload, 'invalid_type');
    payload.value = list.map((entry, index) => child(item, entry, index, payload.issues));
  });

const objectOf = (loose: boolean, shape: Record<string, Schema>) =>
  new Schema((payload) => {
    const input = payload.value;
    if (!isRecord(input)) return fail(payload, 'invalid_type');
    const output: Record<string, unknown> = {};
    // Own keys only, here and below: old pages extend `Object.prototype`.
    for (const key of Object.keys(shape)) {
      const schema = shape[key]!;
      if (!(key in input) && schema.optional) continue;
      const value = child(schema, input[key], key, payload.issues);
      if (key in input) output[key] = value;
    }
    if (loose)
      for (const key of Object.keys(input)) if (!own(shape, key) && key !== '__proto__') output[key] = input[key];
    payload.value = output;
  }, shape);
/*@__NO_SIDE_EFFECTS__*/ export const object = (shape: Record<string, Schema>) => objectOf(false, shape);
/*@__NO_SIDE_EFFECTS__*/ export const looseObject = (shape: Record<string, Schema>) => objectOf(true, shape);

/** No date, map or instance of another class; as zod, by what only the prototype of a bare object owns. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) &&
  (typeof value['constructor'] !== 'function' || own(Object(value['constructor'].prototype), 'isPrototypeOf'));
/*@__NO_SIDE_EFFECTS__*/ export const record = (_key: Schema, item: Schema) =>
  new Schema((payload) => {
    const input = payload.value;
    if (!isPlain(input)) return fail(payload, 'invalid_type');
    const output: Record<string, unknown> = {};
    for (const key of Object.keys(input))
      if (key !== '__proto__') output[key] = child(item, input[key], key, payload.issues);
    payload.value = output;
  });

/*@__NO_SIDE_EFFECTS__*/ export const union = (options: readonly Schema[]) =>
  new Schema((payload) => {
    const results: Payload[] = [];
    for (const option of options) {
      const inner: Payload = { value: payload.value, issues: [] };
      option.run(inner);
      if (!inner.issues.length) return void (payload.value = inner.value);
      results.push(inner);
    }
    // Where only one branch is of the right kind, its findings are those of the whole.
    const near = results.filter((result) => !aborted(result));
    if (near.length === 1) Object.assign(payload, near[0]);
    else fail(payload, 'invalid_union', { errors: results.map(({ issues }) => issues) });
  });

/*@__NO_SIDE_EFFECTS__*/ export const optional = (inner: Schema) => {
  const schema = new Schema((payload) => {
    if (payload.value !== undefined) inner.run(payload);
  }, inner.shape);
  schema.optional = true;
  return schema;
};
/*@__NO_SIDE_EFFECTS__*/ export const transform = (change: (value: never) => unknown) =>
  new Schema((payload) => void (payload.value = change(payload.value as never)));
/*@__NO_SIDE_EFFECTS__*/ export const pipe = (first: Schema, then: Schema) =>
  new Schema((payload) => {
    first.run(payload);
    if (!payload.issues.length) then.run(payload);
  });
/*@__NO_SIDE_EFFECTS__*/ export const refine =
  (test: (value: never) => unknown, { error, abort = false }: { error: string; abort?: boolean }): Check =>
  (payload) => {
    if (!test(payload.value as never)) fail(payload, 'custom', { message: error, continue: !abort });
  };
export const config = () => {};
export const safeParse = (schema: Schema, value: unknown) => {
  const payload: Payload = { value, issues: [] };
  schema.run(payload);
  return payload.issues.length
    ? { success: false, error: { issues: payload.issues } }
    : { success: true, data: payload.value };
};
