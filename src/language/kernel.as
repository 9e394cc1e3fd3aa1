// The inner loops of the network, in AssemblyScript: plain SIMD without fused or relaxed operations, so that
// every machine gives the same bits. Compiled into kernel.wasm (see models/README.md for the command).
// All pointers are byte offsets into the imported memory; all matrices are f32, row by row.

/** C[m × n] (+)= A[m × k] · B[k × n]; A's element (i, p) is at a + i * rs + p * cs bytes. n is a multiple of 8. */
export function multiply(
  m: i32, n: i32, k: i32,
  a: usize, rs: usize, cs: usize,
  b: usize, ldb: usize,
  c: usize, ldc: usize,
  add: bool,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    const a0 = a + <usize>i * rs;
    const a1 = a0 + rs;
    const a2 = a1 + rs;
    const a3 = a2 + rs;
    for (let j = 0; j < n; j += 8) {
      let c00 = f32x4.splat(0), c01 = f32x4.splat(0);
      let c10 = f32x4.splat(0), c11 = f32x4.splat(0);
      let c20 = f32x4.splat(0), c21 = f32x4.splat(0);
      let c30 = f32x4.splat(0), c31 = f32x4.splat(0);
      let q = b + (<usize>j << 2);
      let o: usize = 0;
      for (let p = 0; p < k; p++) {
        const b0 = v128.load(q);
        const b1 = v128.load(q, 16);
        let x = v128.load32_splat(a0 + o);
        c00 = f32x4.add(c00, f32x4.mul(x, b0));
        c01 = f32x4.add(c01, f32x4.mul(x, b1));
        x = v128.load32_splat(a1 + o);
        c10 = f32x4.add(c10, f32x4.mul(x, b0));
        c11 = f32x4.add(c11, f32x4.mul(x, b1));
        x = v128.load32_splat(a2 + o);
        c20 = f32x4.add(c20, f32x4.mul(x, b0));
        c21 = f32x4.add(c21, f32x4.mul(x, b1));
        x = v128.load32_splat(a3 + o);
        c30 = f32x4.add(c30, f32x4.mul(x, b0));
        c31 = f32x4.add(c31, f32x4.mul(x, b1));
        q += ldb;
        o += cs;
      }
      let d = c + <usize>i * ldc + (<usize>j << 2);
      put(d, c00, c01, add);
      d += ldc;
      put(d, c10, c11, add);
      d += ldc;
      put(d, c20, c21, add);
      d += ldc;
      put(d, c30, c31, add);
    }
  }
  for (; i < m; i++) {
    const a0 = a + <usize>i * rs;
    for (let j = 0; j < n; j += 8) {
      let c0 = f32x4.splat(0), c1 = f32x4.splat(0);
      let q = b + (<usize>j << 2);
      let o: usize = 0;
      for (let p = 0; p < k; p++) {
        const x = v128.load32_splat(a0 + o);
        c0 = f32x4.add(c0, f32x4.mul(x, v128.load(q)));
        c1 = f32x4.add(c1, f32x4.mul(x, v128.load(q, 16)));
        q += ldb;
        o += cs;
      }
      put(c + <usize>i * ldc + (<usize>j << 2), c0, c1, add);
    }
  }
}

// @ts-ignore: decorator
@inline
function put(d: usize, x: v128, y: v128, add: bool): void {
  if (add) {
    v128.store(d, f32x4.add(v128.load(d), x));
    v128.store(d, f32x4.add(v128.load(d, 16), y), 16);
  } else {
    v128.store(d, x);
    v128.store(d, y, 16);
  }
}

/** C[m × n] (+)= A[m × k] · B[n × k]ᵀ, rows of k contiguous; k is a multiple of 4. */
export function multiplyTransposed(
  m: i32, n: i32, k: i32,
  a: usize, lda: usize,
  b: usize, ldb: usize,
  c: usize, ldc: usize,
  add: bool,
): void {
  const bytes = <usize>k << 2;
  for (let i = 0; i < m; i++) {
    const x = a + <usize>i * lda;
    const d = c + <usize>i * ldc;
    let j = 0;
    for (; j + 4 <= n; j += 4) {
      const b0 = b + <usize>j * ldb;
      const b1 = b0 + ldb;
      const b2 = b1 + ldb;
      const b3 = b2 + ldb;
      let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
      for (let o: usize = 0; o < bytes; o += 16) {
        const v = v128.load(x + o);
        s0 = f32x4.add(s0, f32x4.mul(v, v128.load(b0 + o)));
        s1 = f32x4.add(s1, f32x4.mul(v, v128.load(b1 + o)));
        s2 = f32x4.add(s2, f32x4.mul(v, v128.load(b2 + o)));
        s3 = f32x4.add(s3, f32x4.mul(v, v128.load(b3 + o)));
      }
      // four sums across, by two rounds of interleaving
      const t0 = f32x4.add(v128.shuffle<f32>(s0, s1, 0, 4, 1, 5), v128.shuffle<f32>(s0, s1, 2, 6, 3, 7));
      const t1 = f32x4.add(v128.shuffle<f32>(s2, s3, 0, 4, 1, 5), v128.shuffle<f32>(s2, s3, 2, 6, 3, 7));
      const sum = f32x4.add(v128.shuffle<f32>(t0, t1, 0, 1, 4, 5), v128.shuffle<f32>(t0, t1, 2, 3, 6, 7));
      const at = d + (<usize>j << 2);
      v128.store(at, add ? f32x4.add(v128.load(at), sum) : sum);
    }
    for (; j < n; j++) {
      const b0 = b + <usize>j * ldb;
      let s = f32x4.splat(0);
      for (let o: usize = 0; o < bytes; o += 16) s = f32x4.add(s, f32x4.mul(v128.load(x + o), v128.load(b0 + o)));
      const sum = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
      const at = d + (<usize>j << 2);
      store<f32>(at, add ? load<f32>(at) + sum : sum);
    }
  }
}

