#ifndef ONTARGET_CLAPACK_SHIM_H
#define ONTARGET_CLAPACK_SHIM_H

// LAPACKE, the C interface of LAPACK: Debian liblapacke-dev, Fedora lapack-devel, Homebrew lapack.
#if __has_include(<lapacke.h>)
#include <lapacke.h>
#else
#include <lapacke/lapacke.h>
#endif

#endif
