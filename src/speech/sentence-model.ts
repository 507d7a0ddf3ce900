/*
 * The Universal Sentence Encoder lite as an ONNX graph. Its package ships weights for TensorFlow.js; that runtime is
 * a script of nearly two megabytes, which a worker thread of Electron 33 now and then never finished importing, and
 * it is some ten times slower. So the graph is written down here and the weights are put into it as they are.
 */
import { z } from 'zod';
import { writeOnnx, type Operation, type Weight } from './onnx-writer';

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.number().int()), dtype: z.string() })),
    }),
  ),
});

const HEADS = 4;
const WIDTH = 512;
const EMBEDDED = 256;
/** The model reads no more tokens than this. */
export const MOST_TOKENS = 128;

const STACK = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const PARTS = 'module/Encoder_en/KonaTransformer/Encode';
const LAST = 'module/Encoder_en/hidden_layers/tanh_layer_0';
const TIMING = `${STACK}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`;

/**
 * The model file: input `tokens` (int64, any length up to `MOST_TOKENS`), output `vector` (float32, 512, unit
 * length). `description` is the parsed model.json of the package, `data` its shards end to end. Throws ZodError or
 * RangeError when they do not fit together.
 */
export function sentenceGraph(description: unknown, data: Uint8Array): Uint8Array {
  const weights = readWeights(description, data);
  const graph = new GraphBuilder(weights);
  const embedded = graph.add('Gather', [graph.weight('module/Embeddings_en'), 'tokens']);
  const table = graph.floats('places', placeTable(weights), [MOST_TOKENS, EMBEDDED]);
  const length = graph.add('Shape', [embedded], { start: 0, end: 1 });
  const places = graph.add('Slice', [table, graph.ints([0]), length]);
  // The original adds the embedding to itself on its way through the timing signal.
  const doubled = graph.add('Add', [embedded, embedded]);
  let state = graph.add('Add', [doubled, places]);
  for (const layer of [0, 1]) state = transformerLayer(graph, layer, state);
  const mean = graph.add('ReduceMean', [state], { axes: [0], keepdims: 1 });
  const last = graph.add('Tanh', [graph.dense(mean, `${LAST}/weights`, `${LAST}/bias`)]);
  graph.add(
    'LpNormalization',
    [graph.add('Reshape', [last, graph.ints([WIDTH])])],
    { axis: 0, p: 2 },
    'vector',
  );
  return writeOnnx({
    name: 'universal-sentence-encoder-lite',
    inputs: [{ name: 'tokens', type: 'int64', shape: ['length'] }],
    outputs: [{ name: 'vector', type: 'float32', shape: [WIDTH] }],
    operations: graph.operations,
    weights: graph.weights,
  });
}

/** Attention, then a feed-forward part, each normalized before and added to what went in. */
function transformerLayer(graph: GraphBuilder, layer: number, input: string): string {
  const width = layer === 0 ? EMBEDDED : WIDTH;
  const own = `${STACK}/Layer_${layer}/TransformerLayer`;
  const attention = `${own}/MultiheadAttention`;
  const kernels = `${PARTS}/Layer_${layer}/TransformerLayer/MultiheadAttention`;
  const concat = 'ConcatPartitions/concat';
  // Only the first layer changes the width.
  const residual =
    layer === 0 ? graph.dense(input, `${own}/dense/kernel/${concat}`, `${own}/dense/bias/${concat}`) : input;

  const calm = graph.normalize(input, own);
  const joined = graph.dense(
    calm,
    `${kernels}/qkv_transform_single/kernel/part_0`,
    `${attention}/qkv_transform_single/bias/${concat}`,
  );
  const head = width / HEADS;
  const heads = graph.add('Transpose', [graph.add('Reshape', [joined, graph.ints([-1, 3, HEADS, head])])], {
    perm: [1, 2, 0, 3],
  });
  const [query, key, value] = graph.split(heads, 3);
  const scale = graph.floats(`scale${layer}`, Float32Array.of(1 / Math.sqrt(head)));
  const turned = graph.add('Transpose', [key!], { perm: [0, 1, 3, 2] });
  const scores = graph.add('MatMul', [graph.add('Mul', [query!, scale]), turned]);
  const mixed = graph.add('MatMul', [graph.add('Softmax', [scores], { axis: -1 }), value!]);
  const flat = graph.add('Reshape', [
    graph.add('Transpose', [mixed], { perm: [0, 2, 1, 3] }),
    graph.ints([-1, width]),
  ]);
  const attended = graph.dense(
    flat,
    `${kernels}/output_transform_single/kernel/part_0`,
    `${attention}/output_transform_single/bias/${concat}`,
  );
  const between = graph.add('Add', [attended, residual]);

  const kernel = (name: string) =>
    `${STACK}/TransformerStack/Layer_${layer}/TransformerLayer/FFN/${name}/Tensordot/Reshape_1`;
  const bias = (name: string) => `${own}/FFN/${name}/bias/${concat}`;
  const wide = graph.dense(graph.normalize(between, `${own}/FFN`), kernel('conv1'), bias('conv1'));
  const narrow = graph.dense(graph.add('Relu', [wide]), kernel('conv2'), bias('conv2'));
  return graph.add('Add', [narrow, between]);
}

