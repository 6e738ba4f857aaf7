#!/bin/sh
# Runs a class of the name server: runserver.sh <main class> [arguments]

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
JAVA_OPT="${JAVA_OPT} -server -Xms4g -Xmx4g -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=320m"
# To get exactly the placeholder's 4 GB use JAVA_OPT_EXT.

placeholder_gb=4
drop_shipped_sizes " -Xms${placeholder_gb}g -Xmx${placeholder_gb}g"
size_heap 10 128 1024
choose_collector
log_collections rmq_srv_gc
allow_native_access
unless_named '-XX:?OmitStackTraceInFastThrow' -XX:-OmitStackTraceInFastThrow
say_sizes runserver.sh

# shellcheck disable=SC2086 # flags are split at blanks
exec "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} -cp "$class_path" "$@"
