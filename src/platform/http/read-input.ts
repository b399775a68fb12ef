import type { ErrorParameters, FieldFault } from '../errors/domain-error.js';

/** What one field of an input takes. */
export interface InputField {
  /** Of the error when the check fails. */
  readonly code: string;
  readonly parameters?: ErrorParameters;
  readonly check: (value: unknown) => boolean;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  /** Makes the value of what was given, such as a number of the text of a query string. */
  readonly convert?: (value: unknown) => unknown;
  /** The class of each item of a list. */
  readonly itemType?: () => InputClass;
}

export interface InputClass {
  readonly prototype: object;
}

const ownFields = new WeakMap<object, Map<string, InputField>>();
const allFields = new WeakMap<object, ReadonlyMap<string, InputField>>();

/** Adds a field to a class of inputs, as its decorators do. */
export function declareField(prototype: object, name: string, field: InputField): void {
  const fields = ownFields.get(prototype) ?? new Map<string, InputField>();
  ownFields.set(prototype, fields.set(name, field));
}

/** More than anybody reads; an input of thousands of wrong names is not answered by as many. */
const mostFaults = 100;

export interface InputReading {
  /** What was given, with the fields of the class only. */
  readonly input: object;
  readonly faults: readonly FieldFault[];
}

/**
 * Takes an input apart by the fields of its class; a field that the class does not have is a fault.
 * What is no object lacks every field.
 */
export function readInput(type: InputClass, given: unknown): InputReading {
  const faults: FieldFault[] = [];
  const isObject = isRecord(given);
  const input = readObject(type, isObject ? given : {}, '', faults);
  if (!isObject && faults.length === 0) faults.push({ field: 'body', code: 'field.invalid' });
  return { input, faults };
}

function readObject(
  type: InputClass,
  given: Readonly<Record<string, unknown>>,
  prefix: string,
  faults: FieldFault[],
): object {
  const input: Record<string, unknown> = {};
  const fields = fieldsOf(type.prototype);
  for (const name of Object.keys(given)) {
    if (!fields.has(name) && faults.length < mostFaults) {
      faults.push({ field: prefix + name, code: 'field.unknown' });
    }
  }
  for (const [name, field] of fields) {
    const value = field.convert ? field.convert(given[name]) : given[name];
    if (value === undefined && field.optional) continue;
    input[name] = readField(field, value, prefix + name, faults);
  }
  return input;
}

function readField(field: InputField, value: unknown, path: string, faults: FieldFault[]): unknown {
  if (value === null && field.nullable) return value;
  if (!field.check(value)) {
    faults.push({ field: path, code: field.code, parameters: field.parameters ?? {} });
  }
  const itemType = field.itemType?.();
  if (!itemType || !Array.isArray(value)) return value;
  return value.map((item: unknown, index) => {
    if (isRecord(item)) return readObject(itemType, item, `${path}.${index}.`, faults);
    faults.push({ field: `${path}.${index}`, code: 'field.invalid' });
    return item;
  });
}

function fieldsOf(prototype: object): ReadonlyMap<string, InputField> {
  let fields = allFields.get(prototype);
  if (!fields) {
    const parent = Object.getPrototypeOf(prototype) as object | null;
    const own = ownFields.get(prototype) ?? new Map<string, InputField>();
    const inherited = [...(parent ? fieldsOf(parent) : [])].filter(([name]) => !own.has(name));
    fields = new Map([...own, ...inherited]);
    allFields.set(prototype, fields);
  }
  return fields;
}

/** Sockets can also send bytes. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value)
  );
}
