# What runserver.sh, runbroker.sh, tools.sh and benchmark/runclass.sh share: finding Java and the jars, and sizing the
# JVM. Sourced with `base` (the folder above the scripts) set; never run by itself.
#
# Order of the flags, later ones win: our defaults (only where nothing below names the same thing), JAVA_OPT of the
# environment, the JAVA_OPT lines of the run script, JAVA_OPT_EXT.
# shellcheck shell=sh disable=SC2034,SC2154

set -f # the flags and the class path are split at blanks, their stars are never file patterns
given_opt=${JAVA_OPT}
default_opt=

fail() {
    echo "ERROR: $1 !!" >&2
    exit 1
}

# Sets `java` and `java_major`.
find_java() {
    java=
    for candidate in "${JAVA_HOME}" "${HOME}/jdk/java" /usr/java; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ]; then
            java=$candidate/bin/java
            break
        fi
    done
    [ -n "$java" ] || java=$(command -v java) \
        || fail "Please set the JAVA_HOME variable in your environment, We need java(x64)!"
    java_release=$(dirname "$(dirname "$(readlink -f "$java")")")/release
    java_version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$java_release" 2>/dev/null)
    [ -n "$java_version" ] || java_version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    java_major=${java_version%%[!0-9]*}
    [ "${java_major:-0}" -ge 17 ] \
        || fail "Java 17 or newer is needed, but $java is Java ${java_version:-of unknown version}. Set JAVA_HOME"
}

# Sets `class_path`. In a checkout without lib/ the jars are those of the last build.
find_jars() {
    lib=$base/lib
    if [ ! -d "$lib" ]; then
        set +f
        for built in "$base"/distribution/target/rocketmq-[0-9]*/rocketmq-[0-9]*/lib; do
            if [ -d "$built" ]; then lib=$built; fi
        done
        set -f
        [ -d "$lib" ] || fail "no jars: $base has no lib folder and is not built (mvn -DskipTests package)"
    fi
    class_path="$lib/*:$base/conf:.${CLASSPATH:+:$CLASSPATH}"
}

# Is a flag of this shape among those that the user chose?
named() {
    for word in $JAVA_TOOL_OPTIONS $JDK_JAVA_OPTIONS $_JAVA_OPTIONS $JAVA_OPT $JAVA_OPT_EXT; do
        # shellcheck disable=SC2254 # the pattern is meant as one
        case $word in $1) return 0 ;; esac
    done
    return 1
}

# unless_named PATTERN FLAG...: adds our flags if the user named nothing of this shape.
unless_named() {
    pattern=$1
    shift
    if ! named "$pattern"; then default_opt="$default_opt $*"; fi
}

# Takes the sizes that the run script ships (" -Xms8g -Xmx8g") out of its JAVA_OPT lines, for they stand for "sized
# from the machine"; whatever else stands in those lines was written by the user and stays.
drop_shipped_sizes() {
    own=${JAVA_OPT#"$given_opt"}
    case $own in
        *"$1 -Xm"*) ;;
        *"$1"*) JAVA_OPT=${JAVA_OPT%"$own"}${own%%"$1"*}${own#*"$1"} ;;
    esac
}

