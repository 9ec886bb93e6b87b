// What Embedded Swift needs from C where there is no C library: memory, hash seeds, rounding, and the
// 128-bit arithmetic that compilers call by these names (compiler-rt's). Linked into the page's engine only;
// Package.swift does not know it, because on a machine with an operating system all of it is there.

typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;
typedef unsigned long long u64;
typedef __int128 i128;
typedef unsigned __int128 u128;

// MARK: Memory

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  return __builtin_memcpy(to, from, count);  // memory.copy, an instruction
}

void *memmove(void *to, const void *from, size_t count) {
  return __builtin_memmove(to, from, count);
}

void *memset(void *to, int value, size_t count) { return __builtin_memset(to, value, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const byte *a = left, *b = right;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) return a[i] - b[i];
  }
  return 0;
}

// A list of free blocks for each power of two, over memory that only grows. The header before a block
// has its class, and is as long as an alignment so that the block keeps it.
enum { header = 16, classes = 32, page = 65536 };

extern byte __heap_base;
static byte *top;
static void *freed[classes];

static int class_of(size_t count) {
  int class = 4;
  while (((size_t)1 << class) < count) class++;
  return class;
}

int posix_memalign(void **out, size_t alignment, size_t count) {
  const int out_of_memory = 12;
  if (count > (size_t)1 << 30) return out_of_memory;
  int is_usual = alignment <= header;
  if (is_usual) alignment = header;
  int class = class_of(count + header);
  if (is_usual && freed[class]) {
    *out = freed[class];
    freed[class] = *(void **)*out;
    return 0;
  }
  if (!top) top = &__heap_base;
  size_t start = ((size_t)top + header + alignment - 1) & ~(alignment - 1);
  size_t end = start + ((size_t)1 << class) - header;
  size_t have = (size_t)__builtin_wasm_memory_size(0) * page;
  if (end > have) {
    size_t pages = (end - have + page - 1) / page;
    if (pages < 16) pages = 16;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return out_of_memory;
  }
  // A block of an unusual alignment is not used again.
  *(int *)(start - header) = is_usual ? class : -1;
  top = (byte *)end;
  *out = (void *)start;
  return 0;
}

void free(void *block) {
  if (!block) return;
  int class = *(int *)((byte *)block - header);
  if (class < 0) return;
  *(void **)block = freed[class];
  freed[class] = block;
}

// The same seeds each time: a page shows the same bytes each time, and nobody attacks his own page.
void arc4random_buf(void *buffer, size_t count) {
  for (size_t i = 0; i < count; i++) ((byte *)buffer)[i] = (byte)(i * 37 + 11);
}

// To the nearest, ties away from zero; trunc is an instruction, round is none.
double round(double value) {
  double whole = __builtin_trunc(value);
  return __builtin_fabs(value - whole) >= 0.5 ? whole + __builtin_copysign(1, value) : whole;
}

// Reads the number at the start of a text; the end of it, or nothing where it is none.
//
// Exact for up to 15 digits and powers of ten up to 22, where one operation rounds once (Clinger, "How to read
// floating point numbers accurately", 1990); more is not read, and so refused where it is written.
const char *_swift_stdlib_strtod_clocale(const char *text, double *out) {
  static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  int is_negative = *text == '-', digits = 0, seen = 0, power = 0;
  u64 value = 0;
  if (*text == '-' || *text == '+') text++;
  for (int is_fraction = 0;; text++) {
    if (*text == '.' && !is_fraction) {
      is_fraction = 1;
      continue;
    }
    if (*text < '0' || *text > '9') break;
    seen = 1;
    value = value * 10 + (u64)(*text - '0');
    if (value && ++digits > 15) return 0;
    power -= is_fraction;
  }
  if (!seen) return 0;
  if (*text == 'e' || *text == 'E') {
    int is_small = text[1] == '-', exponent = 0;
    text += text[1] == '-' || text[1] == '+' ? 2 : 1;
    if (*text < '0' || *text > '9') return 0;
    for (; *text >= '0' && *text <= '9'; text++) {
      exponent = exponent * 10 + (*text - '0');
      if (exponent > 99) return 0;
    }
    power += is_small ? -exponent : exponent;
  }
  if (power < -22 || power > 22) return 0;
  double whole = (double)value;
  *out = power < 0 ? whole / powers[-power] : whole * powers[power];
  if (is_negative) *out = -*out;
  return text;
}

size_t __stack_chk_guard = 0x5bd1e995;
void __stack_chk_fail(void) { __builtin_trap(); }

// MARK: 128-bit arithmetic

typedef union {
  u128 all;
  struct {
    u64 low, high;
  };
} Wide;

// Rounds a number of 113 bits to one of 53, to the nearest, ties to even. Boost's tables of long doubles are
// read with it; what is too small for a double becomes 0, and nothing of them is.
double __trunctfdf2(long double number) {
  union {
    long double number;
    Wide bits;
  } from = {number};
  u64 high = from.bits.high, low = from.bits.low;
  int exponent = (int)(high >> 48 & 0x7fff) - 16383 + 1023;
  u64 bits = (high & 0xffffffffffffull) << 4 | low >> 60;
  u64 rest = low << 4;
  if (rest > 1ull << 63 || (rest == 1ull << 63 && (bits & 1))) bits++;
  if (bits >> 52) {
    bits = 0;
    exponent++;
  }
  if (exponent <= 0) bits = exponent = 0;
  if (exponent >= 2047) {
    bits = 0;
    exponent = 2047;
  }
  union {
    u64 bits;
    double number;
  } to = {(high >> 63) << 63 | (u64)exponent << 52 | bits};
  return to.number;
}

