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
if [ "$1" != org.apache.rocketmq.tools.command.MQAdminStartup ]; then log_to_files; fi

# mqadmin starts from ready-made classes: its first run leaves an archive beside lib/, later ones use it. The JVM itself
# compares only the sizes and times of the jars, so the name of the archive says which Java and which content it is of.
# Sets `archive` if one may be used or made.
find_class_archive() {
    archive=
    if [ "$1" != org.apache.rocketmq.tools.command.MQAdminStartup ] || [ -n "$CLASSPATH" ] || named '-XX:*Archive*'; then
        return
    fi
    folder=$(dirname "$lib")/cds
    set +f
    sum=$({ echo "$lib"; cat "$lib"/rocketmq-*.jar; } 2>/dev/null | cksum | tr ' ' '-')
    set -f
    archive=$folder/mqadmin-$java_version-$sum.jsa
    # Nothing that the JVM has to say about the archive may get among the output of a command.
    default_opt="$default_opt -Xlog:disable"
}

# Runs java with the archive being written at its end. The JVM makes one of jars only, not of folders like conf.
make_class_archive() {
    new=$archive.$$
    # shellcheck disable=SC2086
    "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} -XX:ArchiveClassesAtExit="$new" -cp "$lib/*" "$@"
    status=$?
    if [ -s "$new" ]; then
        set +f
        rm -f "$folder"/mqadmin-*.jsa
        mv "$new" "$archive"
    fi
    exit $status
}

find_class_archive "$1"
if [ -n "$archive" ] && [ -r "$archive" ]; then
    set -- -XX:SharedArchiveFile="$archive" -cp "$class_path" "$@"
elif [ -n "$archive" ] && mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ]; then
    make_class_archive "$@"
else
    set -- -cp "$class_path" "$@"
fi

# shellcheck disable=SC2086 # flags are split at blanks
exec "$java" ${default_opt} ${JAVA_OPT} ${JAVA_OPT_EXT} "$@"