// @ts-ignore: decorator
@inline
function gate(x: v128): v128 {
  // x / sqrt(1 + x²): between -1 and 1, no exponential
  return f32x4.div(x, f32x4.sqrt(f32x4.add(f32x4.splat(1), f32x4.mul(x, x))));
}

/**
 * One direction of a simple recurrent layer over n tokens (Lei et al. 2018). u holds, for each token, candidate,
 * forget and output parts of h numbers each; output gate × state is added to out. A negative ldu goes backwards.
 */
export function scan(n: i32, h: i32, u: usize, ldu: isize, out: usize, ldo: isize): void {
  const part = <usize>h << 2;
  for (let o: usize = 0; o < part; o += 16) {
    let state = f32x4.splat(0);
    let p = u + o;
    let q = out + o;
    for (let t = 0; t < n; t++) {
      const z = gate(v128.load(p));
      const f = f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), gate(v128.load(p + part))));
      const r = f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), gate(v128.load(p + part + part))));
      state = f32x4.add(z, f32x4.mul(f, f32x4.sub(state, z)));
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(r, state)));
      p += ldu;
      q += ldo;
    }
  }
}

/** Each of n rows of w numbers, divided by its root mean square and scaled by g. w is a multiple of 4. */
export function norm(n: i32, w: i32, x: usize, g: usize, y: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    let s = f32x4.splat(0);
    for (let o: usize = 0; o < bytes; o += 16) {
      const v = v128.load(x + o);
      s = f32x4.add(s, f32x4.mul(v, v));
    }
    const sum = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(sum / <f32>w + <f32>0.00001));
    for (let o: usize = 0; o < bytes; o += 16) {
      v128.store(y + o, f32x4.mul(f32x4.mul(v128.load(x + o), scale), v128.load(g + o)));
    }
    x += bytes;
    y += bytes;
  }
}

/** y = x + before ∘ (the row above) + after ∘ (the row below), over n rows of w numbers. */
export function blend(n: i32, w: i32, x: usize, before: usize, after: usize, y: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    for (let o: usize = 0; o < bytes; o += 16) {
      let v = v128.load(x + o);
      if (t > 0) v = f32x4.add(v, f32x4.mul(v128.load(before + o), v128.load(x + o - bytes)));
      if (t < n - 1) v = f32x4.add(v, f32x4.mul(v128.load(after + o), v128.load(x + o + bytes)));
      v128.store(y + o, v);
    }
    x += bytes;
    y += bytes;
  }
}

/** Copies one row of w numbers into each of n rows. */
export function spread(n: i32, w: i32, row: usize, y: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    for (let o: usize = 0; o < bytes; o += 16) v128.store(y + o, v128.load(row + o));
    y += bytes;
  }
}

/** The first w numbers of each of n rows: a tenth of what is below zero. */
export function leak(n: i32, w: i32, x: usize, ld: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    for (let o: usize = 0; o < bytes; o += 16) {
      const v = v128.load(x + o);
      v128.store(x + o, f32x4.max(v, f32x4.mul(v, f32x4.splat(0.1))));
    }
    x += ld;
  }
}

/** What a label is read from: product of the dependent's and the head's view, then both views; w numbers each. */
export function pair(w: i32, dependent: usize, head: usize, out: usize): void {
  const bytes = <usize>w << 2;
  for (let o: usize = 0; o < bytes; o += 16) {
    const d = v128.load(dependent + o);
    const h = v128.load(head + o);
    v128.store(out + o, f32x4.mul(d, h));
    v128.store(out + bytes + o, d);
    v128.store(out + bytes + bytes + o, h);
  }
}
