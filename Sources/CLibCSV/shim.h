#ifndef ONTARGET_CLIBCSV_SHIM_H
#define ONTARGET_CLIBCSV_SHIM_H

#include <csv.h>

// The name csv.h is common; make a foreign header of that name a clear error.
#if !defined(CSV_MAJOR) || CSV_MAJOR < 3
#error "OnTarget needs libcsv 3 (Debian: libcsv-dev); another csv.h is on the include path."
#endif

// libcsv trims what this function calls a space; RFC 4180 says that blanks belong to the field.
static inline int ontarget_csv_no_space(unsigned char c) {
  (void)c;
  return 0;
}

static inline void ontarget_csv_keep_spaces(struct csv_parser *parser) {
  csv_set_space_func(parser, ontarget_csv_no_space);
}

#endif
