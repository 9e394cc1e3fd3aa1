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

// What follows works in whole numbers of 16 bits: a matrix row times 2047 / its largest, a weight column times
// 4095 / its largest. Sums of up to 256 products stay below 2³¹, so they are exact and the same everywhere.

/** Rows of w f32 to i16 codes of at most 2047 in size, and each row's scale. w is a multiple of 8. */
export function encode(n: i32, w: i32, x: usize, ldx: usize, codes: usize, scales: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    let top = f32x4.splat(0);
    for (let o: usize = 0; o < bytes; o += 16) top = f32x4.max(top, f32x4.abs(v128.load(x + o)));
    const most = max<f32>(
      max<f32>(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      max<f32>(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    );
    const scale = f32x4.splat(most > 0 ? <f32>2047 / most : <f32>0);
    store<f32>(scales, most / <f32>2047);
    for (let o: usize = 0; o < bytes; o += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + o), scale)));
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x + o, 16), scale)));
      v128.store(codes + (o >> 1), i16x8.narrow_i32x4_s(low, high));
    }
    x += ldx;
    codes += bytes >> 1;
    scales += 4;
  }
}

// @ts-ignore: decorator
@inline
function across(s0: v128, s1: v128, s2: v128, s3: v128): v128 {
  const t0 = i32x4.add(v128.shuffle<i32>(s0, s1, 0, 4, 1, 5), v128.shuffle<i32>(s0, s1, 2, 6, 3, 7));
  const t1 = i32x4.add(v128.shuffle<i32>(s2, s3, 0, 4, 1, 5), v128.shuffle<i32>(s2, s3, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(t0, t1, 0, 1, 4, 5), v128.shuffle<i32>(t0, t1, 2, 3, 6, 7));
}

/** C[m × n] += A[m × k] · B[n × k]ᵀ of i16 codes, scaled back; k is a multiple of 8, n of 4. */
export function multiplyCodes(
  m: i32, n: i32, k: i32,
  a: usize, aScales: usize,
  b: usize, bScales: usize,
  c: usize, ldc: usize,
): void {
  const bytes = <usize>k << 1;
  let i = 0;
  for (; i + 2 <= m; i += 2) {
    const x = a + <usize>i * bytes;
    const y = x + bytes;
    const d = c + <usize>i * ldc;
    const sx = f32x4.splat(load<f32>(aScales + (<usize>i << 2)));
    const sy = f32x4.splat(load<f32>(aScales + (<usize>i << 2), 4));
    for (let j = 0; j < n; j += 4) {
      const b0 = b + <usize>j * bytes;
      const b1 = b0 + bytes;
      const b2 = b1 + bytes;
      const b3 = b2 + bytes;
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      let r0 = i32x4.splat(0), r1 = i32x4.splat(0), r2 = i32x4.splat(0), r3 = i32x4.splat(0);
      for (let o: usize = 0; o < bytes; o += 16) {
        const v = v128.load(x + o);
        const w = v128.load(y + o);
        let q = v128.load(b0 + o);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v, q));
        r0 = i32x4.add(r0, i32x4.dot_i16x8_s(w, q));
        q = v128.load(b1 + o);
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v, q));
        r1 = i32x4.add(r1, i32x4.dot_i16x8_s(w, q));
        q = v128.load(b2 + o);
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v, q));
        r2 = i32x4.add(r2, i32x4.dot_i16x8_s(w, q));
        q = v128.load(b3 + o);
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v, q));
        r3 = i32x4.add(r3, i32x4.dot_i16x8_s(w, q));
      }
      const scales = v128.load(bScales + (<usize>j << 2));
      const at = d + (<usize>j << 2);
      v128.store(at, f32x4.add(v128.load(at), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(across(s0, s1, s2, s3)), scales), sx)));
      const below = at + ldc;
      v128.store(below, f32x4.add(v128.load(below), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(across(r0, r1, r2, r3)), scales), sy)));
    }
  }
  if (i < m) {
    const x = a + <usize>i * bytes;
    const d = c + <usize>i * ldc;
    const sx = f32x4.splat(load<f32>(aScales + (<usize>i << 2)));
    for (let j = 0; j < n; j += 4) {
      const b0 = b + <usize>j * bytes;
      const b1 = b0 + bytes;
      const b2 = b1 + bytes;
      const b3 = b2 + bytes;
      let s0 = i32x4.splat(0), s1 = i32x4.splat(0), s2 = i32x4.splat(0), s3 = i32x4.splat(0);
      for (let o: usize = 0; o < bytes; o += 16) {
        const v = v128.load(x + o);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v, v128.load(b0 + o)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(v, v128.load(b1 + o)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(v, v128.load(b2 + o)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(v, v128.load(b3 + o)));
      }
      const at = d + (<usize>j << 2);
      v128.store(at, f32x4.add(v128.load(at), f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(across(s0, s1, s2, s3)), v128.load(bScales + (<usize>j << 2))), sx)));
    }
  }
}

