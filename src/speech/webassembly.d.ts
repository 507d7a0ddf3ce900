/** The little of WebAssembly's API that is used here; Node's types leave it to the DOM's, which has no place here. */
declare namespace WebAssembly {
  class Module {
    private readonly module: never;
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...args: never[]) => unknown>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
}
