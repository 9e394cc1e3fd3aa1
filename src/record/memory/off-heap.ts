/**
 * Memory for numbers that V8 neither looks at nor counts. It counts what array buffers take, and collects the whole heap
 * anew for every 64 MB that they grow by, however little has become free (`kExternalAllocationSoftLimit`): tables that
 * grow with the reports would have it look at all that is kept, again and again. It leaves out shared buffers.
 */
export type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

export interface NumbersKind<A extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: SharedArrayBuffer): A;
}

/** So many zeros. */
export function offHeap<A extends Numbers>(kind: NumbersKind<A>, length: number): A {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}