/** Operations in order, each result under a name of its own. */
class GraphBuilder {
  readonly operations: Operation[] = [];
  private readonly used = new Map<string, Weight>();

  constructor(private readonly known: ReadonlyMap<string, Weight>) {}

  get weights(): readonly Weight[] {
    return [...this.used.values()];
  }

  add(
    op: string,
    inputs: readonly string[],
    attributes: NonNullable<Operation['attributes']> = {},
    name = `r${this.operations.length}`,
  ): string {
    this.operations.push({ op, inputs, outputs: [name], attributes });
    return name;
  }

  split(input: string, count: number): readonly string[] {
    const outputs = Array.from({ length: count }, (_, i) => `r${this.operations.length}.${i}`);
    this.operations.push({ op: 'Split', inputs: [input], outputs, attributes: { axis: 0 } });
    return outputs;
  }

  /** Input times kernel plus bias. Kernels of one by one convolutions are plain matrices. */
  dense(input: string, kernel: string, bias: string): string {
    const { name, shape, ...rest } = this.find(kernel);
    this.used.set(name, { name, shape: shape.slice(-2), ...rest });
    return this.add('Add', [this.add('MatMul', [input, name]), this.weight(bias)]);
  }

  normalize(input: string, layer: string): string {
    const part = (name: string) =>
      this.weight(`${layer}/layer_prepostprocess/layer_norm/layer_norm_${name}/ConcatPartitions/concat`);
    return this.add('LayerNormalization', [input, part('scale'), part('bias')], { epsilon: { float: 1e-6 } });
  }

  weight(name: string): string {
    this.used.set(name, this.find(name));
    return name;
  }

  floats(name: string, values: Float32Array, shape: readonly number[] = []): string {
    return this.constant(name, 'float32', values, shape);
  }

  ints(values: readonly number[]): string {
    const bytes = BigInt64Array.from(values, BigInt);
    return this.constant(`ints ${values.join()}`, 'int64', bytes, [values.length]);
  }

  private constant(
    name: string,
    type: Weight['type'],
    values: Float32Array | BigInt64Array,
    shape: readonly number[],
  ): string {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.used.set(name, { name, shape, type, bytes });
    return name;
  }

  private find(name: string): Weight {
    const weight = this.known.get(name);
    if (!weight) throw new RangeError('The sentence model lacks a weight.');
    return weight;
  }
}

/** The timing signal of every place: sines, then cosines, of the place at the model's wave lengths. */
function placeTable(weights: ReadonlyMap<string, Weight>): Float32Array {
  const bytes = weights.get(TIMING)?.bytes;
  if (!bytes) throw new RangeError('The sentence model lacks its timing signal.');
  const speeds = new Float32Array(Uint8Array.from(bytes).buffer);
  const table = new Float32Array(MOST_TOKENS * EMBEDDED);
  for (let place = 0; place < MOST_TOKENS; place++) {
    speeds.forEach((speed, i) => {
      table[place * EMBEDDED + i] = Math.sin(place * speed);
      table[place * EMBEDDED + speeds.length + i] = Math.cos(place * speed);
    });
  }
  return table;
}

/** Every weight by its name; all are numbers of four bytes. */
function readWeights(description: unknown, data: Uint8Array): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  let at = 0;
  for (const { name, shape, dtype } of manifestSchema
    .parse(description)
    .weightsManifest.flatMap((group) => group.weights)) {
    const size = 4 * shape.reduce((product, length) => product * length, 1);
    if (dtype === 'float32') {
      weights.set(name, { name, shape, type: 'float32', bytes: data.subarray(at, at + size) });
    }
    at += size;
  }
  if (at !== data.length) throw new RangeError('The weights of the sentence model have another size.');
  return weights;
}
