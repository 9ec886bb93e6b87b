#ifndef ONTARGET_CLIBCSV_SHIM_H
#define ONTARGET_CLIBCSV_SHIM_H

#include <csv.h>

// The name csv.h is common; make a foreign header of that name a clear error.
#if !defined(CSV_MAJOR) || CSV_MAJOR < 3
#error "OnTarget needs libcsv 3 (Debian: libcsv-dev); another csv.h is on the include path."
#endif

#endif
