#!/bin/sh
# Runs any class of lib/ in a small JVM that starts fast: tools.sh <main class> [arguments]

self=$0
[ -e "$self" ] || self=$(command -v "$self")
base=$(dirname "$(dirname "$(readlink -f "$self")")")
export ROCKETMQ_HOME="${ROCKETMQ_HOME:-$base}"
# shellcheck source=bin/jvm.sh
. "$base/bin/jvm.sh"
find_java
find_jars

# Heap. As it stands here it is a placeholder for 256 MB at most; other sizes written into the line are taken.
JAVA_OPT="${JAVA_OPT} -server -Xms1g -Xmx1g -Xmn256m -XX:MetaspaceSize=128m -XX:MaxMetaspaceSize=128m"

placeholder_gb=1
drop_shipped_sizes " -Xms${placeholder_gb}g -Xmx${placeholder_gb}g -Xmn256m"
if ! named '-Xmx*' && ! named '-XX:MaxHeapSize=*' && ! named '-XX:MaxRAMPercentage=*'; then
    default_opt="$default_opt -Xms16m -Xmx256m"
fi
unless_named '-XX:+Use*GC' -XX:+UseSerialGC
unless_named '-XX:*Tiered*' -XX:TieredStopAtLevel=1
unless_named '-Xshare*' -Xshare:auto
allow_native_access

# shellcheck disable=SC2086 # flags are split at blanks
exec "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} -cp "$class_path" "$@"
