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
}
interface Payload {
  value: unknown;
  issues: RawIssue[];
}
type Check = ((payload: Payload) => void) & { abort?: boolean };
type Parse = (payload: Payload) => void;

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
      if (payload.issues.length) return;
      for (const check of checks) {
        check(payload);
        if (check.abort && payload.issues.length) return;
      }
    }, this.shape);
    inner.optional = this.optional;
    return inner;
  }
}

const fail = (payload: Payload, code: string, more?: Partial<RawIssue>) =>
  void payload.issues.push({ code, path: [], message: '', ...more });
const primitive = (type: string) => () =>
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
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const string = primitive('string');
export const number = primitive('number');
export const boolean = primitive('boolean');
export const unknown = () => new Schema(() => {});
const values = (list: readonly unknown[]) =>
  new Schema((payload) => {
    if (!list.includes(payload.value)) fail(payload, 'invalid_value');
  });
export const literal = (value: unknown) => values([value]);
const nothing = () => new Schema((payload) => payload.value !== null && fail(payload, 'invalid_type'));
export { nothing as null, values as enum };

export const array = (item: Schema) =>
  new Schema((payload) => {
    const list = payload.value;
    if (!Array.isArray(list)) return fail(payload, 'invalid_type');
    payload.value = list.map((entry, index) => child(item, entry, index, payload.issues));
  });

const objectOf = (loose: boolean) => (shape: Record<string, Schema>) =>
  new Schema((payload) => {
    const input = payload.value;
    if (!isRecord(input)) return fail(payload, 'invalid_type');
    const output: Record<string, unknown> = {};
    for (const key in shape) {
      const schema = shape[key]!;
      if (!(key in input) && schema.optional) continue;
      const value = child(schema, input[key], key, payload.issues);
      if (key in input) output[key] = value;
    }
    if (loose)
      for (const key of Object.keys(input)) if (!(key in shape) && key !== '__proto__') output[key] = input[key];
    payload.value = output;
  }, shape);
export const object = objectOf(false);
export const looseObject = objectOf(true);

export const record = (_key: Schema, item: Schema) =>
  new Schema((payload) => {
    const input = payload.value;
    if (!isRecord(input)) return fail(payload, 'invalid_type');
    const output: Record<string, unknown> = {};
    for (const key of Object.keys(input))
      if (key !== '__proto__') output[key] = child(item, input[key], key, payload.issues);
    payload.value = output;
  });

export const union = (options: readonly Schema[]) =>
  new Schema((payload) => {
    const errors: RawIssue[][] = [];
    for (const option of options) {
      const inner: Payload = { value: payload.value, issues: [] };
      option.run(inner);
      if (!inner.issues.length) return void (payload.value = inner.value);
      errors.push(inner.issues);
    }
    fail(payload, 'invalid_union', { errors });
  });

export const optional = (inner: Schema) => {
  const schema = new Schema((payload) => {
    if (payload.value !== undefined) inner.run(payload);
  }, inner.shape);
  schema.optional = true;
  return schema;
};
export const transform = (change: (value: never) => unknown) =>
  new Schema((payload) => void (payload.value = change(payload.value as never)));
export const pipe = (first: Schema, then: Schema) =>
  new Schema((payload) => {
    first.run(payload);
    if (!payload.issues.length) then.run(payload);
  });
export const refine = (test: (value: never) => unknown, { error, abort = false }: { error: string; abort?: boolean }) => {
  const check: Check = (payload) => {
    if (!test(payload.value as never)) fail(payload, 'custom', { message: error });
  };
  check.abort = abort;
  return check;
};
export const config = () => {};
export const safeParse = (schema: Schema, value: unknown) => {
  const payload: Payload = { value, issues: [] };
  schema.run(payload);
  return payload.issues.length
    ? { success: false, error: { issues: payload.issues } }
    : { success: true, data: payload.value };
};
