#!/bin/sh
# Makes the kernel give back this many gigabytes of page cache by raising its reserves for a moment. As root, on
# kernels with vm.extra_free_kbytes.

if [ $# -ne 1 ]; then
    echo "Usage: $0 freecachemem(GB)"
    echo "Example: $0 15"
    exit 1
fi
kb_per_gb=1048576
sysctl -w vm.extra_free_kbytes=$((3 * kb_per_gb))
sysctl -w vm.min_free_kbytes=$(($1 * kb_per_gb))
sysctl -w vm.min_free_kbytes=$kb_per_gb