i128 __ashlti3(i128 value, int bits) {
  Wide v = {(u128)value}, r;
  if (bits == 0) return value;
  if (bits >= 64) {
    r.low = 0;
    r.high = v.low << (bits - 64);
  } else {
    r.low = v.low << bits;
    r.high = v.high << bits | v.low >> (64 - bits);
  }
  return (i128)r.all;
}

i128 __lshrti3(i128 value, int bits) {
  Wide v = {(u128)value}, r;
  if (bits == 0) return value;
  if (bits >= 64) {
    r.high = 0;
    r.low = v.high >> (bits - 64);
  } else {
    r.high = v.high >> bits;
    r.low = v.low >> bits | v.high << (64 - bits);
  }
  return (i128)r.all;
}

i128 __ashrti3(i128 value, int bits) {
  Wide v = {(u128)value}, r;
  long long high = (long long)v.high;
  if (bits == 0) return value;
  if (bits >= 64) {
    r.high = (u64)(high >> 63);
    r.low = (u64)(high >> (bits - 64));
  } else {
    r.high = (u64)(high >> bits);
    r.low = v.low >> bits | v.high << (64 - bits);
  }
  return (i128)r.all;
}

static Wide multiply64(u64 a, u64 b) {
  u64 a0 = (unsigned)a, a1 = a >> 32, b0 = (unsigned)b, b1 = b >> 32;
  u64 low = a0 * b0;
  u64 middle = (low >> 32) + a1 * b0;
  u64 carry = middle >> 32;
  middle = (unsigned)middle + a0 * b1;
  Wide r;
  r.low = (unsigned)low | middle << 32;
  r.high = a1 * b1 + carry + (middle >> 32);
  return r;
}

i128 __multi3(i128 left, i128 right) {
  Wide a = {(u128)left}, b = {(u128)right};
  Wide r = multiply64(a.low, b.low);
  r.high += a.high * b.low + a.low * b.high;
  return (i128)r.all;
}

// Divides 128 bits by 64 where the quotient fits 64: Knuth, The Art of Computer Programming 2, 4.3.1,
// algorithm D with two digits of 32 bits.
static u64 divide_narrow(u64 high, u64 low, u64 by, u64 *rest) {
  const u64 base = 1ull << 32;
  int shift = __builtin_clzll(by);
  by <<= shift;
  u64 by1 = by >> 32, by0 = (unsigned)by;
  u64 top64 = shift ? high << shift | low >> (64 - shift) : high;
  low <<= shift;
  u64 low1 = low >> 32, low0 = (unsigned)low;
  u64 q1 = top64 / by1, r = top64 - q1 * by1;
  while (q1 >= base || q1 * by0 > base * r + low1) {
    q1--;
    r += by1;
    if (r >= base) break;
  }
  u64 middle = top64 * base + low1 - q1 * by;
  u64 q0 = middle / by1;
  r = middle - q0 * by1;
  while (q0 >= base || q0 * by0 > base * r + low0) {
    q0--;
    r += by1;
    if (r >= base) break;
  }
  *rest = (middle * base + low0 - q0 * by) >> shift;
  return q1 * base + q0;
}

static u128 divide(u128 value, u128 by, u128 *rest) {
  Wide a = {value}, b = {by}, q = {0}, r = {0};
  if (b.all > a.all) {
    *rest = value;
    return 0;
  }
  if (!b.high) {
    q.high = a.high / b.low;
    if (a.high) {
      q.low = divide_narrow(a.high % b.low, a.low, b.low, &r.low);
    } else {
      q.low = a.low / b.low;
      r.low = a.low % b.low;
    }
    *rest = r.all;
    return q.all;
  }
  int shift = __builtin_clzll(b.high) - __builtin_clzll(a.high);
  Wide part = {(u128)__ashlti3((i128)b.all, shift)};
  for (; shift >= 0; shift--) {
    q.low <<= 1;
    if (a.all >= part.all) {
      a.all -= part.all;
      q.low |= 1;
    }
    part.all = (u128)__lshrti3((i128)part.all, 1);
  }
  *rest = a.all;
  return q.all;
}

u128 __udivti3(u128 value, u128 by) {
  u128 rest;
  return divide(value, by, &rest);
}

u128 __umodti3(u128 value, u128 by) {
  u128 rest;
  divide(value, by, &rest);
  return rest;
}

static u128 magnitude(i128 value) { return value < 0 ? -(u128)value : (u128)value; }

i128 __divti3(i128 value, i128 by) {
  u128 rest, quotient = divide(magnitude(value), magnitude(by), &rest);
  return (i128)((value < 0) != (by < 0) ? -quotient : quotient);
}

i128 __modti3(i128 value, i128 by) {
  u128 rest;
  divide(magnitude(value), magnitude(by), &rest);
  return (i128)(value < 0 ? -rest : rest);
}
