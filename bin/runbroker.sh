#!/bin/sh
# Runs a class of the broker: runbroker.sh <main class> [arguments]
# With RMQ_NUMA_NODE=n on that node only, else spread over all nodes, where numactl is installed.

self=$0
[ -e "$self" ] || self=$(command -v "$self")
base=$(dirname "$(dirname "$(readlink -f "$self")")")
export ROCKETMQ_HOME="${ROCKETMQ_HOME:-$base}"
# shellcheck source=bin/jvm.sh
. "$base/bin/jvm.sh"
find_java
find_jars

# Heap. As it stands here it is a placeholder: the heap is sized from the memory of the machine. Write other sizes
# into the line and they are taken (256 MB will do), or leave it and set JAVA_OPT_EXT="-Xms256m -Xmx256m".
JAVA_OPT="${JAVA_OPT} -server -Xms8g -Xmx8g"
# To get exactly the placeholder's 8 GB use JAVA_OPT_EXT.

placeholder_gb=8
drop_shipped_sizes " -Xms${placeholder_gb}g -Xmx${placeholder_gb}g"
size_heap 25 192 4096
choose_collector
log_collections rmq_srv_gc
allow_native_access
# The limit of network and transient store buffers outside the heap; only a limit, not taken up front.
direct_mb=$((machine_mb / 2 < 15360 ? machine_mb / 2 : 15360))
unless_named '-XX:MaxDirectMemorySize=*' "-XX:MaxDirectMemorySize=${direct_mb}m"
unless_named '-XX:MetaspaceSize=*' -XX:MetaspaceSize=64m
unless_named '-XX:?OmitStackTraceInFastThrow' -XX:-OmitStackTraceInFastThrow
say_sizes runbroker.sh

numa=
if numactl --interleave=all true >/dev/null 2>&1; then
    numa="numactl --interleave=all"
    [ -z "$RMQ_NUMA_NODE" ] || numa="numactl --cpunodebind=$RMQ_NUMA_NODE --membind=$RMQ_NUMA_NODE"
fi

# shellcheck disable=SC2086 # flags are split at blanks
exec $numa "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} -cp "$class_path" "$@"
