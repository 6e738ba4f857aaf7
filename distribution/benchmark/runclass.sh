#!/bin/sh
# Runs a load program of lib/ in a 1 GB heap: sh runclass.sh <main class> [options]

if [ $# -lt 1 ]; then
    echo "USAGE: $0 classname opts"
    exit 1
fi

base=$(dirname "$(dirname "$(readlink -f "$0")")")
export ROCKETMQ_HOME="${ROCKETMQ_HOME:-$base}"
# shellcheck source=bin/jvm.sh
. "$base/bin/jvm.sh"
find_java
find_jars

if ! named '-Xmx*' && ! named '-XX:MaxHeapSize=*' && ! named '-XX:MaxRAMPercentage=*'; then
    default_opt="$default_opt -server -Xms256m -Xmx1g"
fi
heap_mb=1024
choose_collector
log_collections rmq_run_class_gc
allow_native_access
log_to_files

# shellcheck disable=SC2086 # flags are split at blanks
exec "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} -cp "$class_path" "$@"