# Prints the megabytes of the machine, or of the container if that has less.
memory_mb() {
    kb=$(awk '/^MemTotal:/ { print $2; exit }' /proc/meminfo 2>/dev/null)
    [ -n "$kb" ] || kb=$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1024))
    mb=$((kb / 1024))
    group=$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null)
    while :; do
        limit=$(cat "/sys/fs/cgroup$group/memory.max" 2>/dev/null)
        case $limit in '' | *[!0-9]*) ;; *) [ $((limit / 1048576)) -ge "$mb" ] || mb=$((limit / 1048576)) ;; esac
        [ -n "$group" ] || break
        group=${group%/*}
    done
    limit=$(cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null)
    case $limit in '' | *[!0-9]*) ;; *) [ $((limit / 1048576)) -ge "$mb" ] || mb=$((limit / 1048576)) ;; esac
    [ "$mb" -gt 0 ] || mb=2048
    echo "$mb"
}

# Prints the megabytes of the last flag that starts with this text (-Xmx512m gives 512), or nothing.
flag_mb() {
    size=
    for word in $JAVA_TOOL_OPTIONS $JDK_JAVA_OPTIONS $JAVA_OPT $JAVA_OPT_EXT $_JAVA_OPTIONS; do
        case $word in "$1"[0-9]*) size=${word#"$1"} ;; esac
    done
    number=${size%%[!0-9]*}
    case $size in
        '') ;;
        *[gG]) echo $((number * 1024)) ;;
        *[mM]) echo "$number" ;;
        *[kK]) echo $((number / 1024)) ;;
        *) echo $((number / 1048576)) ;;
    esac
}

# size_heap PERCENT LEAST_MB MOST_MB: the share of the memory that the heap may grow to. Sets `heap_mb` and `sizes`,
# the text that says what was chosen.
size_heap() {
    machine_mb=$(memory_mb)
    heap_mb=$((machine_mb * $1 / 100))
    [ "$heap_mb" -le "$3" ] || heap_mb=$3
    [ "$heap_mb" -ge "$2" ] || heap_mb=$2
    start_mb=$(flag_mb -Xms)
    if named '-Xmx*' || named '-XX:MaxHeapSize=*' || named '-XX:MaxRAMPercentage=*'; then
        heap_mb=$(flag_mb -Xmx)
        sizes="heap as you set it${heap_mb:+ (at most $heap_mb MB)}"
        heap_mb=${heap_mb:-1024}
        return
    fi
    [ "${start_mb:-0}" -le "$heap_mb" ] || heap_mb=$start_mb
    default_opt="$default_opt -Xmx${heap_mb}m"
    if [ -z "$start_mb" ]; then
        start_mb=$((heap_mb < 256 ? heap_mb : 256))
        unless_named '-XX:Initial*' "-Xms${start_mb}m"
    fi
    sizes="heap from $start_mb to $heap_mb MB ($1 % of $machine_mb MB, within $2 and $3)"
}

# A small heap is collected best by one thread; a second collector beside the user's would stop the JVM.
choose_collector() {
    if named '-XX:+Use*GC'; then
        collector="collector as you set it"
    elif [ "$heap_mb" -le 512 ]; then
        default_opt="$default_opt -XX:+UseSerialGC"
        collector="serial collector"
    else
        default_opt="$default_opt -XX:+UseG1GC"
        unless_named '-XX:G1ReservePercent=*' -XX:G1ReservePercent=25
        unless_named '-XX:InitiatingHeapOccupancyPercent=*' -XX:InitiatingHeapOccupancyPercent=30
        collector="G1 collector"
    fi
}

# log_collections FILE_PREFIX: in memory if the machine has /dev/shm, else beside the scripts, else not at all.
log_collections() {
    for folder in /dev/shm "$base"; do
        if [ -d "$folder" ] && [ -w "$folder" ]; then
            case $folder in *' '*) continue ;; esac
            unless_named '-Xlog*gc*' "-Xlog:gc*:file=$folder/$1_%p_%t.log:time,tags:filecount=5,filesize=30M"
            return
        fi
    done
}

# From JDK 24 on the JVM warns about what Netty and the mapped files need; older ones do not know all of the flags.
allow_native_access() {
    if [ "$java_major" -ge 23 ]; then
        unless_named '--sun-misc-unsafe-memory-access=*' --sun-misc-unsafe-memory-access=allow
    fi
    if [ "$java_major" -ge 22 ]; then
        unless_named '--enable-native-access=*' --enable-native-access=ALL-UNNAMED
    fi
}

# Programs that do not choose their log settings write to files, as mqadmin does, and leave the console to their output.
log_to_files() {
    unless_named '-Dlogback.configurationFile=*' "-Dlogback.configurationFile=$ROCKETMQ_HOME/conf/logback_tools.xml"
}

# The chosen sizes go to stderr, so that output meant to be parsed (-p, -m) stays clean.
say_sizes() {
    echo "$1: Java $java_version, $sizes, $collector; to change it edit the -Xms/-Xmx line or set JAVA_OPT_EXT" >&2
}