// What follows is for learning only.

/** As scan, keeping each state in c; what is added to out is dropped by a mask of h numbers. */
export function scanKeeping(
  n: i32, h: i32, u: usize, ldu: isize, out: usize, ldo: isize, c: usize, drop: usize,
): void {
  const part = <usize>h << 2;
  for (let o: usize = 0; o < part; o += 16) {
    let state = f32x4.splat(0);
    let p = u + o;
    let q = out + o;
    let s = c + o;
    const d = v128.load(drop + o);
    for (let t = 0; t < n; t++) {
      const z = gate(v128.load(p));
      const f = f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), gate(v128.load(p + part))));
      const r = f32x4.add(f32x4.splat(0.5), f32x4.mul(f32x4.splat(0.5), gate(v128.load(p + part + part))));
      state = f32x4.add(z, f32x4.mul(f, f32x4.sub(state, z)));
      v128.store(s, state);
      v128.store(q, f32x4.add(v128.load(q), f32x4.mul(d, f32x4.mul(r, state))));
      p += ldu;
      q += ldo;
      s += ldo;
    }
  }
}

/** Gradients of scanKeeping: g is that of out, c the states kept; fills du. Rows of c and g are ldo bytes apart. */
export function scanBack(
  n: i32, h: i32, u: usize, ldu: isize, c: usize, g: usize, ldo: isize, drop: usize, du: usize,
): void {
  const part = <usize>h << 2;
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  for (let o: usize = 0; o < part; o += 16) {
    let carried = f32x4.splat(0);
    const d = v128.load(drop + o);
    for (let t = n - 1; t >= 0; t--) {
      const p = u + o + <isize>t * ldu;
      const q = du + o + <isize>t * ldu;
      const s = c + o + <isize>t * ldo;
      const uz = v128.load(p);
      const uf = v128.load(p + part);
      const ur = v128.load(p + part + part);
      const sz = f32x4.div(one, f32x4.sqrt(f32x4.add(one, f32x4.mul(uz, uz))));
      const sf = f32x4.div(one, f32x4.sqrt(f32x4.add(one, f32x4.mul(uf, uf))));
      const sr = f32x4.div(one, f32x4.sqrt(f32x4.add(one, f32x4.mul(ur, ur))));
      const z = f32x4.mul(uz, sz);
      const f = f32x4.add(half, f32x4.mul(half, f32x4.mul(uf, sf)));
      const r = f32x4.add(half, f32x4.mul(half, f32x4.mul(ur, sr)));
      const state = v128.load(s);
      const before = t == 0 ? f32x4.splat(0) : v128.load(s - ldo);
      const gg = f32x4.mul(v128.load(g + o + <isize>t * ldo), d);
      const ds = f32x4.add(carried, f32x4.mul(gg, r));
      v128.store(q + part + part, f32x4.mul(f32x4.mul(half, f32x4.mul(gg, state)), f32x4.mul(sr, f32x4.mul(sr, sr))));
      v128.store(q, f32x4.mul(f32x4.mul(ds, f32x4.sub(one, f)), f32x4.mul(sz, f32x4.mul(sz, sz))));
      v128.store(q + part, f32x4.mul(f32x4.mul(half, f32x4.mul(ds, f32x4.sub(before, z))), f32x4.mul(sf, f32x4.mul(sf, sf))));
      carried = f32x4.mul(ds, f);
    }
  }
}

/** Gradients of blend: dm is that of its result; fills dx, adds to dbefore and dafter. */
export function blendBack(
  n: i32, w: i32, x: usize, dm: usize, before: usize, after: usize, dbefore: usize, dafter: usize, dx: usize,
): void {
  const bytes = <usize>w << 2;
  for (let o: usize = 0; o < bytes; o += 16) {
    const b = v128.load(before + o);
    const a = v128.load(after + o);
    let gb = v128.load(dbefore + o);
    let ga = v128.load(dafter + o);
    let p = dm + o;
    let q = x + o;
    let r = dx + o;
    for (let t = 0; t < n; t++) {
      const d = v128.load(p);
      let sum = d;
      if (t > 0) {
        sum = f32x4.add(sum, f32x4.mul(a, v128.load(p - bytes)));
        gb = f32x4.add(gb, f32x4.mul(d, v128.load(q - bytes)));
      }
      if (t < n - 1) {
        sum = f32x4.add(sum, f32x4.mul(b, v128.load(p + bytes)));
        ga = f32x4.add(ga, f32x4.mul(d, v128.load(q + bytes)));
      }
      v128.store(r, sum);
      p += bytes;
      q += bytes;
      r += bytes;
    }
    v128.store(dbefore + o, gb);
    v128.store(dafter + o, ga);
  }
}

