/*
 * Writes an ONNX model (opset 17) in memory, as much of the format as our own graphs need. The field numbers are
 * those of onnx.proto, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */

/** A constant of the graph. Numbers are little-endian, row by row. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'float32' | 'int64';
  readonly bytes: Uint8Array;
}

/** One operation; integers and lists of integers become its attributes, other numbers as `{ float }`. */
export interface Operation {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[] | { readonly float: number }>>;
}

/** A whole graph; a shape entry that is a word stands for a length known at run time only. */
export interface Graph {
  readonly name: string;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly operations: readonly Operation[];
  readonly weights: readonly Weight[];
}

interface Port {
  readonly name: string;
  readonly type: Weight['type'];
  readonly shape: readonly (number | string)[];
}

const IR_VERSION = 8;
const OPSET = 17;
const ELEMENT = { float32: 1, int64: 7 } as const;
const ATTRIBUTE = { float: 1, int: 2, ints: 7 } as const;

/** The bytes of the model file. */
export function writeOnnx(graph: Graph): Uint8Array {
  const body = [
    ...graph.operations.map((operation) => message(1, operationParts(operation))),
    text(2, graph.name),
    ...graph.weights.map((weight) => message(5, weightParts(weight))),
    ...graph.inputs.map((port) => message(11, portParts(port))),
    ...graph.outputs.map((port) => message(12, portParts(port))),
  ];
  return Buffer.concat([integer(1, IR_VERSION), message(7, body), message(8, [integer(2, OPSET)])]);
}

function operationParts({ op, inputs, outputs, attributes = {} }: Operation): Uint8Array[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, [text(1, name), ...valueParts(value)])),
  ];
}

function valueParts(value: number | readonly number[] | { readonly float: number }): Uint8Array[] {
  if (typeof value === 'number') return [integer(3, value), integer(20, ATTRIBUTE.int)];
  if ('float' in value) return [float(2, value.float), integer(20, ATTRIBUTE.float)];
  return [...value.map((one) => integer(8, one)), integer(20, ATTRIBUTE.ints)];
}

function weightParts({ name, shape, type, bytes }: Weight): Uint8Array[] {
  const dimensions = shape.map((length) => integer(1, length));
  return [...dimensions, integer(2, ELEMENT[type]), text(8, name), field(9, bytes)];
}

function portParts({ name, type, shape }: Port): Uint8Array[] {
  const dimensions = shape.map((length) =>
    message(1, [typeof length === 'number' ? integer(1, length) : text(2, length)]),
  );
  return [text(1, name), message(2, [message(1, [integer(1, ELEMENT[type]), message(2, dimensions)])])];
}

/** Protocol buffers: a number of any size, seven bits a byte. Negative ones take ten bytes. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from([...bytes, Number(rest)]);
}

const integer = (number: number, value: number) => Buffer.concat([varint(number << 3), varint(value)]);
const field = (number: number, bytes: Uint8Array) =>
  Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
const text = (number: number, value: string) => field(number, Buffer.from(value));
const message = (number: number, parts: readonly Uint8Array[]) => field(number, Buffer.concat(parts));
function float(number: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([varint((number << 3) | 5), bytes]);
}
