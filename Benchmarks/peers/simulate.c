// The same draws as simulate-plan in plain C: one hard-coded plan, xoshiro256++, ziggurat, exp of the
// C library, pay of every year stored, quickselect. Usage: simulate TRIALS THREADS
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct { uint64_t s[4]; } Generator;

static uint64_t splitmix(uint64_t *x) {
  uint64_t z = (*x += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static inline uint64_t next(Generator *g) {
  uint64_t *s = g->s, sum = s[0] + s[3], result = (sum << 23 | sum >> 41) + s[0], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t;
  s[3] = s[3] << 45 | s[3] >> 19;
  return result;
}

static inline double uniform(Generator *g) { return (next(g) >> 11) * 0x1p-53; }

// Marsaglia and Tsang (2000) with 256 layers; layer, sign and position use different bits.
static uint64_t sure[256];
static double scale[256], density[256];
static const double tail = 3.6541528853610088;

static void make_tables(void) {
  double area = tail * exp(-0.5 * tail * tail) + sqrt(M_PI / 2) * erfc(tail / sqrt(2));
  double outer = tail, edge = tail, base = area / exp(-0.5 * tail * tail);
  sure[0] = tail / base * 0x1p52; scale[0] = base / 0x1p52; density[0] = 1;
  sure[255] = 0; scale[255] = tail / 0x1p52; density[255] = exp(-0.5 * tail * tail);
  for (int i = 254; i >= 1; i--) {
    edge = sqrt(-2 * log(area / outer + exp(-0.5 * outer * outer)));
    sure[i + 1] = edge / outer * 0x1p52;
    scale[i] = edge / 0x1p52; density[i] = exp(-0.5 * edge * edge);
    outer = edge;
  }
  sure[1] = 0;
}

static inline double normal(Generator *g) {
  for (;;) {
    uint64_t bits = next(g), position = bits >> 9 & 0xFFFFFFFFFFFFFu;
    int layer = bits & 0xFF;
    double x = position * scale[layer];
    if (position >= sure[layer]) {
      if (layer == 0) {
        double a, b;
        do { a = -log1p(-uniform(g)) / tail; b = -log1p(-uniform(g)); } while (b + b <= a * a);
        x = tail + a;
      } else if (density[layer] + (density[layer - 1] - density[layer]) * uniform(g)
                 >= exp(-0.5 * x * x)) {
        continue;
      }
    }
    return bits & 0x100 ? -x : x;
  }
}

static double *pay;
static long trials;
static int threads;
static double sums[64];

static void *work(void *argument) {
  int thread = (int)(intptr_t)argument;
  uint64_t seed = thread + 1;
  Generator g;
  for (int i = 0; i < 4; i++) g.s[i] = splitmix(&seed);
  const double deviation = sqrt(log1p(0.35 * 0.35)), mean = -deviation * deviation / 2, target = 57504;
  double sum = 0;
  long end = trials * (thread + 1) / threads;
  for (long i = trials * thread / threads; i < end; i++) {
    double a = exp(mean + deviation * normal(&g));
    double p = a < 1 ? target * a : a < 1.5 ? target * (1 + 1.5 * (a - 1)) : target * (1.75 + 2 * (a - 1.5));
    pay[i] = p;
    sum += p;
  }
  sums[thread] = sum;
  return NULL;
}

// Hoare's quickselect with the median of three.
static double select_rank(double *a, long low, long high, long rank) {
  while (low < high) {
    double x = a[low], y = a[(low + high) / 2], z = a[high];
    double pivot = x < y ? (y < z ? y : x < z ? z : x) : (x < z ? x : y < z ? z : y);
    long i = low, j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) { double t = a[i]; a[i++] = a[j]; a[j--] = t; }
    }
    if (rank <= j) high = j; else if (rank >= i) low = i; else break;
  }
  return a[rank];
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  trials = atol(arguments[1]);
  threads = atoi(arguments[2]);
  pay = malloc(trials * sizeof *pay);
  make_tables();
  pthread_t handles[64];
  for (int i = 1; i < threads; i++) pthread_create(&handles[i], NULL, work, (void *)(intptr_t)i);
  work((void *)0);
  double sum = sums[0];
  for (int i = 1; i < threads; i++) { pthread_join(handles[i], NULL); sum += sums[i]; }
  long median = (trials - 1) / 2;
  double p50 = select_rank(pay, 0, trials - 1, median);
  double p10 = select_rank(pay, 0, median, (trials - 1) / 10);
  double p90 = select_rank(pay, median, trials - 1, (trials - 1) / 10 * 9);
  printf("%.10g %.10g %.10g %.10g\n", sum / trials, p10, p50, p90);
}
