/* Only tokenises with libcsv, one thread. Usage: tokenise FILE */
#include <csv.h>
#include <stdio.h>

static void field(void *bytes, size_t count, void *fields) {
  (void)bytes, (void)count;
  ++*(size_t *)fields;
}

int main(int argc, char **argv) {
  static char block[1 << 20];
  struct csv_parser parser;
  size_t fields = 0, count;
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) return 66;
  while ((count = fread(block, 1, sizeof block, file)) > 0)
    if (csv_parse(&parser, block, count, field, NULL, &fields) != count) return 65;
  csv_fini(&parser, field, NULL, &fields);
  csv_free(&parser);
  printf("%zu fields\n", fields);
  return 0;
}
