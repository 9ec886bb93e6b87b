#ifndef ONTARGET_CLAPACK_SHIM_H
#define ONTARGET_CLAPACK_SHIM_H

// LAPACKE, the C interface of LAPACK: Debian liblapacke-dev, Homebrew lapack.
#include <lapacke.h>

#endif