/** Gradients of norm: dy is that of its result; adds to dx and dg. */
export function normBack(n: i32, w: i32, x: usize, g: usize, dy: usize, dx: usize, dg: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    let s = f32x4.splat(0);
    let e = f32x4.splat(0);
    for (let o: usize = 0; o < bytes; o += 16) {
      const v = v128.load(x + o);
      s = f32x4.add(s, f32x4.mul(v, v));
      e = f32x4.add(e, f32x4.mul(f32x4.mul(v128.load(dy + o), v), v128.load(g + o)));
    }
    const sum = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3));
    const dot = f32x4.extract_lane(e, 0) + f32x4.extract_lane(e, 1) + (f32x4.extract_lane(e, 2) + f32x4.extract_lane(e, 3));
    const scale = <f32>1 / sqrt<f32>(sum / <f32>w + <f32>0.00001);
    const k = f32x4.splat(scale);
    const back = f32x4.splat((dot * scale * scale * scale) / <f32>w);
    for (let o: usize = 0; o < bytes; o += 16) {
      const v = v128.load(x + o);
      const d = f32x4.mul(v128.load(dy + o), k);
      v128.store(dg + o, f32x4.add(v128.load(dg + o), f32x4.mul(d, v)));
      v128.store(dx + o, f32x4.add(v128.load(dx + o), f32x4.sub(f32x4.mul(d, v128.load(g + o)), f32x4.mul(back, v))));
    }
    x += bytes;
    dy += bytes;
    dx += bytes;
  }
}

/** Each of n rows times a mask of w numbers; rows are ld bytes apart. */
export function times(n: i32, w: i32, x: usize, ld: usize, mask: usize): void {
  const bytes = <usize>w << 2;
  for (let t = 0; t < n; t++) {
    for (let o: usize = 0; o < bytes; o += 16) v128.store(x + o, f32x4.mul(v128.load(x + o), v128.load(mask + o)));
    x += ld;
  }
}

/** sum += each of n rows of w numbers. */
export function addRows(n: i32, w: i32, x: usize, sum: usize): void {
  const bytes = <usize>w << 2;
  for (let o: usize = 0; o < bytes; o += 16) {
    let s = v128.load(sum + o);
    let p = x + o;
    for (let t = 0; t < n; t++) {
      s = f32x4.add(s, v128.load(p));
      p += bytes;
    }
    v128.store(sum + o, s);
  }
}

/** The sum of squares of n numbers, n a multiple of 4. */
export function squares(n: i32, x: usize): f64 {
  let total: f64 = 0;
  for (let o: usize = 0; o < <usize>n << 2; o += 16) {
    const v = v128.load(x + o);
    const s = f32x4.mul(v, v);
    total += <f64>(f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3)));
  }
  return total;
}

/** One step of Adam (Kingma and Ba 2015) with decoupled decay over n numbers, n a multiple of 4; clears the gradient. */
export function adam(
  n: i32, x: usize, g: usize, m: usize, v: usize,
  clip: f32, b1: f32, b2: f32, rate: f32, c2: f32, keep: f32,
): void {
  const B1 = f32x4.splat(b1), D1 = f32x4.splat(1 - b1), B2 = f32x4.splat(b2), D2 = f32x4.splat(1 - b2);
  const C = f32x4.splat(clip), R = f32x4.splat(rate), C2 = f32x4.splat(c2), K = f32x4.splat(keep), E = f32x4.splat(0.00000001);
  for (let o: usize = 0; o < <usize>n << 2; o += 16) {
    const d = f32x4.mul(v128.load(g + o), C);
    v128.store(g + o, f32x4.splat(0));
    const a = f32x4.add(f32x4.mul(B1, v128.load(m + o)), f32x4.mul(D1, d));
    const b = f32x4.add(f32x4.mul(B2, v128.load(v + o)), f32x4.mul(D2, f32x4.mul(d, d)));
    v128.store(m + o, a);
    v128.store(v + o, b);
    const step = f32x4.div(f32x4.mul(R, a), f32x4.add(f32x4.sqrt(f32x4.mul(b, C2)), E));
    v128.store(x + o, f32x4.sub(f32x4.mul(v128.load(x + o), K), step));
  }
}

/** mean += share × (x − mean) over n numbers, n a multiple of 4. */
export function drift(n: i32, mean: usize, x: usize, share: f32): void {
  const s = f32x4.splat(share);
  for (let o: usize = 0; o < <usize>n << 2; o += 16) {
    const m = v128.load(mean + o);
    v128.store(mean + o, f32x4.add(m, f32x4.mul(s, f32x4.sub(v128.load(x + o), m))));
  }
}
