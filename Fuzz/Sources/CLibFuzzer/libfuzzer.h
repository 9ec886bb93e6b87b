// The entry of libFuzzer, which comes with the toolchain without a header.
// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
    int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv,
    int (*_Nonnull test)(const uint8_t *_Nonnull data, size_t size));
