#!/bin/sh
# Compares this build's broker with the official 4.9.7 broker, in turns on one machine: same heap, same collector, same
# property file, broker and load on different cores. Needs `mvn -B verify` (or package + pre-integration-test) before.
#   sh distribution/src/test/bench/compare.sh [rounds]
# A store of about 3 GB per broker is made in a temporary folder and removed at the end.
set -eu
rounds=${1:-5}
module=$(cd "$(dirname "$0")/../../.." && pwd)
ours=$(ls -d "$module"/target/rocketmq-*/rocketmq-*/ | head -1)
official="$module/target/official-4.9.7/lib"
[ -d "$official" ] || { echo "no $official: run mvn -B verify first" >&2; exit 1; }
work=$(mktemp -d)
pids=
cleanup() { [ -z "$pids" ] || kill $pids 2>/dev/null || true; sleep 2; rm -rf "$work"; }
trap cleanup EXIT INT TERM

# Runs in a subshell wherever it is called, so that $! is the program itself.
pin() {
    core=$1
    shift
    if command -v taskset >/dev/null 2>&1 && [ "$(nproc)" -gt 1 ]; then exec taskset -c "$core" "$@"; else exec "$@"; fi
}
opens="--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-exports=java.base/jdk.internal.ref=ALL-UNNAMED"
flags="-Xms1g -Xmx1g -XX:+UseG1GC -XX:MaxDirectMemorySize=1g -Duser.home=$work/home -Drocketmq.home.dir=$ours"
nameserver=127.0.0.1:29876
mkdir -p "$work/home"

properties() { # name port
    cat > "$work/$1.properties" <<X
brokerClusterName=$1-cluster
brokerName=$1
brokerId=0
brokerIP1=127.0.0.1
listenPort=$2
namesrvAddr=$nameserver
storePathRootDir=$work/$1
storePathCommitLog=$work/$1/commitlog
mappedFileSizeCommitLog=268435456
flushDiskType=ASYNC_FLUSH
brokerRole=ASYNC_MASTER
X
}
cpu() { awk '{print ($14 + $15)}' "/proc/$1/stat"; }

echo "listenPort=29876" > "$work/namesrv.properties"
java -Xmx128m -Duser.home="$work/home" -Drocketmq.home.dir="$ours" -cp "$ours/lib/*" \
    org.apache.rocketmq.namesrv.NamesrvStartup -c "$work/namesrv.properties" > "$work/namesrv.out" 2>&1 &
pids="$pids $!"
properties official 30911
properties ours 31911
pin 0 java $flags $opens -cp "$official/*" org.apache.rocketmq.broker.BrokerStartup -c "$work/official.properties" > "$work/official.out" 2>&1 &
official_pid=$!
pin 0 java $flags -cp "$ours/lib/*" org.apache.rocketmq.broker.BrokerStartup -c "$work/ours.properties" > "$work/ours.out" 2>&1 &
ours_pid=$!
pids="$pids $official_pid $ours_pid"
for broker in official ours; do
    tries=0
    until grep -q "boot success" "$work/$broker.out"; do
        tries=$((tries + 1)); [ $tries -lt 60 ] || { cat "$work/$broker.out"; exit 1; }
        sleep 1
    done
done

echo "== pipelined send, 1 KiB, async flush, 4 connections x 256 in flight (messages/s; broker CPU in ticks of the run)"
round=1
while [ $round -le "$rounds" ]; do
    for broker in official ours; do
        if [ $broker = official ]; then port=30911; pid=$official_pid; else port=31911; pid=$ours_pid; fi
        before=$(cpu $pid)
        line=$(pin 1 java -Xmx256m -cp "$module/target/test-classes" \
            org.apache.rocketmq.distribution.bench.PipelinedSend 127.0.0.1 $port BenchmarkTest 1024 4 256 3 5)
        echo "round $round $broker: $line, cpu $(($(cpu $pid) - before))"
    done
    round=$((round + 1))
done

echo "== end to end, 1 KiB, about 700 messages/s, official 4.9.7 client on both"
round=1
while [ $round -le "$rounds" ]; do
    for broker in official ours; do
        line=$(java -Xmx256m -Duser.home="$work/home" -cp "$module/target/test-classes:$official/*" \
            org.apache.rocketmq.distribution.bench.EndToEndLatency $nameserver $broker 1500 1500 2>/dev/null | tail -1)
        echo "round $round $broker: $line"
    done
    round=$((round + 1))
done
