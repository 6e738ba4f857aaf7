#!/bin/sh
# Sets how much memory the kernel keeps free of page cache. As root, on kernels with vm.extra_free_kbytes.

if [ $# -ne 2 ]; then
    echo "Usage: $0 extra_free_kbytes(GB) min_free_kbytes(GB)"
    echo "Example: $0 3 1"
    exit 1
fi
kb_per_gb=1048576
sysctl -w vm.extra_free_kbytes=$(($1 * kb_per_gb))
sysctl -w vm.min_free_kbytes=$(($2 * kb_per_gb))
sysctl -w vm.swappiness=0
